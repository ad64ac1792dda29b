package course

import (
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Target is what a link inside the course can lead to.
type Target struct {
	URL     string          // its file in the site
	File    string          // its path in content/; "" for pages
	Anchors map[string]bool // the parts a link can point at; nil for files that are not pages
	// Of a translation, the parts of its original, and by which of its own each
	// goes that is called by its own words.
	Original map[string]bool
	Own      map[string]string
}

// Slug is the lesson's name in its address.
func (l *Lesson) Slug() string { return strings.TrimSuffix(path.Base(l.URL), ".html") }

func (c *Course) indexTargets() {
	c.targets = map[string]*Target{}
	c.addTarget("index.md", c.Home)
	c.addTarget(".", c.Home)
	for _, m := range c.Modules {
		c.addModuleTarget(m)
	}
	for _, l := range c.Lessons {
		c.addLessonTarget(l)
	}
	if g := c.Glossary; g != nil {
		var ids []string
		for _, e := range g.Entries {
			ids = append(ids, e.Anchor())
		}
		c.addTarget("glossary.md", &g.Page, ids...)
	}
	if len(c.References.Keys()) > 0 {
		anchors := map[string]bool{}
		for _, k := range c.References.Keys() {
			anchors["ref-"+k] = true
		}
		c.targets["references.yaml"] = &Target{URL: "references.html", Anchors: anchors}
	}
	for file := range c.Files {
		shown := file
		if own := c.translated[file]; c.Files[own] {
			shown = own
		}
		c.targets[file] = &Target{URL: c.assetURL(shown), File: shown}
	}
}

// addTarget notes a page under a path, with the parts that its document does
// not know of.
func (c *Course) addTarget(key string, p *Page, extra ...string) {
	t := &Target{URL: p.URL, Anchors: map[string]bool{}, Own: p.Doc.Own}
	for a := range p.Doc.Anchors {
		t.Anchors[a] = true
	}
	for _, a := range extra {
		t.Anchors[a] = true
	}
	c.targets[key] = t
	if p.Original != nil { // a link may name either file
		t.Original = p.Original.Doc.Anchors
		c.targets[inContent(p.File.Path)] = t
		c.targets[inContent(p.Original.File.Path)] = t
	}
}

func (c *Course) addModuleTarget(m *Module) {
	if m.Dir == "." {
		return
	}
	c.addTarget(m.Dir, &m.Page)
	c.addTarget(m.Dir+"/index.md", &m.Page)
}

func (c *Course) addLessonTarget(l *Lesson) {
	if l.File == nil {
		return // it could not be read, which has been reported
	}
	var questions []string
	for _, q := range l.Doc.Questions {
		questions = append(questions, q.Base().ID, "q-"+q.Base().ID)
	}
	c.addTarget(inContent(l.File.Path), &l.Page, questions...)
}

// assetURL is where a picture or another file goes: beside the pages of its
// module, under its own name.
func (c *Course) assetURL(file string) string {
	for _, m := range c.Modules {
		if rest, ok := strings.CutPrefix(file, m.Dir+"/"); ok && m.Dir != "." {
			return path.Join(m.Slug, rest) // a slug is empty where the name is wrong
		}
	}
	return file
}

// Lookup finds what a destination written in a file of dir leads to. fragment
// is the part after #. ok is false when there is no such file.
func (c *Course) Lookup(dir, destination string) (t *Target, file, fragment string, ok bool) {
	destination, fragment, _ = strings.Cut(destination, "#")
	destination, _, _ = strings.Cut(destination, "?")
	if plain, err := url.PathUnescape(destination); err == nil {
		destination = plain
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	file = path.Join(dir, destination)
	if strings.HasPrefix(destination, "/") {
		file = strings.TrimPrefix(path.Clean(destination), "/")
	}
	if t, ok = c.targets[file]; !ok {
		t, ok = c.targets[norm.NFC.String(file)]
	}
	if !ok {
		t, ok = c.targets[norm.NFD.String(file)]
	}
	return t, file, fragment, ok
}

// Destinations lists every file a link can lead to, in order, for suggestions.
func (c *Course) Destinations() []string {
	return slices.Sorted(maps.Keys(c.targets))
}

// WriteTarget writes what a link of a page in dir leads to: the address, and the parts
// of a page. Links that write the same lead to the same.
func (c *Course) WriteTarget(w io.Writer, dir, destination string) {
	t, file, _, ok := c.Lookup(dir, destination)
	if !ok {
		fmt.Fprintf(w, "%q leads nowhere\n", file)
		return
	}
	fmt.Fprintf(w, "%q %q %t %q %q\n", t.URL, t.File, t.Anchors == nil, slices.Sorted(maps.Keys(t.Anchors)), c.titleAt(t.URL))
}

// titleAt is the title of a lesson or a module.
func (c *Course) titleAt(url string) string {
	if l := c.LessonAt(url); l != nil {
		return l.Title
	}
	if m := c.ModuleAt(url); m != nil {
		return m.Title
	}
	return ""
}
