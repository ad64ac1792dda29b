// Package settings is what an author writes into site.yaml.
package settings

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"unicode"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/layouts"
)

// What lies in a course's folder: the settings, the lessons, the theme's own parts.
const (
	File    = "site.yaml"
	Content = course.Dir
	Theme   = "layouts"
)

// most is how many bytes it may have.
const most = 1 << 20

// Site is what site.yaml says. Every key but title has a default.
type Site struct {
	Title    yamlx.Text   `yaml:"title"`
	ID       yamlx.Text   `yaml:"id"`       // names the course in the browser; default: made from the title
	Language yamlx.Text   `yaml:"language"` // BCP 47; default: en
	BaseURL  yamlx.Text   `yaml:"base_url"` // where the site will live; without it no page names an address
	Fonts    yamlx.Text   `yaml:"fonts"`    // auto: the theme's when they are there; system: none
	Theme    layouts.Own  `yaml:"theme"`    // colours that are not the theme's
	Markdown Markdown     `yaml:"markdown"`
	Review   Review       `yaml:"review"`
	Silence  []yamlx.Text `yaml:"silence"` // names of warnings not to show
	Editor   yamlx.Text   `yaml:"editor"`  // the address that opens a place in an editor, for the preview
	// Settings of the languages that the course is translated into, by their codes.
	Languages yamlx.Node `yaml:"languages"`

	source  *source.File
	further []Further
}

// Markdown are the settings of the Markdown reader.
type Markdown struct {
	HTML  *bool `yaml:"html"`  // raw HTML is passed on; default: true
	Smart *bool `yaml:"smart"` // typographic quotes and dashes; default: true
}

// What Fonts may be.
const (
	FontsAuto   = "auto"
	FontsSystem = "system"
)

// Read reads site.yaml and fills in the defaults. It returns nil after an error.
func Read(fsys fs.FS, d *diag.List) *Site {
	info, err := fs.Stat(fsys, File)
	if err == nil && course.Waits(fsys, File, fs.FileInfoToDirEntry(info)) {
		d.ErrorIn(File, "unreadable", course.NoFile, "put a file in its place")
		return nil
	}
	if err == nil && info.Size() > most {
		d.ErrorIn(File, "unreadable", fmt.Sprintf("this file cannot be read: it is larger than %d MB", most>>20), "")
		return nil
	}
	data, err := fs.ReadFile(fsys, File)
	if err != nil {
		d.ErrorIn(File, "config-missing", "there is no site.yaml here", "a course is a folder with a file `site.yaml` and lessons in a folder `content`; the smallest `site.yaml` is a single line: title: My course")
		return nil
	}
	f, err := source.New(File, data)
	if err != nil {
		d.ErrorIn(File, "encoding", strings.TrimPrefix(err.Error(), File+" "), "")
		return nil
	}
	s := &Site{source: f}
	ok := yamlx.Decode(f, f.All(), s, d)
	s.setDefaults()
	ok = s.check(f, ok, d) && ok
	if !s.readLanguages(f, d) || !ok {
		return nil
	}
	return s
}

func (s *Site) setDefaults() {
	setDefault(&s.Language.Value, "en")
	if code, ok := course.Code(s.Language.Value); ok {
		s.Language.Value = code
	}
	setDefault(&s.Fonts.Value, FontsAuto)
	setDefault(&s.ID.Value, IDFrom(s.Title.Value))
	yes := true
	if s.Markdown.HTML == nil {
		s.Markdown.HTML = &yes
	}
	if s.Markdown.Smart == nil {
		s.Markdown.Smart = &yes
	}
}

func setDefault(value *string, fallback string) {
	if *value == "" {
		*value = fallback
	}
}

// IDFrom makes an id from the course's title, whatever that is written in.
func IDFrom(title string) string {
	if id := markdown.Slug(title); isID(id) {
		return id
	}
	sum := sha256.Sum256([]byte(title))
	return "course-" + hex.EncodeToString(sum[:5])
}

