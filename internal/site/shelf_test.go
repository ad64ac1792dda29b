package site

import (
	"bytes"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/publish"
)

// rack is a shelf with room for so many pages.
type rack struct {
	room int
	mu   sync.Mutex
	held int
}

var errFull = errors.New("there is no room")

func (r *rack) Keep(data []byte) (func([]byte) ([]byte, error), error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.held == r.room {
		return nil, errFull
	}
	r.held++
	own := bytes.Clone(data)
	return func([]byte) ([]byte, error) { return own, nil }, nil
}

func (r *rack) KeepAs(_ string, data []byte) (func([]byte) ([]byte, error), error) {
	return r.Keep(data)
}

// Where pages lie is nothing that the site shows: on a shelf, in the memory, or,
// when the shelf is full, in both.
func TestSiteIsTheSameFromAShelf(t *testing.T) {
	plain := mustBuild(t, generated(3), Options{})
	for _, room := range []int{1000, 2} {
		shelf := &rack{room: room}
		built := mustBuild(t, generated(3), Options{Shelf: shelf})
		if shelf.held < 2 {
			t.Fatalf("%d pages were laid on the shelf", shelf.held)
		}
		same := slices.EqualFunc(plain.Files, built.Files, func(a, b File) bool {
			data, err := b.Bytes()
			return err == nil && a.Path == b.Path && bytes.Equal(a.Data, data) && b.Size() == len(data)
		})
		if !same || !slices.Equal(plain.Pages, built.Pages) {
			t.Errorf("with room for %d pages the site is another", room)
		}
		out := filepath.Join(t.TempDir(), "public")
		mustWrite(t, out, built.Files)
		if c := mustWrite(t, out, plain.Files); c.Written+c.Removed > 0 {
			t.Errorf("what was written from the shelf is another: %+v", c)
		}
	}
}

// What is wrong is said with its line, wherever the lessons' texts lie by then.
func TestMessagesAreTheSameFromAShelf(t *testing.T) {
	course := generated(3)
	for name, file := range course {
		if path.Ext(name) == ".md" {
			file.Data = append(file.Data, "\n[nowhere](nowhere.md)\n"...)
		}
	}
	said := func(o Options) string {
		var d diag.List
		var text strings.Builder
		Build(course, o, &d)
		d.Print(&text)
		return text.String()
	}
	plain := said(Options{})
	if n := strings.Count(plain, "[nowhere](nowhere.md)"); n < 3 {
		t.Fatalf("%d lines are shown:\n%s", n, plain)
	}
	if got := said(Options{Shelf: &rack{room: 1000}}); got != plain {
		t.Errorf("from the shelf it is said:\n%s\nwant:\n%s", got, plain)
	}
}

// A page that cannot be read again ends the build, and the site stays as it was.
func TestPageLostFromTheShelfLeavesTheOldSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := mustBuild(t, generated(1), Options{}).Files
	mustWrite(t, out, files)
	lost := &kept{pieces: []piece{func([]byte) ([]byte, error) { return nil, errFull }}, size: 3}
	if _, err := publish.Write(out, append(files, File{Path: "lost.html", kept: lost})); !errors.Is(err, errFull) {
		t.Errorf("the build says %v", err)
	}
	if c := mustWrite(t, out, files); c.Written+c.Removed > 0 {
		t.Errorf("the old site is another: %+v", c)
	}
	wantNothingBeside(t, filepath.Dir(out))
}

func TestSpooledSiteIsTheSameAndLeavesNothingBehind(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	spool := publish.NewSpool(out)
	if spool == nil {
		t.Fatal("there is no spool")
	}
	if _, err := publish.WriteFrom(spool, nil, out, mustBuild(t, generated(3), Options{Shelf: spool}).Files); err != nil {
		t.Fatal(err)
	}
	spool.Close()
	if c := mustWrite(t, out, mustBuild(t, generated(3), Options{}).Files); c.Written+c.Removed > 0 {
		t.Errorf("what was written from the spool is another: %+v", c)
	}
	wantNothingBeside(t, filepath.Dir(out))
}
