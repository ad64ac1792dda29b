package paper_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/paper"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/layouts"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

func words(t *testing.T) *layouts.Words {
	t.Helper()
	w := layouts.ReadWords(layouts.Over(nil), "en", &diag.List{})
	if w == nil {
		t.Fatal("the English words cannot be read")
	}
	return w
}

// read reads the questions of a lesson.
func read(t *testing.T, text string) []quiz.Question {
	t.Helper()
	f, err := source.New("question.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var d diag.List
	m := markdown.New(markdown.Options{Kinds: kinds.All(), Say: words(t).Say, HTML: true, Smart: true})
	doc := m.Parse(f, markdown.Request{Body: f.All(), Slug: "card"}, &d)
	if d.Failed() {
		t.Fatalf("cannot be read: %v", d.Sorted())
	}
	return doc.Questions
}

// cards are the questions of all good cards of the kinds, by their files.
func cards(t *testing.T) map[string]quiz.Question {
	t.Helper()
	found := map[string]quiz.Question{}
	paths, err := filepath.Glob("../../quiz/*/testdata/*.txtar")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d cards (%v)", len(paths), err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name == "question.md" && !strings.HasPrefix(filepath.Base(path), "bad-") {
				found[path] = read(t, string(f.Data))[0]
			}
		}
	}
	return found
}

// sheets are a question as it is asked and as it is solved.
func sheets(t *testing.T, q quiz.Question) (asked, solved string) {
	t.Helper()
	p := paper.Printer{Words: words(t)}
	on := paper.Question{Question: q, Number: 7, Level: 2, Fill: func(text prose.Text) string {
		return text.Fill(func(b *strings.Builder, r prose.Ref) {
			if r.Kind != prose.Blank {
				b.WriteString(html.EscapeString(r.Target))
			}
		})
	}}
	var ask, solve strings.Builder
	if err := p.Ask(&ask, on); err != nil {
		t.Fatal(err)
	}
	if err := p.Solve(&solve, on); err != nil {
		t.Fatal(err)
	}
	return ask.String(), solve.String()
}

// shapes are all types of the package quiz that are a Shape.
func shapes(t *testing.T) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), "../../quiz/shape.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range parsed.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "shape" {
			names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
		}
	}
	return names
}

// A shape that no kind has, or that paper does not know, fails here.
func TestEveryShapeIsPrinted(t *testing.T) {
	printed := map[string]bool{}
	for path, q := range cards(t) {
		asked, solved := sheets(t, q)
		printed[reflect.TypeOf(q.Shape()).Name()] = true
		for sheet, text := range map[string]string{"question": asked, "answer": solved} {
			if !strings.Contains(text, `<span class="number">7.</span>`) || strings.Contains(text, "<form") || strings.Contains(text, "paper-") {
				t.Errorf("%s: the %s sheet says\n%s", path, sheet, text)
			}
		}
	}
	all := shapes(t)
	if len(all) < 12 {
		t.Fatalf("found the shapes %q only", all)
	}
	for _, name := range all {
		if !printed[name] {
			t.Errorf("no card shows how %s prints", name)
		}
	}
}

// reasons is what of a question only the answer sheet may hold.
func reasons(q quiz.Question) (said []prose.Text) {
	add := func(texts ...prose.Text) { said = append(said, texts...) }
	switch s := q.Shape().(type) {
	case quiz.Choices:
		for _, a := range s.Answers {
			add(a.Feedback, a.LeftOut)
		}
	case quiz.Text:
		for _, a := range s.Answers {
			add(prose.Text{HTML: html.EscapeString(a.Words)}, a.Feedback)
		}
	case quiz.Number:
		for _, a := range s.Answers {
			add(a.Feedback)
		}
	case quiz.Judged:
		for _, r := range s.Replies {
			add(r.Feedback)
		}
	case quiz.Pairs:
		for _, p := range s.Pairs {
			add(p.Feedback, p.LeftOut)
		}
		for _, e := range s.Extra {
			add(e.Feedback)
		}
	case quiz.Groups:
		for _, g := range s.Groups {
			add(g.Feedback)
		}
	case quiz.Sequence:
		for _, step := range s.Steps {
			add(step.Feedback)
		}
	case quiz.Branches:
		for _, step := range s.Steps {
			for _, c := range step.Choices {
				add(c.Feedback)
			}
		}
	case quiz.Flashcard:
		add(s.Back)
	case quiz.Open:
		add(s.Model)
		add(s.Checklist...)
	}
	return append(said, q.Base().Why)
}

func TestReasonsStandOnTheAnswerSheetAlone(t *testing.T) {
	for path, q := range cards(t) {
		asked, solved := sheets(t, q)
		asked, solved = prose.Text{HTML: asked}.Plain(), prose.Text{HTML: solved}.Plain()
		for _, reason := range reasons(q) {
			said := reason.Plain()
			if said != "" && !strings.Contains(solved, said) {
				t.Errorf("%s: the answer sheet does not say %q:\n%s", path, said, solved)
			}
			if len(strings.Fields(said)) > 2 && strings.Contains(asked, said) {
				t.Errorf("%s: the question sheet says %q", path, said)
			}
		}
		for _, hint := range q.Base().Hints {
			if said := hint.Plain(); said != "" && strings.Contains(asked, said) {
				t.Errorf("%s: the question sheet gives the hint %q", path, said)
			}
		}
	}
}

func TestStepsArePrintedInTheOrderOfThePage(t *testing.T) {
	for path, q := range cards(t) {
		s, ok := q.Shape().(quiz.Sequence)
		if !ok {
			continue
		}
		sorted := slices.Sorted(slices.Values(s.Scrambled))
		if len(sorted) != len(s.Steps) || sorted[0] != 0 || sorted[len(sorted)-1] != len(s.Steps)-1 || slices.IsSorted(s.Scrambled) {
			t.Errorf("%s: %d steps stand as %v", path, len(s.Steps), s.Scrambled)
		}
	}
}
