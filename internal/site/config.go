package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/layouts"
)

// configFile is the course's settings.
const configFile = "site.yaml"

// maxConfig is how many bytes they may have.
const maxConfig = 1 << 20

// Config is what site.yaml says. Every key but title has a default.
type Config struct {
	Title    yamlx.Text   `yaml:"title"`
	ID       yamlx.Text   `yaml:"id"`       // names the course in the browser; default: made from the title
	Language yamlx.Text   `yaml:"language"` // BCP 47; default: en
	BaseURL  yamlx.Text   `yaml:"base_url"` // where the site will live; without it no page names an address
	Fonts    yamlx.Text   `yaml:"fonts"`    // auto: the theme's when they are there; system: none
	Theme    layouts.Own  `yaml:"theme"`    // colours that are not the theme's
	Markdown MarkdownKeys `yaml:"markdown"`
	Review   ReviewKeys   `yaml:"review"`
	Silence  []yamlx.Text `yaml:"silence"` // names of warnings not to show
	Editor   yamlx.Text   `yaml:"editor"`  // the address that opens a place in an editor, for the preview
	// Settings of the languages that the course is translated into, by their codes.
	Languages yamlx.Node `yaml:"languages"`

	file    *source.File
	further []furtherLanguage
}

// MarkdownKeys are the settings of the Markdown reader.
type MarkdownKeys struct {
	HTML  *bool `yaml:"html"`  // raw HTML is passed on; default: true
	Smart *bool `yaml:"smart"` // typographic quotes and dashes; default: true
}

// Fonts settings.
const (
	fontsAuto   = "auto"
	fontsSystem = "system"
)

// ReadConfig reads the settings of a course alone. It returns nil after an error.
func ReadConfig(fsys fs.FS, d *diag.List) *Config { return readConfig(fsys, d) }

// readConfig reads site.yaml and fills in the defaults. It returns nil after
// an error.
func readConfig(fsys fs.FS, d *diag.List) *Config {
	if info, err := fs.Stat(fsys, configFile); err == nil && info.Size() > maxConfig {
		d.ErrorIn(configFile, "unreadable", fmt.Sprintf("this file cannot be read: it is larger than %d MB", maxConfig>>20), "")
		return nil
	}
	data, err := fs.ReadFile(fsys, configFile)
	if err != nil {
		d.ErrorIn(configFile, "config-missing", "there is no site.yaml here", "a course is a folder with a file `site.yaml` and lessons in a folder `content`; the smallest `site.yaml` is a single line: title: My course")
		return nil
	}
	f, err := source.New(configFile, data)
	if err != nil {
		d.ErrorIn(configFile, "encoding", strings.TrimPrefix(err.Error(), configFile+" "), "")
		return nil
	}
	c := &Config{file: f}
	ok := yamlx.Decode(f, f.All(), c, d)
	c.setDefaults()
	ok = c.check(f, ok, d) && ok
	if !c.readLanguages(f, d) || !ok {
		return nil
	}
	return c
}

func (c *Config) setDefaults() {
	setDefault(&c.Language.Value, "en")
	if code, ok := course.Code(c.Language.Value); ok {
		c.Language.Value = code
	}
	setDefault(&c.Fonts.Value, fontsAuto)
	setDefault(&c.ID.Value, IDFrom(c.Title.Value))
	yes := true
	if c.Markdown.HTML == nil {
		c.Markdown.HTML = &yes
	}
	if c.Markdown.Smart == nil {
		c.Markdown.Smart = &yes
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

var goodLanguage = once.Regexp(LanguagePattern)

// isID is asked once for a course, and compiled for that: kept, the pattern takes
// two megabytes, since it counts.
func isID(s string) bool { return regexp.MustCompile(IDPattern).MatchString(s) }

// check says what cannot work in settings that were read, or not in full.
func (c *Config) check(f *source.File, read bool, d *diag.List) bool {
	ok := c.Review.check(f, d)
	want := func(holds bool, at source.Range, name, message, fix string) {
		if !holds {
			d.Error(f, at, name, message, fix)
			ok = false
		}
	}
	// A title that could not be read is there; what is wrong with it has been said.
	want(c.Title.Value != "" || !read && bytes.Contains(append([]byte("\n"), f.Text()...), []byte("\ntitle:")), f.LineRange(0), "title-missing", "the course has no title", "add a line: title: My course")
	want(isID(c.ID.Value), c.ID.At, "id-bad", fmt.Sprintf("`%s` cannot be the course's id", c.ID.Value), "use letters, digits and hyphens")
	want(goodLanguage.MatchString(c.Language.Value), c.Language.At, "language-bad", fmt.Sprintf(badLanguage, c.Language.Value), codeOfLanguage)
	want(c.Fonts.Value == fontsAuto || c.Fonts.Value == fontsSystem, c.Fonts.At, "fonts-unknown", fmt.Sprintf("unknown value `%s` for `fonts`", c.Fonts.Value), "write `auto` or `system`")
	want(c.Editor.Value == "" || isEditor(c.Editor.Value), c.Editor.At, "editor-bad", fmt.Sprintf("`%s` does not open a file in an editor", c.Editor.Value), "write the address of an editor with the places to fill in: vscode://file/{file}:{line}:{column}")
	want(c.BaseURL.Value == "" || isBaseURL(c.BaseURL.Value), c.BaseURL.At, "base-url-bad", fmt.Sprintf(badBaseURL, c.BaseURL.Value), wholeAddress)
	return ok
}

const (
	badLanguage    = "`%s` is not a language"
	codeOfLanguage = "write a code such as en, fr or en-CA"

	badBaseURL   = "`%s` is not the address of a site"
	wholeAddress = "write the whole address: https://example.org/course/"
)

// setBaseURL takes the address from the command line, when one is given.
func (c *Config) setBaseURL(address string, d *diag.List) bool {
	if address == "" {
		return true
	}
	c.BaseURL.Value = address
	if !isBaseURL(address) {
		d.ErrorIn("--base-url", "base-url-bad", fmt.Sprintf(badBaseURL, address), wholeAddress)
		return false
	}
	return true
}

// otherSchemes begin addresses that would do something else.
const otherSchemes = `(?i)^(?:javascript|data|vbscript|https?|blob|file):`

func isEditor(s string) bool {
	return regexp.MustCompile(EditorPattern).MatchString(s) && !regexp.MustCompile(otherSchemes).MatchString(s)
}

func isBaseURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.RawQuery == "" && u.Fragment == ""
}

// silenced reports whether the author does not want to see a warning.
func (c *Config) Silenced(name string) bool {
	for _, s := range c.Silence {
		if s.Value == name {
			return true
		}
	}
	return false
}
