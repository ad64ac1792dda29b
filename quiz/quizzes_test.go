package quiz_test

import (
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/quiz"
)

// choose is a question with a right answer and a wrong one. Numbers keep their
// order.
func choose(t *testing.T, right, wrong string) quiz.Question {
	t.Helper()
	b := block(t, "")
	b.Pieces[0].List.Items = []quiz.Item{{Marker: "(x)", Text: words(right)}, {Marker: "( )", Text: words(wrong)}}
	q, messages := parse(t, b)
	if q == nil {
		t.Fatal(messages)
	}
	return q
}

// quizOf is a quiz of two questions, one of which may be shuffled.
func quizOf(t *testing.T, settings string) *quiz.Quiz {
	t.Helper()
	b := block(t, settings)
	group := &quiz.QuizBlock{
		File: b.File, HeadingID: "end", Level: 2, Title: words("End"), Slug: "lesson--end", Settings: b.Settings,
		Questions: []quiz.Question{choose(t, "Ask", "Tell"), choose(t, "1", "2")},
	}
	var d diag.List
	g := group.Parse(&d)
	if g == nil {
		var messages strings.Builder
		d.Print(&messages)
		t.Fatalf("%s is refused:\n%s", settings, &messages)
	}
	return g
}

func TestSettingsReachTheQuiz(t *testing.T) {
	exam := quizOf(t, "{id: exam-1, mode: exam, pick: 2, pass: 80%, tries: 3, shuffle: true}")
	if exam.ID != "exam-1" || !exam.Exam || exam.Pick != 2 || exam.Pass != 80 || exam.Tries != 3 || !exam.Shuffle {
		t.Errorf("got %+v", exam)
	}
	practice := quizOf(t, "{mode: practice}")
	if practice.ID != "lesson--end" || practice.Exam || practice.Pick != 0 || practice.Pass != 0 || practice.Tries != 0 || practice.Shuffle {
		t.Errorf("got %+v", practice)
	}
}

func TestAShuffledQuizShufflesTheAnswersThatMayBe(t *testing.T) {
	for settings, want := range map[string]bool{"{shuffle: true}": true, "{shuffle: false}": false, "": false} {
		questions := quizOf(t, settings).Questions
		if questions[0].Base().Shuffle != want || questions[1].Base().Shuffle {
			t.Errorf("%s: words are shuffled: %v, want %v; numbers: %v, want false", settings, questions[0].Base().Shuffle, want, questions[1].Base().Shuffle)
		}
	}
}

func TestAQuizSaysItsRulesOnThePage(t *testing.T) {
	r, err := quiz.NewRenderer(oneKind)
	if err != nil {
		t.Fatal(err)
	}
	for settings, want := range map[string]string{
		"{id: e, mode: exam, pick: 1, pass: 80%, tries: 3, shuffle: true}": `<section class="quiz" aria-labelledby="end" data-quiz="e" data-level="2" data-mode="exam" data-pick="1" data-pass="80" data-tries="3" data-shuffle>` +
			`<p class="how rules">quiz-questions n2 quiz-pass pass80</p>`,
		"": `<section class="quiz" aria-labelledby="end" data-quiz="lesson--end" data-level="2" data-mode="practice">` +
			`<p class="how rules">quiz-questions n2</p>`,
	} {
		var open, rules strings.Builder
		if err := r.RenderQuiz(&open, &rules, quiz.QuizView{Quiz: quizOf(t, settings), Words: spelled{}}); err != nil {
			t.Fatal(err)
		}
		if got := open.String() + rules.String(); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// What the translation does not say is as in the original. A question that is
// not translated yet cannot be drawn.
func TestATranslatedQuizHasTheRulesOfItsOriginal(t *testing.T) {
	for _, settings := range []string{"", "{mode: exam, pass: 80, shuffle: true}"} {
		original := quizOf(t, "{id: last, mode: exam, pick: 2, pass: 80%, tries: 3, shuffle: true}")
		translated := quizOf(t, settings)
		var d diag.List
		if !translated.Follow(original, &d) || len(d.Sorted()) > 0 {
			t.Errorf("%s is refused: %v", settings, d.Sorted())
		}
		if translated.ID != "last" || !translated.Exam || translated.Pick != 2 || translated.Pass != 80 || translated.Tries != 3 || !translated.Shuffle {
			t.Errorf("%s: got %+v", settings, translated)
		}
		translated.Questions = translated.Questions[:1]
		if translated.Follow(original, &d); translated.Pick != 1 {
			t.Errorf("%s: of one question %d are drawn", settings, translated.Pick)
		}
	}
}

// A question of a shuffled quiz is shuffled in every language, although its own
// settings say nothing of it, or something else.
func TestATranslationIsShuffledByTheQuizOfItsOriginal(t *testing.T) {
	original, translated := quizOf(t, "{shuffle: true}"), quizOf(t, "")
	var d diag.List
	for i, q := range translated.Questions {
		if !quiz.Follow(q, original.Questions[i], &d) {
			t.Fatal(d.Sorted())
		}
	}
	if !translated.Questions[0].Base().Shuffle || translated.Questions[1].Base().Shuffle {
		t.Errorf("words are shuffled: %v, numbers: %v", translated.Questions[0].Base().Shuffle, translated.Questions[1].Base().Shuffle)
	}
}
