package course_test

import (
	"maps"
	"strings"
	"testing"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/quiz/kinds"
)

// inFrench reads a course in English and then its French translation. Either
// may be incomplete.
func inFrench(f files, drafts bool) (own, french *course.Course, said string) {
	var d diag.List
	folder := course.Find(f.folder(), "en", nil, &d)
	o := course.Options{Drafts: drafts, Markdown: markdown.Options{Kinds: kinds.All(), Say: func(key string, _ ...any) string { return key }, HTML: true}}
	own = folder.Read(o, &d)
	french = folder.Translate(own, "fr", o, &d)
	var out strings.Builder
	d.Print(&out)
	return own, french, out.String()
}

// twice is a course in two languages, with nothing left to translate.
var twice = files{
	"1-a/1-one.md": `---
title: One
minutes: 7
objectives: {see: See it., do: Do it.}
key_concepts: [It is there.]
content_note: Talks about loss.
prerequisites: [two]
owner: Us
review_by: 2030-01-01
---
## First part

A peer worker. [Second](2-two.md#its-part)

### Question: Which?

- (x) This
- ( ) That

## Quiz: End

### Question: Which one?
<!-- {id: which-one, objective: do, points: 2} -->

- (x) This one
- ( ) That one

### Question: What?

- = this
`,
	"1-a/1-one.fr.md": `---
title: Un
objectives: {do: Le faire, see: Le voir.}
key_concepts: [C'est là.]
content_note: Parle de deuil.
---
## Première partie

Une paire aidante. [Deux](2-two.fr.md#sa-partie) [encore](2-two.md#its-part)

### Question: Lequel?

- (x) Celui-ci
- ( ) Celui-là

## Quiz: Fin

### Question: Lequel des deux?

- (x) Le premier
- ( ) L'autre

### Question: Quoi?

- = ceci
`,
	"1-a/2-two.md":    "---\ntitle: Two\n---\n## Its part\n\nText.\n",
	"1-a/2-two.fr.md": "---\ntitle: Deux\n---\n## Sa partie\n\nTexte.\n",
	"glossary.md":     "Peer worker\n: Who walks along.\n",
	"glossary.fr.md":  "Paire aidante\n: Qui marche à vos côtés.\n",
	"picture.png":     "-",
	"picture.fr.png":  "-",
}

func (f files) with(more files) files {
	all := maps.Clone(f)
	for name, text := range more {
		if all[name] = text; text == "" {
			delete(all, name)
		}
	}
	return all
}

// sub replaces a part of one file.
func (f files) sub(t *testing.T, name, old, new string) files {
	t.Helper()
	if !strings.Contains(f[name], old) {
		t.Fatalf("%s has no %q", name, old)
	}
	return f.with(files{name: strings.Replace(f[name], old, new, 1)})
}

func TestATranslationIsTheSameCourse(t *testing.T) {
	own, french, said := inFrench(twice, false)
	if said != "" {
		t.Fatal(said)
	}
	wantEqual(t, "the addresses", urls(french), urls(own))
	one, original := french.Lessons[0], own.Lessons[0]
	if one.Title != "Un" || one.Lang != "fr" || one.Minutes != 7 || one.Front.Owner != "Us" || one.Front.ReviewBy.Value != "2030-01-01" || one.Front.Prerequisites[0].Value != "two" {
		t.Errorf("got %+v", one.Front)
	}
	wantEqual(t, "the objectives", one.Objectives, []course.Objective{{ID: "see", Text: "Le voir."}, {ID: "do", Text: "Le faire"}})
	for i, q := range one.Doc.Questions {
		a, b := q.Base(), original.Doc.Questions[i].Base()
		if a.ID != b.ID || a.Points != b.Points || len(a.Objectives) != len(b.Objectives) {
			t.Errorf("question %d: %s with %v points, want %s with %v", i, a.ID, a.Points, b.ID, b.Points)
		}
	}
	if got, want := one.Doc.Quizzes[0].ID, original.Doc.Quizzes[0].ID; got != want {
		t.Errorf("the quiz is %s, want %s", got, want)
	}
	if e := french.Glossary.Entry("peer-worker"); e == nil || e.Term() != "Paire aidante" || len(e.UsedIn) != 1 {
		t.Errorf("the term is %+v", e)
	}
	if len(french.Untranslated) > 0 {
		t.Errorf("not translated are %q", french.Untranslated)
	}
}

