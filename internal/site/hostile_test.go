package site

import (
	"encoding/json"
	"encoding/xml"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lectern/internal/diag"
)

// hostile is text that would become markup or script wherever it is written
// without care: in HTML, in an attribute, in JSON inside a script element.
const hostile = "\"'</script></style></title></textarea>--><img src=x onerror=evil()><script>evil()</script><svg onload=evil()>{{evil}}\u2028\u2029]]>&lt;evil&gt;"

// hostileCourse has the hostile text everywhere an author can write.
func hostileCourse() files {
	quoted, _ := json.Marshal(hostile) // a JSON string is a YAML string
	yaml := strings.NewReplacer("HOSTILE", string(quoted))
	prose := strings.NewReplacer("HOSTILE", hostile)
	return files{
		"site.yaml":                 yaml.Replace("title: HOSTILE\nid: course\nmarkdown: {html: false}\n"),
		"content/index.md":          yaml.Replace("---\ntitle: HOSTILE\nsummary: HOSTILE\n---\n") + prose.Replace("HOSTILE\n"),
		"content/01-start/index.md": yaml.Replace("---\ntitle: HOSTILE\n---\n"),
		"content/01-start/01-a.md": yaml.Replace(`---
title: HOSTILE
summary: HOSTILE
objectives: {see: HOSTILE}
key_concepts: [HOSTILE]
content_note: HOSTILE
owner: HOSTILE
---
`) + prose.Replace(`## HOSTILE

HOSTILE [@work, HOSTILE] HOSTILE is a word. [a link](02-b.md "HOSTILE")

![HOSTILE](a.png "HOSTILE")

> **Note:** HOSTILE

### Question: HOSTILE
<!-- {id: one} -->

HOSTILE

- (x) HOSTILE
  > HOSTILE
- ( ) Another HOSTILE
  > **If left out:** HOSTILE

> **Hint:** HOSTILE

> **Why:** HOSTILE

### Question: Type HOSTILE
<!-- {id: two} -->

- = HOSTILE
- != Not HOSTILE
  > HOSTILE

### Reflect: HOSTILE
<!-- {id: three} -->

- [ ] HOSTILE

> **Model answer:** HOSTILE
`) + "\n```html\n" + hostile + "\n```\n\n```rings\n</title><script>evil()</script>\n- Me\n- </text><img src=x onerror=evil()>\n```\n",
		"content/01-start/02-b.md": yaml.Replace("---\ntitle: HOSTILE\n---\n") + prose.Replace("A word of HOSTILE\n"),
		"content/01-start/a.png":   string(pngOf(1, 1)),
		"content/glossary.md":      prose.Replace("HOSTILE\nOther HOSTILE\n: HOSTILE\n"),
		"content/references.yaml":  yaml.Replace("- {id: work, type: book, title: HOSTILE, author: [{family: HOSTILE, given: HOSTILE}], issued: HOSTILE, publisher: HOSTILE, URL: HOSTILE, DOI: HOSTILE}\n"),
		"content/support.yaml": strings.Replace(yaml.Replace("note: HOSTILE\nlines:\n  - {name: HOSTILE, for: HOSTILE, phone: HOSTILE, text: HOSTILE, url: HOSTILE, hours: HOSTILE, confirmed_on: 2026-01-01}\n"),
			`url: "`, `url: "https://example.org/`, 1),
	}
}

func TestHostileTextStaysText(t *testing.T) {
	s := mustBuild(t, hostileCourse().fs(), Options{BaseURL: "https://example.org/"})
	shown := 0
	for _, name := range s.pages() {
		root := document(t, s.page(t, name))
		for _, n := range elements(root, "*") {
			wantInert(t, name, n)
		}
		shown += strings.Count(text(root), "<img src=x onerror=evil()>")
	}
	if shown < 40 {
		t.Errorf("the text shows in %d places only: it was lost, or is not where the test believes", shown)
	}
}

