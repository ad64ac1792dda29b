package site

import (
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
func (t *theme) bundle(parts []quiz.Part, pages [][]string) error {
	t.assets.bundles = map[string]part{}
	for _, names := range pages {
		key := strings.Join(names, " ")
		if _, done := t.assets.bundles[key]; done || len(names) <= maxParts {
			continue
		}
		whole := quiz.Part{Name: "questions"}
		for _, p := range parts { // they are in order
			if slices.Contains(names, p.Name) {
				whole.Script = append(append(whole.Script, p.Script...), '\n')
				whole.Style = append(whole.Style, t.assets.parts[p.Name].style.Data...)
			}
		}
		made, err := t.part(whole)
		if err != nil {
			return err
		}
		t.assets.bundles[key] = made.weighed()
	}
	return nil
}

// needed are the parts that a page with these names loads.
func (a *assets) needed(names []string) []part {
	if bundle, ok := a.bundles[strings.Join(names, " ")]; ok {
		return []part{bundle}
	}
	parts := make([]part, len(names))
	for i, name := range names {
		parts[i] = a.parts[name]
		if name == layouts.Course {
			parts[i] = a.course().part
		}
	}
	return parts
}

// files are all that some page of pages loads.
func (a *assets) files(pages []page) []File {
	files := []File{a.style, a.script, a.paper}
	there := map[string]bool{}
	for _, p := range pages {
		for _, needed := range a.needed(p.parts) {
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

// of lists what a page with these parts loads: its styles and its scripts,
// each in order.
func (a *assets) of(names []string) (styles, scripts []string) {
	styles, scripts = []string{a.style.Path}, []string{a.script.Path}
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

// weight is how many bytes the parts of a page add, compressed.
func (a *assets) weight(names []string) int {
	sum := 0
	for _, p := range a.needed(names) {
		sum += p.weight
	}
	return sum
}
