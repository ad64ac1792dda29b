package theme

import (
	"bytes"
	"compress/gzip"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
	"lectern/internal/settings"
)

// read is a theme for a course with these files of its own in its layouts folder.
func read(t *testing.T, own fstest.MapFS) *Theme {
	t.Helper()
	var d diag.List
	config := settings.Read(fstest.MapFS{"site.yaml": {Data: []byte("title: Tea\nid: tea\n")}}, &d)
	look := Read(own, config, Views{}, false, &d)
	if look == nil || d.Failed() {
		t.Fatal(d.Sorted())
	}
	look.Assets.Course = func() Part { return Part{} }
	return look
}

func TestAPageLoadsItsPartsOrManyOfThemInOnePiece(t *testing.T) {
	look := read(t, nil)
	few, many := []string{"choice"}, []string{"choice", "number", "text", "gaps", "match", "sort"}
	if err := look.Join(Needs{Parts: many, Pages: [][]string{few, many}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		parts, want []string
	}{{nil, []string{"site"}}, {few, []string{"site", "choice"}}, {many, []string{"site", "questions"}}} {
		_, scripts := look.Assets.Of(c.parts)
		for i, name := range scripts {
			scripts[i], _, _ = strings.Cut(strings.TrimPrefix(name, "assets/"), ".")
		}
		if !slices.Equal(scripts, c.want) {
			t.Errorf("with %q a page loads %q, want %q", c.parts, scripts, c.want)
		}
	}
	if one, all := look.Assets.Weight(few), look.Assets.Weight(many); one == 0 || all <= one {
		t.Errorf("one part weighs %d bytes, six %d", one, all)
	}
}

// A style of a few bytes costs more to ask for than to have.
func TestASmallStyleTravelsWithTheSites(t *testing.T) {
	for name, c := range map[string]struct {
		style   string
		travels bool
	}{"small": {".mine{color:red}", true}, "large": {strings.Repeat(".mine p{color:red}.mine b{margin:1px}", 50), false}} {
		look := read(t, fstest.MapFS{"styles/lists.css": {Data: []byte(c.style)}})
		if err := look.Join(Needs{}); err != nil {
			t.Fatal(err)
		}
		styles, _ := look.Assets.Of([]string{"lists"})
		if alone := len(styles) > 1; alone == c.travels || bytes.Contains(look.Assets.Style.Data, []byte(".mine")) != c.travels {
			t.Errorf("%s: the page loads %q", name, styles)
		}
	}
}

func TestACourseReplacesAFileOfTheThemeByItsName(t *testing.T) {
	mine := fstest.MapFS{"scripts/search.js": {Data: []byte("Lectern.mine=1")}, "icons/search.svg": {Data: []byte(`<svg viewBox="0 0 1 1"></svg>`)}}
	if data, err := read(t, mine).File("scripts/search.js"); string(data) != "Lectern.mine=1" {
		t.Errorf("%q, %v", data, err)
	}
	if mine, ours := read(t, mine).Icons["search"], read(t, nil).Icons["search"]; mine == ours {
		t.Error("the course's own icon is not there")
	}
}

// Pages are weighed side by side, by compressors that are used again.
func TestSeveralWeighAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			text := []byte(strings.Repeat("Water is hot. ", 100*i))
			var b bytes.Buffer
			w := gzip.NewWriter(&b)
			if _, err := w.Write(text); err != nil || w.Close() != nil {
				t.Error(err)
			}
			if got := Compressed(text); got != b.Len() {
				t.Errorf("%d bytes are %d compressed, want %d", len(text), got, b.Len())
			}
		})
	}
	all.Wait()
}
