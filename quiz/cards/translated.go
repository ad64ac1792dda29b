package cards

import (
	"path"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/quiz"
)

// Translated returns the folder in which the cards lie that have a translation:
// besides question.md, a question.fr.md, or several such files. Their marks are
// those of a response in any language.
func Translated(folder string) string { return folder + "/translated" }

// Languages reads question.md and its translations, each of whose questions
// follows the one in the same place. The original's questions come first.
func (c Card) Languages(t *testing.T, kinds ...quiz.Kind) (languages [][]quiz.Question, messages string) {
	t.Helper()
	var d diag.List
	original := c.Document(t, "question.md", &d, kinds...)
	languages = append(languages, original.Questions)
	for _, f := range c.Archive.Files {
		if matched, _ := path.Match("question.*.md", f.Name); matched {
			translation := c.Document(t, f.Name, &d, kinds...)
			follow(t, translation, original, &d)
			languages = append(languages, translation.Questions)
		}
	}
	return languages, printed(&d)
}

func follow(t *testing.T, translation, original *markdown.Document, d *diag.List) {
	t.Helper()
	if len(translation.Questions) != len(original.Questions) || len(translation.Quizzes) != len(original.Quizzes) {
		t.Fatalf("the translation has %d questions and %d quizzes, want %d and %d:\n%s",
			len(translation.Questions), len(translation.Quizzes), len(original.Questions), len(original.Quizzes), printed(d))
	}
	before := d.Count(diag.Error)
	ok := true
	for i, q := range translation.Questions {
		ok = quiz.Follow(q, original.Questions[i], d) && ok
	}
	for i, q := range translation.Quizzes {
		ok = q.Follow(original.Quizzes[i], d) && ok
	}
	if failed := d.Count(diag.Error) > before; ok == failed {
		t.Errorf("what follows says %v of\n%s", ok, printed(d))
	}
}
