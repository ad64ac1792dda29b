package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"lectern/internal/diag"
)

// files is a course: its files by name.
type files map[string]string

func (f files) fs() fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range f {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

// with returns f with more files laid over it.
func (f files) with(more files) files {
	all := maps.Clone(f)
	maps.Copy(all, more)
	return all
}

// small is a course of one lesson.
var small = files{
	"site.yaml":                       "title: Small course\n",
	"content/01-start/01-a-lesson.md": "---\ntitle: A lesson\n---\nSome words.\n",
}

// full is a course with everything in it, at several depths.
var full = files{
	"site.yaml": "title: A full course\nlanguage: en\n",
	"content/index.md": "---\nsummary: What this course is about.\n---\nBegin with [the first lesson](01-start/01-one.md), " +
		"or look [a word](term:peer-worker) up. See [@tracy2016].\n",
	"content/00-before.md":      "---\ntitle: Before you begin\n---\nA lesson at the top. [One](01-start/01-one.md#a-part)\n",
	"content/01-start/index.md": "---\ntitle: The start\n---\nOn to [one](01-one.md) and [up](../index.md).\n",
	"content/01-start/01-one.md": `---
title: One
summary: The first lesson.
objectives:
  see: See what there is.
content_note: Talks about loss.
owner: Course team
review_by: 2030-01-01
---
## A part

A peer worker walks alongside [@tracy2016, p. 143]. @adams2019 says so too.

![A small picture](pictures/two%20words.png "With a caption")

> **Facilitator:** Only for who leads the group.

` + "```rings\nWho is near\n- You\n- Family / Friends\n```" + `

### Question: Which one is right?
<!-- {id: first, objective: see} -->

- (x) This one, see [two](../02-more/02-two.md)
  > Because @tracy2016 says so.
- ( ) That one

> **Hint:** Look at [the part](#a-part).

> **Why:** It says so in the text.

### Question: What is the word?

- = lived

### Reflect: What do you take along?

> **Model answer:** Anything you like.
`,
	"content/01-start/pictures/two words.png": string(pngOf(30, 20)),
	"content/02-more/02-two.md": `---
title: Two
prerequisites: [start]
---
Back to [question one](../01-start/01-one.md#first), to [its answers](../01-start/01-one.md#q-first),
to [the words](../glossary.md#term-peer-worker), to [the works](../references.yaml#ref-tracy2016).
A [syllabic name](../03-ᐃᓄᒃ/01-ᑎᑎᕋᖅ.md). Peer workers and lived experience.
`,
	"content/03-ᐃᓄᒃ/01-ᑎᑎᕋᖅ.md": "---\ntitle: ᐃᓄᒃᑎᑐᑦ\n---\n## ᐅᓂᒃᑳᖅ\n\nᓄᓇᕗᑦ [here](#ᐅᓂᒃᑳᖅ)\n",
	"content/glossary.md":       "Peer worker\n: Someone who has been there, see [one](01-start/01-one.md) and [@tracy2016].\n\nLived experience\n: What you know from [your life](term:peer-worker).\n",
	"content/references.yaml": `- id: tracy2016
  type: article-journal
  title: Peer support
  author: [{family: Tracy, given: K.}]
  issued: {date-parts: [[2016]]}
  container-title: Journal
- id: adams2019
  type: book
  title: Walking
  author: [{family: Adams, given: B.}]
  issued: {date-parts: [[2019]]}
  publisher: Press
- id: unused2001
  type: book
  title: Nobody cites this
  author: [{family: Zed, given: A.}]
  issued: {date-parts: [[2001]]}
  publisher: Press
`,
	"content/support.yaml": "note: Talk to someone.\nlines:\n  - name: Line\n    phone: 1-800-555-0100\n    url: https://line.example/\n    confirmed_on: 2026-01-02\n",
}

// mustBuild builds a course that has no errors, or ends the test.
func mustBuild(t testing.TB, course fs.FS, o Options) *Site {
	t.Helper()
	var d diag.List
	s := Build(course, o, &d)
	if s == nil {
		t.Fatalf("the course does not build:\n%s", printed(&d))
	}
	return s
}

func printed(d *diag.List) string {
	var b bytes.Buffer
	d.Print(&b)
	return b.String()
}

// wantMessages builds a course and checks the names of everything it is told,
// each with the file it is about.
func wantMessages(t testing.TB, course fs.FS, want ...string) {
	t.Helper()
	var d diag.List
	Build(course, Options{}, &d)
	var got []string
	for _, m := range d.Sorted() {
		where := m.Path
		if m.File != nil {
			where = m.File.Path
		}
		got = append(got, where+": "+m.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("messages are %q, want %q:\n%s", got, want, printed(&d))
	}
}

func (s *Site) find(name string) []byte {
	for _, f := range s.Files {
		if f.Path == name {
			return f.Data
		}
	}
	return nil
}

// page is one page of the site, or ends the test.
func (s *Site) page(t testing.TB, name string) string {
	t.Helper()
	data := s.find(name)
	if data == nil {
		t.Fatalf("there is no page %s", name)
	}
	return string(data)
}

// document is a page as a browser reads it.
func document(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// elements returns the elements with a tag, in order; "*" is any.
func elements(root *html.Node, tag string) []*html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (tag == "*" || n.Data == tag) {
			found = append(found, n)
		}
	}
	return found
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// pages returns the names of all pages.
func (s *Site) pages() []string {
	var names []string
	for _, f := range s.Files {
		if path.Ext(f.Path) == ".html" {
			names = append(names, f.Path)
		}
	}
	return names
}

// generated is a course of many lessons that use and link everything.
func generated(lessons int) fstest.MapFS {
	f := maps.Clone(full)
	for i := range lessons {
		f[fmt.Sprintf("content/%02d-module-%02d/%03d-lesson-%03d.md", 10+i/10, i/10, i, i)] = fmt.Sprintf("---\ntitle: Lesson %d\n---\n", i) +
			strings.Repeat("## A part\n\nA peer worker with lived experience [@tracy2016] goes on, [back](../01-start/01-one.md#first), and says more about it in plain words.\n\n", 8) +
			strings.Repeat("### Question: Which of these?\n<!-- {id: qID} -->\n\n- (x) The one\n  > Yes.\n- ( ) The other\n  > No, see @adams2019.\n\n", 1)
		f[fmt.Sprintf("content/%02d-module-%02d/%03d-lesson-%03d.md", 10+i/10, i/10, i, i)] = strings.ReplaceAll(
			f[fmt.Sprintf("content/%02d-module-%02d/%03d-lesson-%03d.md", 10+i/10, i/10, i, i)], "qID", fmt.Sprintf("q%d", i))
	}
	return f.fs()
}
