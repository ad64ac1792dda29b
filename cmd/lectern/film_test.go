package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A film beside a lesson is larger than what is in the memory at a time: it is whole in the site, after an edit, when nothing
// has changed, and in the zip.
func TestAFilmBesideALessonIsInEverySite(t *testing.T) {
	film := strings.Repeat("a picture every second, ", 150_000) // 3.6 MB
	course := severalLessons(t)
	write(t, filepath.Join(course, "content", "01-module", "film.mp4"), film)
	for range 2 {
		for range 2 {
			if said := says(t, "-C", course); !strings.HasSuffix(said, "0") {
				t.Fatalf("the course does not build:\n%s", said)
			}
		}
		if data, err := os.ReadFile(filepath.Join(course, "public", "module", "film.mp4")); err != nil || string(data) != film {
			t.Fatalf("%d bytes of the film are in the site (%v), want %d", len(data), err, len(film))
		}
		if err := appendTo(lessonOf(course, 1), "\nMore.\n"); err != nil {
			t.Fatal(err)
		}
	}
	packed := filepath.Join(t.TempDir(), "course.zip")
	var said bytes.Buffer
	if code := run([]string{"export", "zip", "-C", course, "-o", packed}, &said, &said); code != 0 {
		t.Fatalf("no zip:\n%s", &said)
	}
	files, err := zip.OpenReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	inZip, err := files.Open("several/module/film.mp4")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(inZip); err != nil || string(data) != film {
		t.Errorf("%d bytes of the film are in the zip (%v), want %d", len(data), err, len(film))
	}
}