// What an id, the address of an editor and the code of a language look like, as every program with regular
// expressions for Unicode reads it.
const (
	IDPattern       = `^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._\-]{0,99}$`
	EditorPattern   = `^[A-Za-z][A-Za-z0-9+.\-]*:.*\{file\}`
	LanguagePattern = `^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$`
)

// otherSchemes begin addresses that would do something else.
const otherSchemes = `(?i)^(?:javascript|data|vbscript|https?|blob|file):`

var (
	goodLanguage = once.Regexp(LanguagePattern)
	goodEditor   = once.Regexp(EditorPattern)
	badEditor    = once.Regexp(otherSchemes)
)

// isID is IDPattern read by hand: it counts, and takes seven megabytes to compile.
func isID(s string) bool {
	n := 0
	for _, r := range s {
		inside := n > 0 && (unicode.IsMark(r) || r == '.' || r == '_' || r == '-')
		if n++; n > 100 || !unicode.IsLetter(r) && !unicode.Is(unicode.Nd, r) && !inside {
			return false
		}
	}
	return n > 0
}

// Source is the file that they were read from.
func (s *Site) Source() *source.File { return s.source }

// check says what cannot work in settings that were read, or not in full.
func (s *Site) check(f *source.File, read bool, d *diag.List) bool {
	ok := s.Review.check(f, d)
	want := func(holds bool, at source.Range, name, message, fix string) {
		if !holds {
			d.Error(f, at, name, message, fix)
			ok = false
		}
	}
	// A title that could not be read is there; what is wrong with it has been said.
	want(s.Title.Value != "" || !read && bytes.Contains(append([]byte("\n"), f.Text()...), []byte("\ntitle:")), f.LineRange(0), "title-missing", "the course has no title", "add a line: title: My course")
	want(isID(s.ID.Value), s.ID.At, "id-bad", fmt.Sprintf("`%s` cannot be the course's id", s.ID.Value), "use letters, digits and hyphens")
	want(goodLanguage.MatchString(s.Language.Value), s.Language.At, "language-bad", fmt.Sprintf(badLanguage, s.Language.Value), codeOfLanguage)
	want(s.Fonts.Value == FontsAuto || s.Fonts.Value == FontsSystem, s.Fonts.At, "fonts-unknown", fmt.Sprintf("unknown value `%s` for `fonts`", s.Fonts.Value), "write `auto` or `system`")
	want(s.Editor.Value == "" || isEditor(s.Editor.Value), s.Editor.At, "editor-bad", fmt.Sprintf("`%s` does not open a file in an editor", s.Editor.Value), "write the address of an editor with the places to fill in: vscode://file/{file}:{line}:{column}")
	want(s.BaseURL.Value == "" || isBaseURL(s.BaseURL.Value), s.BaseURL.At, "base-url-bad", fmt.Sprintf(badBaseURL, s.BaseURL.Value), wholeAddress)
	return ok
}

const (
	badLanguage    = "`%s` is not a language"
	codeOfLanguage = "write a code such as en, fr or en-CA"

	badBaseURL   = "`%s` is not the address of a site"
	wholeAddress = "write the whole address: https://example.org/course/"
)

// SetBaseURL takes the address from the command line, when one is given.
func (s *Site) SetBaseURL(address string, d *diag.List) bool {
	if address == "" {
		return true
	}
	s.BaseURL.Value = address
	if !isBaseURL(address) {
		d.ErrorIn("--base-url", "base-url-bad", fmt.Sprintf(badBaseURL, address), wholeAddress)
		return false
	}
	return true
}

func isEditor(s string) bool { return goodEditor.MatchString(s) && !badEditor.MatchString(s) }

func isBaseURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.RawQuery == "" && u.Fragment == ""
}

// Silenced reports whether the author does not want to see a warning.
func (s *Site) Silenced(name string) bool {
	for _, silent := range s.Silence {
		if silent.Value == name {
			return true
		}
	}
	return false
}
