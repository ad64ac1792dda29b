package schema_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/jsonschema-go/jsonschema"
	"gopkg.in/yaml.v3"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/schema"
	"lectern/internal/settings"
	"lectern/internal/site"
	"lectern/internal/source"
)

// editor is what an editor makes of a schema.
type editor struct{ *jsonschema.Resolved }

func open(t *testing.T, name string) editor {
	t.Helper()
	written, err := schema.Of(name)
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(written, &s); err != nil {
		t.Fatal(err)
	}
	if s.Schema != "https://json-schema.org/draft/2020-12/schema" {
		t.Errorf("%s is written for %s", name, s.Schema)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return editor{r}
}

// says returns what is wrong with a text of YAML.
func (e editor) says(t *testing.T, text string) error {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return err
	}
	asInEditors(&doc)
	read := map[string]any{}
	if err := doc.Decode(&read); err != nil {
		return err
	}
	if read == nil { // an empty file
		read = map[string]any{}
	}
	written, err := json.Marshal(read)
	if err != nil {
		return err
	}
	var value any
	if err := json.Unmarshal(written, &value); err != nil {
		return err
	}
	return e.Validate(value)
}

// asInEditors leaves days as text: they are nothing of their own in YAML 1.2.
func asInEditors(n *yaml.Node) {
	if n.ShortTag() == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, below := range n.Content {
		asInEditors(below)
	}
}