func TestHeadingsOfATranslationKeepTheirNames(t *testing.T) {
	_, french, _ := inFrench(twice, false)
	two := french.Lessons[1]
	if got := two.Doc.Headings[0]; got.ID != "its-part" || got.Text != "Sa partie" || !strings.Contains(two.Body.HTML, `<h2 id="its-part">`) {
		t.Errorf("got %+v in %s", got, two.Body.HTML)
	}
	for _, dest := range []string{"2-two.md", "2-two.fr.md"} {
		target, _, _, ok := french.Lookup("1-a", dest)
		if !ok || target.URL != "a/two.html" || !target.Anchors["its-part"] || target.Own["sa-partie"] != "its-part" {
			t.Errorf("%s leads to %+v", dest, target)
		}
	}
	_, other, said := inFrench(twice.sub(t, "1-a/2-two.fr.md", "## Sa", "### Sa"), false)
	target, _, _, _ := other.Lookup("1-a", "2-two.md")
	if said != "" || target.Anchors["its-part"] || !target.Anchors["sa-partie"] || !target.Original["its-part"] {
		t.Errorf("with another outline it is %+v\n%s", target, said)
	}
}

func TestPicturesAreShownInTheirLanguage(t *testing.T) {
	own, french, _ := inFrench(twice, false)
	for _, c := range []struct {
		in   *course.Course
		want string
	}{{own, "picture.png"}, {french, "picture.fr.png"}} {
		if target, _, _, ok := c.in.Lookup(".", "picture.png"); !ok || target.File != c.want {
			t.Errorf("%s: got %+v, want %s", c.in.Language, target, c.want)
		}
	}
}

func TestWhatIsNotTranslatedStaysAsItIs(t *testing.T) {
	for name, f := range map[string]files{
		"no file": twice.with(files{"1-a/1-one.fr.md": "", "glossary.fr.md": ""}),
		"a draft": twice.with(files{"1-a/1-one.fr.md": "---\ntitle: Un\ndraft: true\n---\nTexte.\n", "glossary.fr.md": "---\ndraft: true\n---\nx\n: y\n"}),
	} {
		own, french, said := inFrench(f, false)
		want := "content: warning: 2 of 3 files not translated into French (`fr`); students see the original and are told so [translation-missing]\n" +
			"    hint: write, or take `draft: true` out of:\n          content/1-a/1-one.fr.md\n          content/glossary.fr.md\n"
		if said != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, said, want)
		}
		one := french.Lessons[0]
		if one.Lang != "en" || one.Title != "One" || one.Doc != own.Lessons[0].Doc || one.URL != own.Lessons[0].URL || one.Body.HTML != own.Lessons[0].Body.HTML {
			t.Errorf("%s: got %s in %s", name, one.Title, one.Lang)
		}
		if g := french.Glossary; g.Lang != "en" || len(g.Entries) != 1 || g.Entries[0] == own.Glossary.Entries[0] || g.Entries[0].UsedIn[0] != one {
			t.Errorf("%s: the glossary is in %s", name, g.Lang)
		}
	}
}

func TestDraftsOfTranslationsAreShownWhenAskedFor(t *testing.T) {
	_, french, _ := inFrench(twice.sub(t, "1-a/2-two.fr.md", "title: Deux", "title: Deux\ndraft: true"), true)
	if two := french.Lessons[1]; two.Lang != "fr" || !two.Front.Draft {
		t.Errorf("got %s in %s", two.Title, two.Lang)
	}
}

func TestTermsAreMarkedOnlyInTheirOwnLanguage(t *testing.T) {
	_, french, _ := inFrench(twice.with(files{"glossary.fr.md": ""}).sub(t, "1-a/1-one.fr.md", "Une paire", "Peer worker, une paire"), false)
	if terms := french.Lessons[0].Terms; len(terms) > 0 {
		t.Errorf("a French text has the English term %s", terms[0].Term())
	}
}
