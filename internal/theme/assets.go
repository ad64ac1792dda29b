package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"lectern/quiz"
	"lectern/quiz/kinds"
)

// Assets are the styles and scripts of the site: the ones of every page, and
// those of the parts that only some questions need.
type Assets struct {
	Style, Script File
	Paper         File        // the style of the pages for paper
	Course        func() Part // what the pages about progress load, made when one of them is

	parts   map[string]Part
	bundles map[string]Part // what a page with many parts loads, by their names
}

// Part is what a page with certain questions loads besides. A file without
// data is not there.
type Part struct {
	style, script File
	weight        int // of both, compressed, in bytes
}

// Typed is the part of a page that folds what is typed. Questions and the search
// compare words alike.
const Typed = "typed"

// Needs are what the pages of a course need besides the frame.
type Needs struct {
	Parts   []string   // of any page, in order
	Pages   [][]string // the parts of each lesson's pages
	Several bool       // the course is in several languages
}

// tinyStyle is how small a part's style must be to travel with the site's own,
// in bytes: asking for it would cost more than it weighs.
const tinyStyle = 256

// Join makes the styles and scripts, with the parts that the course's questions
// need, and no others.
func (t *Theme) Join(n Needs) error {
	frame, err := quiz.Frame()
	if err != nil {
		return err
	}
	scripts, err := t.joinScripts(frame.Script, n.Several)
	if err != nil {
		return err
	}
	t.everywhere = t.carriedBy(scripts)
	tiny, err := t.makeParts(n)
	if err != nil {
		return err
	}
	if t.Assets.Style, err = t.joinStyles(frame.Style, tiny, n.Several); err != nil {
		return err
	}
	if t.Assets.Paper, err = t.paperStyle(); err != nil {
		return err
	}
	t.Assets.Script, err = Script("site", append(scripts, t.everywhere.script()...))
	return err
}

// makeParts makes the theme's parts, those of the questions, and the bundles. It
// returns the styles that are too small to be asked for.
func (t *Theme) makeParts(n Needs) (tiny []byte, err error) {
	names := n.Parts
	if !slices.Contains(names, Typed) {
		names = append([]string{Typed}, names...)
	}
	parts, err := kinds.All().Parts(names)
	if err != nil {
		return nil, err
	}
	own, err := t.ownParts()
	if err != nil {
		return nil, err
	}
	parts = append(own, parts...)
	t.Assets.parts = map[string]Part{}
	for _, p := range parts {
		made, err := t.Part(p)
		if err != nil {
			return nil, err
		}
		if len(made.style.Data) <= tinyStyle {
			tiny = append(tiny, made.style.Data...)
			made = Part{script: made.script}.weighed()
		}
		t.Assets.parts[p.Name] = made
	}
	return tiny, t.bundle(parts, n.Pages)
}

// Part makes the style and the script of a part, with the sentences and drawings
// that the script names.
func (t *Theme) Part(p quiz.Part) (made Part, err error) {
	if made.style, err = asset("assets/"+p.Name, ".css", "text/css", p.Style); err != nil {
		return made, err
	}
	script := append(bytes.Clone(p.Script), t.carriedBy(p.Script).without(t.everywhere).script()...)
	made.script, err = Script(p.Name, script)
	return made.weighed(), err
}

func (p Part) weighed() Part {
	p.weight = 0
	for _, f := range p.files() {
		p.weight += Compressed(f.Data)
	}
	return p
}

// Script makes a script of a name.
func Script(name string, data []byte) (File, error) {
	return asset("assets/"+name, ".js", "application/javascript", data)
}

// asset minifies a file, whose name has a part of its hash, so that a browser may
// keep it for ever.
func asset(name, extension, media string, data []byte) (File, error) {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.Add("application/javascript", &js.Minifier{Version: 2017})
	small, err := m.Bytes(media, data)
	if err != nil {
		return File{}, fmt.Errorf("%s%s: %w", path.Base(name), extension, err)
	}
	return byContent(name, extension, small), nil
}

// Written is a script that hands data over as they were encoded: to minify them costs
// much more time than it saves bytes once compressed.
func Written(name string, data []byte) File { return byContent("assets/"+name, ".js", data) }

func byContent(name, extension string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{Path: name + "." + hex.EncodeToString(sum[:5]) + extension, Data: data}
}

func (p Part) files() []File {
	return slices.DeleteFunc([]File{p.style, p.script}, func(f File) bool { return len(f.Data) == 0 })
}

// Weight is how many bytes a part is, compressed.
func (p Part) Weight() int { return p.weight }
