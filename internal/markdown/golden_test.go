package markdown_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/quiz"
	"lectern/quiz/choice"
)

var update = flag.Bool("update", false, "write output.html of testdata/*.txtar anew")

// A golden file holds input.md; output.html, written by -update; and messages,
// written by hand, when there are any. Words in its first lines that begin with
// a hyphen set an option.
func TestConstructsAreRenderedAsInTheirGoldenFiles(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			options, request := readFlags(t, string(archive.Comment))
			doc, d := parse(t, markdown.New(options), section(archive, "input.md"), request)
			compare(t, "messages", messages(d), section(archive, "messages"))
			output := show(doc)
			if *update {
				writeOutput(t, name, archive, output)
				return
			}
			compare(t, "output.html", output, section(archive, "output.html"))
		})
	}
}

func readFlags(t *testing.T, comment string) (o markdown.Options, r markdown.Request) {
	o = english(t)
	for _, word := range strings.Fields(comment) {
		switch word {
		case "-facilitator":
			o.Facilitator = true
		case "-no-html":
			o.HTML = false
		case "-entries":
			r.Entries = true
		case "-lift-title":
			r.LiftTitle = true
		case "-french":
			o.Say, o.Language = wordsOf(t, "fr").Say, "fr"
		case "-german":
			o.Language = "de-AT"
		}
	}
	return o, r
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func compare(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

func writeOutput(t *testing.T, name string, a *txtar.Archive, output string) {
	t.Helper()
	for i := range a.Files {
		if a.Files[i].Name == "output.html" {
			a.Files[i].Data = []byte(output)
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
}

// show writes a document for people: openings as ‹kind target›, and each
// question below the body.
func show(doc *markdown.Document) string {
	var b strings.Builder
	if doc.Title != "" {
		fmt.Fprintf(&b, "title: %s\n", doc.Title)
	}
	body := marked(doc.Body)
	b.WriteString(body)
	if !strings.HasSuffix(body, "\n") {
		b.WriteByte('\n')
	}
	for i, q := range doc.Questions {
		fmt.Fprintf(&b, "\nquestion %d, %s\n", i, q.Base().Kind)
		showQuestion(&b, q)
	}
	for i, q := range doc.Quizzes {
		fmt.Fprintf(&b, "\nquiz %d: %s, exam %v, pick %d, pass %d%%, tries %d, shuffled %v:", i, q.ID, q.Exam, q.Pick, q.Pass, q.Tries, q.Shuffle)
		for _, asked := range q.Questions {
			fmt.Fprintf(&b, " %s", asked.Base().ID)
		}
		b.WriteByte('\n')
	}
	for _, e := range doc.Entries {
		fmt.Fprintf(&b, "\nentry %q: %s\n", e.Names, oneLine(marked(e.Definition)))
	}
	return b.String()
}

func showQuestion(b *strings.Builder, q quiz.Question) {
	base := q.Base()
	line := func(label string, text prose.Text) {
		if !text.Empty() {
			fmt.Fprintf(b, "%s: %s\n", label, oneLine(marked(text)))
		}
	}
	fmt.Fprintf(b, "id: %s\n", base.ID)
	line("stem", base.Stem)
	line("detail", base.Detail)
	switch shape := q.Shape().(type) {
	case quiz.Choices:
		for i, a := range shape.Answers {
			line(fmt.Sprintf("answer (right: %v)", a.Right), a.Text)
			line("  feedback", a.Feedback)
			line("  left out", q.(*choice.Question).Answers[i].LeftOut)
		}
	case quiz.Text:
		for _, a := range shape.Answers {
			fmt.Fprintf(b, "accepts (share: %v): %s\n", a.Share, a.Words)
			line("  feedback", a.Feedback)
		}
	case quiz.Open:
		line("model", shape.Model)
		for _, c := range shape.Checklist {
			line("check", c)
		}
	}
	for _, h := range base.Hints {
		line("hint", h)
	}
	line("why", base.Why)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

var kindNames = map[prose.Kind]string{
	prose.Link: "link", prose.Image: "image", prose.Citation: "cite", prose.Mention: "mention",
	prose.Icon: "icon", prose.Question: "question", prose.Blank: "blank",
	prose.Quiz: "quiz", prose.QuizRules: "rules of quiz", prose.QuizEnd: "end of quiz",
}

func marked(text prose.Text) string {
	return text.Fill(func(b *strings.Builder, r prose.Ref) {
		fmt.Fprintf(b, "‹%s %s›", kindNames[r.Kind], r.Target)
	})
}
