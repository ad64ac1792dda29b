// Package theme is how a site looks in one language: what its templates, styles
// and scripts are, its colours, typefaces and icons, and which of them a page
// loads. A course replaces any of them by a file of the same name in its own
// layouts folder.
package theme

import (
	"io/fs"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/layouts"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// Theme is everything that looks the same on every page of a language.
type Theme struct {
	Language  string // BCP 47
	Words     *layouts.Words
	Icons     map[string]string // drawings, by their names
	Questions *quiz.Renderer
	Assets    Assets
	Colours   Colours
	Extras    []Extra // fonts, and the icons of the course

	files      fs.FS // of all of the theme, with the course's own above
	pages      map[string]templateSet
	shared     templateSet // the menu, and all that is for paper
	everywhere carried     // what the scripts of every page name: no part carries it again
	faces      []face
	schemes    layouts.Schemes // the colours, with the course's own
	// The edition for who leads a group, which looks like no student's.
	facilitator bool
}

// Extra is a file of the site that is made when somebody asks for it.
type Extra struct {
	Path string // from the top of the site
	Data func() []byte
}

// File is a file that pages load.
type File struct {
	Path string // from the top of the site
	Data []byte
}

// Read makes everything that does not depend on the lessons. own is the course's
// own layouts folder; nil without one. It returns nil after an error.
func Read(own fs.FS, c *settings.Site, v Views, facilitator bool, d *diag.List) *Theme {
	t := &Theme{files: layouts.Over(own), Language: c.Language.Value, facilitator: facilitator}
	if t.Words = layouts.ReadWords(t.files, c.Language.Value, d); t.Words == nil {
		return nil
	}
	if !t.takeColours(c, d) {
		return nil
	}
	if err := t.compile(c, v, own); err != nil {
		t.Report(err, d)
		return nil
	}
	return t
}

// In is the theme in another language, without styles and scripts yet. It
// returns nil after an error.
func (t *Theme) In(code string, d *diag.List) *Theme {
	other := *t
	other.Language, other.Assets = code, Assets{}
	if other.Words = layouts.ReadWords(t.files, code, d); other.Words == nil {
		return nil
	}
	return &other
}

// Speaks reports whether there are sentences in a language.
func (t *Theme) Speaks(code string) bool {
	base, _, _ := strings.Cut(code, "-")
	for _, name := range []string{code, base} {
		if _, err := fs.Stat(t.files, "strings/"+name+".yaml"); err == nil {
			return true
		}
	}
	return base == "en"
}

// takeColours lays the course's own colours over the theme's.
func (t *Theme) takeColours(c *settings.Site, d *diag.List) bool {
	builtin, err := layouts.ReadSchemes(t.files)
	if err != nil {
		d.ErrorIn("layouts/"+layouts.TokensFile, "theme", err.Error(), "")
		return false
	}
	own, ok := c.Theme.Read(c.Source(), builtin, d)
	t.schemes, t.files = builtin.With(own), layouts.Coloured(t.files, own)
	return ok
}

func (t *Theme) compile(c *settings.Site, v Views, own fs.FS) (err error) {
	if t.Icons, err = layouts.Icons(t.files); err != nil {
		return err
	}
	if t.Questions, err = quiz.NewRenderer(kinds.All()); err != nil {
		return err
	}
	if err = t.compilePages(v); err != nil {
		return err
	}
	t.faces = findFonts(own, c)
	t.Colours = t.barColours(t.barToken())
	t.Extras = append(fontFiles(own, t.faces), t.icons(c)...)
	return nil
}
