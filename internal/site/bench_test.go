package site

import (
	"fmt"
	"path/filepath"
	"testing"

	"lectern/internal/diag"
)

func BenchmarkBuild(b *testing.B) {
	for _, lessons := range []int{100, 400} { // four times the lessons, four times the time
		course := generated(lessons)
		b.Run(fmt.Sprintf("%d lessons", lessons), func(b *testing.B) {
			for b.Loop() {
				mustBuild(b, course, Options{})
			}
		})
	}
}

func BenchmarkReport(b *testing.B) {
	s := mustBuild(b, generated(100), Options{})
	for b.Loop() {
		s.Report(&diag.List{})
	}
}

func BenchmarkWriteUnchanged(b *testing.B) {
	s := mustBuild(b, generated(100), Options{})
	out := filepath.Join(b.TempDir(), "public")
	mustWrite(b, out, s.Files)
	for b.Loop() {
		if c := mustWrite(b, out, s.Files); c.Written+c.Removed > 0 {
			b.Fatalf("%+v", c)
		}
	}
}
