package theme

import (
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"lectern/layouts"
	"lectern/quiz"
)

// maxParts is how many parts a page loads one by one, so that the next page
// finds most of them in the browser. More of them weigh a third less in one
// piece.
const maxParts = 5

// bundle joins the parts of pages that need many.
func (t *Theme) bundle(parts []quiz.Part, pages [][]string) error {
	t.Assets.bundles = map[string]Part{}
	for _, names := range pages {
		key := strings.Join(names, " ")
		if _, done := t.Assets.bundles[key]; done || len(names) <= maxParts {
			continue
		}
		whole := quiz.Part{Name: "questions"}
		for _, p := range parts { // they are in order
			if slices.Contains(names, p.Name) {
				whole.Script = append(append(whole.Script, p.Script...), '\n')
				whole.Style = append(whole.Style, t.Assets.parts[p.Name].style.Data...)
			}
		}
		made, err := t.Part(whole)
		if err != nil {
			return err
		}
		t.Assets.bundles[key] = made
	}
	return nil
}

// needed are the parts that a page with these names loads.
func (a *Assets) needed(names []string) []Part {
	if bundle, ok := a.bundles[strings.Join(names, " ")]; ok {
		return []Part{bundle}
	}
	parts := make([]Part, len(names))
	for i, name := range names {
		parts[i] = a.parts[name]
		if name == layouts.Course {
			parts[i] = a.Course()
		}
	}
	return parts
}

// Files are all that some of these pages load, each given by its parts.
func (a *Assets) Files(pages [][]string) []File {
	files := []File{a.Style, a.Script, a.Paper}
	there := map[string]bool{}
	for _, names := range pages {
		for _, needed := range a.needed(names) {
			for _, f := range needed.files() {
				if !there[f.Path] {
					there[f.Path] = true
					files = append(files, f)
				}
			}
		}
	}
	return files
}

// All are the styles and scripts that any page may load.
func (a *Assets) All() []File {
	files := []File{a.Style, a.Script, a.Paper}
	for _, parts := range []map[string]Part{a.parts, a.bundles, {"": a.Course()}} {
		for _, p := range parts {
			files = append(files, p.files()...)
		}
	}
	return files
}

// WriteNames writes the names of all that pages may load, which have digests of
// the content in them.
func (a *Assets) WriteNames(w io.Writer) {
	fmt.Fprintf(w, "%q %q %q\n", a.Style.Path, a.Script.Path, a.Paper.Path)
	for _, parts := range []map[string]Part{a.parts, a.bundles} {
		for _, name := range slices.Sorted(maps.Keys(parts)) {
			fmt.Fprintf(w, "%q %q %q\n", name, parts[name].style.Path, parts[name].script.Path)
		}
	}
}

// Of lists what a page with these parts loads: its styles and its scripts,
// each in order.
func (a *Assets) Of(names []string) (styles, scripts []string) {
	styles, scripts = []string{a.Style.Path}, []string{a.Script.Path}
	for _, p := range a.needed(names) {
		for _, f := range p.files() {
			if path.Ext(f.Path) == ".css" {
				styles = append(styles, f.Path)
			} else {
				scripts = append(scripts, f.Path)
			}
		}
	}
	return styles, scripts
}

// Weight is how many bytes the parts of a page add, compressed.
func (a *Assets) Weight(names []string) int {
	sum := 0
	for _, p := range a.needed(names) {
		sum += p.weight
	}
	return sum
}
