package pack

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
	"lectern/internal/site"
)

// packed is the zip of a course with these files beside its one lesson.
func packed(t *testing.T, more map[string]string) []byte {
	t.Helper()
	course := fstest.MapFS{
		"site.yaml":         {Data: []byte("title: ᐅᓪᓛᒃᑯᑦ tea\nid: ᐅᓪᓛᒃᑯᑦ\n")},
		"content/01-tea.md": {Data: []byte("# Tea\n")},
	}
	for name, text := range more {
		course[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var d diag.List
	built := site.Build(course, site.Options{}, &d)
	if built == nil {
		t.Fatalf("the course does not build: %v", d.Sorted())
	}
	var out bytes.Buffer
	if err := Zip(&out, built); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func opened(t *testing.T, data []byte) *zip.Reader {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAZipHoldsOneFolderInOrder(t *testing.T) {
	before := ""
	for _, f := range opened(t, packed(t, nil)).File {
		if !strings.HasPrefix(f.Name, "ᐅᓪᓛᒃᑯᑦ/") || f.NonUTF8 {
			t.Errorf("%s is not in the course's folder", f.Name)
		}
		if f.Name <= before {
			t.Errorf("%s comes after %s", f.Name, before)
		}
		if !f.Modified.Equal(everyTime) {
			t.Errorf("%s is of %s", f.Name, f.Modified)
		}
		before = f.Name
	}
}

func TestOneCourseIsOneZip(t *testing.T) {
	first := packed(t, nil)
	if !bytes.Equal(first, packed(t, nil)) {
		t.Error("one course gives two zips")
	}
	if bytes.Equal(first, packed(t, map[string]string{"content/02-more.md": "# More\n"})) {
		t.Error("two courses give one zip")
	}
}

func TestTheNoteCanBeReadInAnyEditor(t *testing.T) {
	note, err := fs.ReadFile(opened(t, packed(t, nil)), "ᐅᓪᓛᒃᑯᑦ/"+readMe)
	if err != nil {
		t.Fatal(err)
	}
	text := string(note)
	if !strings.HasPrefix(text, "\ufeffᐅᓪᓛᒃᑯᑦ tea\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Errorf("it is %q", text)
	}
}

func TestACoursesOwnNoteStays(t *testing.T) {
	note, err := fs.ReadFile(opened(t, packed(t, map[string]string{"content/" + readMe: "Mine."})), "ᐅᓪᓛᒃᑯᑦ/"+readMe)
	if err != nil || string(note) != "Mine." {
		t.Errorf("it is %q, %v", note, err)
	}
}

func TestOnlyItsOwnZipsAreTakenForOurs(t *testing.T) {
	ours := packed(t, nil)
	var other bytes.Buffer
	if err := zip.NewWriter(&other).Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		data []byte
		want bool
	}{{ours, true}, {other.Bytes(), false}, {ours[:len(ours)/2], false}, {nil, false}} {
		if got := IsOurs(bytes.NewReader(c.data), int64(len(c.data))); got != c.want {
			t.Errorf("%d bytes are ours: %v", len(c.data), got)
		}
	}
}