// What programs read of a site beside its pages is one document each, whatever the words in it.
func TestHostileTextLeavesFilesForProgramsWhole(t *testing.T) {
	read := map[string]int{}
	for _, f := range mustBuild(t, hostileCourse().fs(), Options{BaseURL: "https://example.org/"}).Files {
		kind := path.Ext(f.Path)
		switch kind {
		case ".webmanifest":
			if !json.Valid(f.Data) {
				t.Errorf("%s is no JSON: %s", f.Path, f.Data)
			}
		case ".xml", ".svg":
			if err := xml.Unmarshal(f.Data, new(struct{})); err != nil {
				t.Errorf("%s: %v in %s", f.Path, err, f.Data)
			}
		}
		read[kind]++
	}
	if read[".webmanifest"] == 0 || read[".xml"] == 0 || read[".svg"] == 0 {
		t.Errorf("not all are there: %v", read)
	}
}

// wantInert fails for an element that can only have come from the text.
func wantInert(t *testing.T, page string, n *html.Node) {
	t.Helper()
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(strings.ToLower(a.Val), "javascript:") {
			t.Errorf("%s: <%s %s=%q>", page, n.Data, a.Key, a.Val)
		}
	}
	switch n.Data {
	case "script":
		if data := text(n); attr(n, "src") == "" && (attr(n, "type") != "application/json" || !json.Valid([]byte(data))) {
			t.Errorf("%s: script %s", page, data)
		}
	case "img":
		if attr(n, "src") != "a.png" {
			t.Errorf("%s: img %q", page, n.Attr)
		}
	case "svg":
		if class := attr(n, "class"); class == "" {
			t.Errorf("%s: a drawing that is not ours", page)
		}
	case "style", "iframe", "object", "embed", "foreignobject":
		t.Errorf("%s: <%s>", page, n.Data)
	}
}

func TestHarmfulLinksAreErrors(t *testing.T) {
	for _, link := range []string{
		"[x](javascript:evil())", "[x](JaVaScRiPt:evil())", "[x](&#106;avascript:evil())", "[x](<java\tscript:evil()>)",
		"[x](data:text/html,evil)", "![x](data:image/svg+xml,evil)", "[x](vbscript:evil)", "<javascript:evil()>", "[x](file:///etc/passwd)",
		"[x]\n\n[x]: javascript:evil()",
	} {
		wantMessages(t, small.with(files{"content/01-start/01-a-lesson.md": "---\ntitle: A\n---\n" + link + "\n"}).fs(),
			"content/01-start/01-a-lesson.md: link-harmful")
	}
}

// The name of a file must not turn into an address with a scheme.
func TestFileNamedLikeAScriptIsOnlyAFile(t *testing.T) {
	s := mustBuild(t, small.with(files{
		"content/01-start/01-a-lesson.md":  "---\ntitle: A\n---\n[x](./javascript:evil)\n",
		"content/01-start/javascript:evil": "nothing",
	}).fs(), Options{})
	if page := s.page(t, "start/a-lesson.html"); !strings.Contains(page, `<a href="javascript%3Aevil">`) {
		t.Error("the link is not to the file")
	}
}

// Settings that are no words for people stand in attributes, styles, addresses and names of files: they are what they must
// be, or an error.
func TestHostileSettingsAreErrors(t *testing.T) {
	for _, setting := range []string{
		"id: HOSTILE", "language: HOSTILE", "base_url: HOSTILE", "base_url: \"javascript:evil()\"", "fonts: HOSTILE", "editor: HOSTILE", "editor: \"javascript:evil({file})\"", "editor: \"JavaScript:{file}\"",
		"theme: {light: {primary: HOSTILE}}", "theme: {dark: {primary: \"#fff;}*{background:url(//evil.example)}\"}}", "theme: {light: {HOSTILE: \"#fff\"}}", "review: {goal: HOSTILE}", "review: {boxes: [HOSTILE]}",
		"languages: {HOSTILE: {name: x}}", "markdown: {html: HOSTILE}", "HOSTILE: x",
	} {
		quoted, _ := json.Marshal(hostile)
		var d diag.List
		s := Build(small.with(files{"site.yaml": "title: T\n" + strings.ReplaceAll(setting, "HOSTILE", string(quoted)) + "\n"}).fs(), Options{}, &d)
		if s != nil || !d.Failed() {
			t.Errorf("%s: this is taken", setting)
		}
	}
}
