package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"lectern/layouts"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// assets are the styles and scripts of the site: the ones of every page, and
// those of the parts that only some questions need.
type assets struct {
	style, script File
	paper         File // the style of the pages for paper
	parts         map[string]part
	bundles       map[string]part // what a page with many parts loads, by their names
	course        func() known    // what the pages about progress know, made when one of them is
}

// part is what a page with certain questions loads besides. A file without
// data is not there.
type part struct {
	style, script File
	weight        int // of both, compressed, in bytes
}

// tinyStyle is how small a part's style must be to travel with the site's own,
// in bytes: asking for it would cost more than it weighs.
const tinyStyle = 256

// join makes the styles and scripts, with the parts that the course's questions
// need, and no others. pages are the needs of each lesson.
func (t *theme) join(names []string, pages [][]string) error {
	if !slices.Contains(names, typed) {
		names = append([]string{typed}, names...)
	}
	parts, err := kinds.All().Parts(names)
	if err != nil {
		return err
	}
	own, err := t.ownParts()
	if err != nil {
		return err
	}
	parts = append(own, parts...)
	frame, err := quiz.Frame()
	if err != nil {
		return err
	}
	scripts, err := t.joinScripts(frame.Script)
	if err != nil {
		return err
	}
	t.everywhere = t.carriedBy(scripts)
	t.assets.parts = map[string]part{}
	var tiny bytes.Buffer
	for _, p := range parts {
		made, err := t.part(p)
		if err != nil {
			return err
		}
		if len(made.style.Data) <= tinyStyle {
			tiny.Write(made.style.Data)
			made.style = File{}
		}
		t.assets.parts[p.Name] = made.weighed()
	}
	if err := t.bundle(parts, pages); err != nil {
		return err
	}
	if t.assets.style, err = t.joinStyles(frame.Style, tiny.Bytes()); err != nil {
		return err
	}
	if t.assets.paper, err = t.paperStyle(); err != nil {
		return err
	}
	t.assets.script, err = asset("assets/site", ".js", "application/javascript", append(scripts, t.everywhere.script()...))
	return err
}

// paperStyle makes the style of the pages for paper, which load nothing else.
func (t *theme) paperStyle() (File, error) {
	all := bytes.NewBufferString(fontRules(t.faces))
	if err := t.read(all, "styles/", layouts.PaperStyles, ".css"); err != nil {
		return File{}, err
	}
	if err := t.markStyle(all, "facilitator-paper"); err != nil {
		return File{}, err
	}
	return asset("assets/paper", ".css", "text/css", all.Bytes())
}

// ownParts are the theme's own, for pages that are no lessons.
func (t *theme) ownParts() ([]quiz.Part, error) {
	var parts []quiz.Part
	for _, name := range layouts.Parts {
		script, noScript := fs.ReadFile(t.files, "scripts/"+name+".js")
		style, noStyle := fs.ReadFile(t.files, "styles/"+name+".css")
		for _, err := range []error{noScript, noStyle} {
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
		}
		parts = append(parts, quiz.Part{Name: name, Script: script, Style: style})
	}
	return parts, nil
}

func (t *theme) part(p quiz.Part) (made part, err error) {
	if made.style, err = asset("assets/"+p.Name, ".css", "text/css", p.Style); err != nil {
		return made, err
	}
	script := append(bytes.Clone(p.Script), t.carriedBy(p.Script).without(t.everywhere).script()...)
	made.script, err = asset("assets/"+p.Name, ".js", "application/javascript", script)
	return made, err
}

func (p part) weighed() part {
	for _, f := range p.files() {
		p.weight += compressed(f.Data)
	}
	return p
}

// joinStyles makes the style that every page has.
func (t *theme) joinStyles(questions, tiny []byte) (File, error) {
	var all bytes.Buffer
	all.WriteString(fontRules(t.faces))
	before, after := layouts.Styles()
	if err := t.read(&all, "styles/", before, ".css"); err != nil {
		return File{}, err
	}
	all.Write(questions)
	all.Write(tiny)
	if t.several {
		after = append([]string{layouts.Languages}, after...)
	}
	if err := t.read(&all, "styles/", after, ".css"); err != nil {
		return File{}, err
	}
	if err := t.markStyle(&all, "facilitator"); err != nil {
		return File{}, err
	}
	// What a course adds comes last; without any there is no such file.
	if own, err := fs.ReadFile(t.files, "styles/"+layouts.OwnStyle+".css"); err == nil {
		all.Write(own)
	}
	return asset("assets/site", ".css", "text/css", all.Bytes())
}

// joinScripts joins the scripts that every page has.
func (t *theme) joinScripts(questions []byte) ([]byte, error) {
	all := bytes.NewBuffer(bytes.Clone(questions))
	scripts := layouts.Scripts
	if t.several {
		scripts = append(slices.Clone(scripts), layouts.Languages)
	}
	if err := t.read(all, "scripts/", scripts, ".js"); err != nil {
		return nil, err
	}
	return all.Bytes(), nil
}

func (t *theme) read(into *bytes.Buffer, folder string, names []string, extension string) error {
	for _, name := range names {
		data, err := fs.ReadFile(t.files, folder+name+extension)
		if err != nil {
			return err
		}
		into.Write(data)
		into.WriteByte('\n')
	}
	return nil
}

// asset minifies a file and puts a part of its hash into its name, so that a
// browser may keep it for ever.
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

// byContent is a file with a part of its hash in its name.
func byContent(name, extension string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{Path: name + "." + hex.EncodeToString(sum[:5]) + extension, Data: data}
}

func (p part) files() []File {
	return slices.DeleteFunc([]File{p.style, p.script}, func(f File) bool { return len(f.Data) == 0 })
}
