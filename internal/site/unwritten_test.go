package site

import (
	"testing"

	"lectern/internal/diag"
)

// Who reads a course over is told what a build says, but for weights, and has no
// page in the memory.
func TestPagesThatNobodyWritesAreRenderedAllTheSame(t *testing.T) {
	course := full.with(files{"content/02-more/03-warned.md": "---\ntitle: Warned\n---\n![A lamp](lamp.png)\n", "content/02-more/lamp.png": "no picture"}).fs()
	for _, led := range []bool{false, true} {
		var said, wanted diag.List
		built := Inspect(course, Options{Facilitator: led, Passages: true, Unwritten: true}, &said)
		Inspect(course, Options{Facilitator: led, Passages: true}, &wanted)
		if got, want := printed(&said), printed(&wanted); got != want || got == "" {
			t.Errorf("it says\n%s\nwant\n%s", got, want)
		}
		for _, f := range built.Files {
			if len(f.Data) > 0 && f.Path == "more/warned.html" {
				t.Errorf("%s is in the memory", f.Path)
			}
		}
	}
}
