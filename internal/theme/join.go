package theme

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"

	"lectern/layouts"
	"lectern/quiz"
)

// joinStyles makes the style that every page has.
func (t *Theme) joinStyles(questions, tiny []byte, several bool) (File, error) {
	var all bytes.Buffer
	all.WriteString(fontRules(t.faces))
	before, after := layouts.Styles()
	if err := t.read(&all, "styles/", before, ".css"); err != nil {
		return File{}, err
	}
	all.Write(questions)
	all.Write(tiny)
	if several {
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
func (t *Theme) joinScripts(questions []byte, several bool) ([]byte, error) {
	all := bytes.NewBuffer(bytes.Clone(questions))
	scripts := layouts.Scripts
	if several {
		scripts = append(slices.Clone(scripts), layouts.Languages)
	}
	if err := t.read(all, "scripts/", scripts, ".js"); err != nil {
		return nil, err
	}
	return all.Bytes(), nil
}

func (t *Theme) read(into *bytes.Buffer, folder string, names []string, extension string) error {
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

// paperStyle makes the style of the pages for paper, which load nothing else.
func (t *Theme) paperStyle() (File, error) {
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
func (t *Theme) ownParts() ([]quiz.Part, error) {
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

// File is a file of the theme, by its name in the layouts folder.
func (t *Theme) File(name string) ([]byte, error) { return fs.ReadFile(t.files, name) }
