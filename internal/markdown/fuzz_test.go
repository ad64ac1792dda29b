package markdown_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// Whatever an author writes, reading it does not panic, every place that is
// reported lies inside the file, and every opening inside the prose.
func FuzzPageWithQuestions(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	french := english(f)
	french.Say, french.Language = wordsOf(f, "fr").Say, "fr"
	gathering := english(f)
	gathering.Passages, gathering.Facilitator = true, true
	languages := []*markdown.Markdown{markdown.New(gathering), markdown.New(french)}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.New("lesson.md", []byte(text))
		if err != nil {
			t.Skip()
		}
		for _, m := range languages {
			readsSoundly(t, m, file)
		}
	})
}

func readsSoundly(t *testing.T, m *markdown.Markdown, file *source.File) {
	t.Helper()
	var d diag.List
	body := file.SplitFrontMatter().Body
	doc := m.Parse(file, markdown.Request{Body: body, Slug: "lesson", LiftTitle: true, Entries: true}, &d)
	for _, message := range d.Sorted() {
		inside(t, file, message.At, message.Text)
	}
	prosePlaces(t, file, doc.Body)
	for _, q := range doc.Questions {
		b := q.Base()
		inside(t, file, b.At, "a question")
		inside(t, file, b.IDAt, "the id of a question")
		inside(t, file, b.SettingsAt, "the settings of a question")
		for _, text := range append(b.Hints, b.Stem, b.Detail, b.Why) {
			prosePlaces(t, file, text)
		}
		if story, ok := q.Shape().(quiz.Branches); ok {
			for _, step := range story.Steps {
				prosePlaces(t, file, prose.Join(step.Name, step.Text, step.End))
				for _, choice := range step.Choices {
					prosePlaces(t, file, choice.Text)
				}
			}
		}
	}
	for _, e := range doc.Entries {
		inside(t, file, e.At, "an entry")
	}
	gatheredPlaces(t, file, doc)
}

func gatheredPlaces(t *testing.T, file *source.File, doc *markdown.Document) {
	t.Helper()
	for i := range doc.Passages {
		p := &doc.Passages[i]
		inside(t, file, p.Place(0, len(p.Text)), "a passage")
		inside(t, file, p.Place(len(p.Text)/2, len(p.Text)), "half a passage")
		for _, s := range append(p.Strong, p.Marked...) {
			if s.Start < 0 || s.End < s.Start || s.End > len(p.Text) {
				t.Errorf("a part of a passage of %d bytes is at %v", len(p.Text), s)
			}
		}
	}
	for _, u := range doc.Links {
		inside(t, file, u.At, "a link")
	}
	for _, table := range doc.Tables {
		inside(t, file, table.At, "a table")
	}
	for _, r := range doc.Remarks {
		inside(t, file, r.At, "a remark")
		inside(t, file, r.Covers, "what a remark is about")
	}
}

func inside(t *testing.T, f *source.File, at source.Range, what string) {
	t.Helper()
	if at.Start < 0 || at.End < at.Start || at.End > len(f.Text()) {
		t.Errorf("%s is said to be at %v of %d bytes", what, at, len(f.Text()))
	}
}

func prosePlaces(t *testing.T, f *source.File, text prose.Text) {
	t.Helper()
	last := 0
	for _, r := range text.Refs {
		inside(t, f, r.Place, r.Target)
		if r.At < last || r.At > len(text.HTML) {
			t.Errorf("the opening for %q is at %d, after one at %d, in %d bytes", r.Target, r.At, last, len(text.HTML))
		}
		last = r.At
	}
	last = 0
	for _, w := range text.Words {
		if w.Start < last || w.End < w.Start || w.End > len(text.HTML) {
			t.Errorf("running text from %d to %d, after %d, in %d bytes", w.Start, w.End, last, len(text.HTML))
		}
		last = w.End
	}
}

// seeds are the golden files' inputs, the course's own lessons and those of the
// tests, which have every kind of question.
func seeds(f *testing.F) (texts []string) {
	golden, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range golden {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		texts = append(texts, section(archive, "input.md"))
	}
	lessons, _ := filepath.Glob("../../content/*/*.md")
	more, _ := filepath.Glob("../../test/testdata/course/content/*/*.md")
	for _, name := range append(lessons, more...) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	if len(golden) == 0 || len(lessons) == 0 || len(more) == 0 {
		f.Fatal("no seeds")
	}
	return texts
}