func TestSettingsOfEveryCourseHereAreGood(t *testing.T) {
	settings, lesson, lessons := open(t, "site"), open(t, "lesson"), 0
	for _, top := range []string{"../..", "../../docs/manual", "../../test/testdata/course", "../../test/testdata/bilingual"} {
		text, err := os.ReadFile(filepath.Join(top, "site.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if err := settings.says(t, string(text)); err != nil {
			t.Errorf("%s/site.yaml: %v", top, err)
		}
		err = fs.WalkDir(os.DirFS(top), "content", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
				return err
			}
			data, err := os.ReadFile(filepath.Join(top, name))
			if err != nil {
				return err
			}
			f, err := source.New(name, data)
			if err != nil {
				return err
			}
			if parts := f.SplitFrontMatter(); parts.Found {
				lessons++
				if err := lesson.says(t, f.Slice(parts.YAML)); err != nil {
					t.Errorf("%s/%s: %v", top, name, err)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if lessons < 40 {
		t.Errorf("%d lessons were read", lessons)
	}
}

// An editor says of a site.yaml what Lectern says of it.
func TestEditorsAndLecternAgreeAboutTheSettings(t *testing.T) {
	e := open(t, "site")
	for text, good := range map[string]bool{
		"title: A": true, "title: 2026": true, "title: true": true, "": false, "title:": false, "title: ''": false, "title: [A]": false, "title: {a: b}": false, "id: a": false,
		"title: A\nid: a b": false, "title: A\nid: ../a": false, "title: A\nid: বাংলা-কোর্স": true, "title: A\nid: 2026": true, "title: A\nid:": true, "title: A\nid: a.b_c-d": true,
		"title: A\nid: " + strings.Repeat("é", 100): true, "title: A\nid: " + strings.Repeat("é", 101): false,
		"title: A\nlanguage: fr-CA": true, "title: A\nlanguage: english please": false, "title: A\nlanguage:": true, "title: A\nlanguage: [en]": false, "title: A\nlanguage: no": true,
		"title: A\nfonts: system": true, "title: A\nfonts: big": false, "title: A\nfonts:": true, "title: A\nfonts: Auto": false,
		"title: A\nbase_url: https://example.org/a/": true, "title: A\nbase_url: http://example.org": true, "title: A\nbase_url: example.org": false,
		"title: A\nbase_url: https://example.org/?a=b": false, "title: A\nbase_url: https://": false, "title: A\nbase_url: 'https://example.org/#a'": false, "title: A\nbase_url: 12": false,
		"title: A\nmarkdown: {html: false}": true, "title: A\nmarkdown: {html: no, smart: Off}": true, "title: A\nmarkdown: {html: maybe}": false, "title: A\nmarkdown: {htlm: true}": false,
		"title: A\nmarkdown:": true, "title: A\nmarkdown: true": false, "title: A\nmarkdown: [html]": false, "title: A\nmarkdown: {html: 1}": false,
		"title: A\nreview: {boxes: [1, 3]}": true, "title: A\nreview: {boxes: 7}": true, "title: A\nreview: {boxes: [0]}": false, "title: A\nreview: {boxes: [1001]}": false,
		"title: A\nreview: {boxes: [1000]}": true, "title: A\nreview: {boxes: ['3']}": true, "title: A\nreview: {boxes: [soon]}": false, "title: A\nreview: {boxes: [1.5]}": false,
		"title: A\nreview: {boxes: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]}":    true,
		"title: A\nreview: {boxes: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]}": false,
		"title: A\nreview: {goal: 2027-06-01}":                                               true, "title: A\nreview: {goal: June}": false, "title: A\nreview: {goal: 2027-13-01}": false, "title: A\nreview: {goal: }": true,
		"title: A\nreview: {glossary: yes}": true, "title: A\nreview: {glossary: words}": false,
		"title: A\nsilence: [link-empty]": true, "title: A\nsilence: link-empty": true, "title: A\nsilence:": true, "title: A\nsilence: {a: b}": false, "title: A\nsilence: [[a]]": false,
		"title: A\ntheme: {light: {primary: '#1F5C53'}}": true, "title: A\ntheme: {light: {primary: '#156'}}": true, "title: A\ntheme: {light: {primary: green}}": false,
		"title: A\ntheme: {light: {primary: }}": false, "title: A\ntheme: {lihgt: {}}": false, "title: A\ntheme: green": false, "title: A\ntheme: {dark: ['#fff']}": false,
		"title: A\nlanguages: {fr: {title: B, name: C}}": true, "title: A\nlanguages: {fr: }": true, "title: A\nlanguages: {english please: {}}": false, "title: A\nlanguages: {fr: {titel: B}}": false,
		"title: A\nlanguages: [fr]": false, "title: A\nlanguages: {fr: B}": false, "title: A\nlanguages:": true,
		"titel: A": false, "title: A\nunknown: 1": false,
	} {
		var d diag.List
		folder := fstest.MapFS{"site.yaml": {Data: []byte(text + "\n")}, "content/1-a/b.md": {Data: []byte("# B\n")}}
		read := settings.Read(folder, &d) != nil
		if strings.Contains(text, "theme") { // colours are looked at with those of the theme
			read = read && site.Build(folder, site.Options{}, &d) != nil
		}
		if said := e.says(t, text); read != good || (said == nil) != good {
			t.Errorf("%s\nLectern takes it: %v, the editor says %v, want %v", text, read, said, good)
		}
	}
}

// And of the top of a lesson.
func TestEditorsAndLecternAgreeAboutLessons(t *testing.T) {
	e := open(t, "lesson")
	for text, good := range map[string]bool{
		"": true, "title: A": true, "title: 12": true, "title: [A]": false, "titel: A": false, "summary: A": true, "summary:\n  - A": false,
		"minutes: 12": true, "minutes: '12'": true, "minutes: twelve": false, "minutes: 1.5": false, "minutes:": true, "minutes: [1]": false,
		"objectives: {a: Say it.}": true, "objectives: {a b: Say it.}": false, "objectives: [Say it.]": false, "objectives: Say it.": false, "objectives:": true, "objectives: {a: [b]}": false, "objectives: {-a: b}": false,
		"objective: {a: b}": false, "key_concepts: [A, B]": true, "key_concepts: A": true, "key_concepts: {a: b}": false, "content_note: A": true, "content_note: [A]": false,
		"prerequisites: [tea]": true, "prerequisites: tea": true, "prerequisites: {tea: 1}": false, "draft: true": true, "draft: no": true, "draft: soon": false, "draft: [true]": false,
		"owner: A": true, "owner: {a: b}": false, "review_by: 2027-06-01": true, "review_by: '2027-06-01'": true, "review_by: next year": false, "review_by: 2027-6-1": false, "review_by:": true,
		"glossary: false": true, "glossary: none": false,
	} {
		var d diag.List
		folder := fstest.MapFS{"content/1-a/b.md": {Data: []byte("---\n" + text + "\n---\n\n# B\n")}, "content/1-a/tea.md": {Data: []byte("# Tea\n")}}
		say := func(key string, _ ...any) string { return key }
		course.Find(folder, "en", nil, &d).Read(course.Options{Drafts: true, Markdown: markdown.Options{Say: say}}, &d)
		if said := e.says(t, text); d.Failed() == good || (said == nil) != good {
			t.Errorf("%s\nLectern refuses it: %v, the editor says %v, want good: %v", text, d.Failed(), said, good)
		}
	}
}

// What a new site.yaml shows is what Lectern does without it.
func TestNewSettingsAreTheDefaults(t *testing.T) {
	build := func(settings string) []site.File {
		var d diag.List
		built := site.Build(fstest.MapFS{"site.yaml": {Data: []byte(settings)}, "content/1-a/b.md": {Data: []byte("# B\n\n\"Words\" -- <b>bold</b>\n\n### Card: A\n\n> **Back:** B\n")}}, site.Options{}, &d)
		if built == nil || len(d.Sorted()) > 0 {
			var said strings.Builder
			d.Print(&said)
			t.Fatalf("%s\n%s", settings, said.String())
		}
		return built.Files
	}
	want := build("title: A course\n")
	for _, language := range []string{"en", "fr"} {
		text, err := schema.Settings(language, map[string]string{"title": "A course", "id": "a-course", "language": "en"})
		if err != nil {
			t.Fatal(err)
		}
		if err := open(t, "site").says(t, string(text)); err != nil {
			t.Error(err)
		}
		for _, line := range strings.Split(string(text), "\n") {
			if len([]rune(line)) > 84 {
				t.Errorf("a long line: %s", line)
			}
		}
		if got := build(string(text)); !slices.EqualFunc(got, want, func(a, b site.File) bool { return a.Path == b.Path && string(a.Data) == string(b.Data) }) {
			t.Errorf("with the settings shown another site is built:\n%s", text)
		}
		// What is a remark in it is good when the remark is taken away.
		var lines []string
		for line := range strings.Lines(string(text)) {
			if bare := strings.TrimPrefix(line, "# "); strings.HasPrefix(bare, "  ") || bare == "theme:\n" || bare == "languages:\n" {
				line = bare
			}
			lines = append(lines, line)
		}
		if err := open(t, "site").says(t, strings.Join(lines, "")); err != nil || strings.Count(strings.Join(lines, ""), "\ntheme:\n") != 1 {
			t.Errorf("%v in\n%s", err, strings.Join(lines, ""))
		}
	}
}

func TestOnlySchemasOfOursAreKnownAsOurs(t *testing.T) {
	for _, name := range schema.Names {
		if data, err := schema.Of(name); err != nil || !schema.IsOurs(data) {
			t.Errorf("%s is not known (%v)", name, err)
		}
	}
	for _, text := range []string{"", "{}", "title: A", `{"$comment": "Made by hand"}`, `["Made by lectern schema"]`} {
		if schema.IsOurs([]byte(text)) {
			t.Errorf("%s is taken for ours", text)
		}
	}
}
