package site

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A film is read in pieces, and what is written is what was read.
func TestALargeFileBesideALessonIsWholeOrRefused(t *testing.T) {
	film := bytes.Repeat([]byte("a picture every second, "), 3*atOnce/20)
	course := small.with(files{"content/01-start/film.mp4": string(film)}).fs()
	built := mustBuild(t, course, Options{})
	at := slices.IndexFunc(built.Files, func(f File) bool { return f.Path == "start/film.mp4" })
	if at < 0 {
		t.Fatal("there is no film")
	}
	f := built.Files[at]
	if f.kept == nil || f.Size() != len(film) || f.print() != fingerprint(film) {
		t.Fatalf("the film is %d bytes, want %d, in pieces", f.Size(), len(film))
	}
	if data, err := f.Bytes(); err != nil || !bytes.Equal(data, film) {
		t.Errorf("%d bytes of the film can be read again (%v), want %d", len(data), err, len(film))
	}
	other := bytes.Clone(film)
	other[2*atOnce+5]++
	course["content/01-start/film.mp4"] = &fstest.MapFile{Data: other}
	if _, err := f.WriteTo(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "film.mp4 was changed while the site was built") {
		t.Errorf("a film that was changed meanwhile: %v", err)
	}
}

// A folder whose name makes no address is refused, whatever lies in it.
func TestFilesInAFolderWithoutANameEndTheBuildWithAMessage(t *testing.T) {
	wantMessages(t, small.with(files{
		"content/02 -/index.md": "# Signs\n", "content/02 -/01-a.md": "# A\n", "content/02 -/a.txt": "a", "content/02 -/deep/b.txt": "b",
	}).fs(), "content/02 -: name-empty")
}
