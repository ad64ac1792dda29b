package test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"lectern/quiz"
)

// A question asks for more than to remember when it gives a case: it names somebody of the course's cases, or puts you into one.
// Scenarios and reflections always ask for more; a card or a scale never does.
var someCase = regexp.MustCompile(`\b(Sam|Ari|Lee|Dana|Jo|Robin|[Yy]ou|[Yy]our)\b`)

func isCase(q quiz.Question) bool {
	switch q.Shape().(type) {
	case quiz.Branches, quiz.Open:
		return true
	case quiz.Flashcard, quiz.Ratings:
		return false
	}
	return someCase.MatchString(q.Base().StemText + " " + q.Base().Detail.Plain())
}

func TestCourseAsksForEachObjectiveTwiceAndOnceInACase(t *testing.T) {
	for _, l := range realCourse(t).Course.Lessons {
		asked, cases := map[string]int{}, map[string]int{}
		for _, q := range l.Doc.Questions {
			for _, o := range q.Base().Objectives {
				asked[o.Value]++
				if isCase(q) {
					cases[o.Value]++
				}
			}
		}
		for _, o := range l.Objectives {
			if asked[o.ID] < 2 || cases[o.ID] < 1 {
				t.Errorf("%s: %s is asked %d times, in %d cases", name(l), o.ID, asked[o.ID], cases[o.ID])
			}
		}
	}
}

func TestCourseUsesEveryKindOfQuestionButThePanel(t *testing.T) {
	used, questions := map[string]int{}, 0
	for _, l := range realCourse(t).Course.Lessons {
		for _, q := range l.Doc.Questions {
			questions++
			for _, form := range forms(q) {
				used[form]++
			}
		}
		last := l.Doc.Questions[len(l.Doc.Questions)-1]
		if _, open := last.Shape().(quiz.Open); !open && len(l.Doc.Quizzes) == 0 {
			t.Errorf("%s does not end by looking back", name(l))
		}
	}
	for _, want := range []string{"one right", "several right", "Text", "Number", "typed blank", "menu", "Pairs", "Sequence", "Groups", "Open", "Ratings", "Flashcard", "Branches"} {
		if used[want] == 0 {
			t.Errorf("no question: %s", want)
		}
	}
	if used["Judged"] > 0 || used["Branches"] < 3 || questions < 45 {
		t.Errorf("%d questions: %v", questions, used)
	}
}

// forms are a question's shape in a word; of choices and blanks, which ones.
func forms(q quiz.Question) (found []string) {
	switch s := q.Shape().(type) {
	case quiz.Choices:
		if s.Several {
			return []string{"several right"}
		}
		return []string{"one right"}
	case quiz.Gaps:
		for _, b := range s.Blanks {
			if len(b.Options) == 0 {
				found = append(found, "typed blank")
			} else {
				found = append(found, "menu")
			}
		}
		return found
	}
	return []string{strings.TrimPrefix(fmt.Sprintf("%T", q.Shape()), "quiz.")}
}

// Whoever always takes the third answer, or the longest, should not do well; and every answer says why.
func TestCourseGivesNoKeyAwayByPlaceOrLength(t *testing.T) {
	at, longest, all := map[int]int{}, 0, 0
	for _, l := range realCourse(t).Course.Lessons {
		for _, q := range l.Doc.Questions {
			s, ok := q.Shape().(quiz.Choices)
			if !ok {
				continue
			}
			key, most := checkAnswers(t, q.Base().ID, s)
			if !s.Several {
				all++
				at[key]++
				if most == key {
					longest++
				}
			}
		}
	}
	for place, n := range at {
		if n*100 > all*45 {
			t.Errorf("place %d holds %d of %d keys", place+1, n, all)
		}
	}
	if longest*100 > all*40 {
		t.Errorf("the key is the longest answer in %d of %d questions", longest, all)
	}
	t.Logf("keys by place, from 0: %v of %d; the longest answer in %d", at, all, longest)
}

// checkAnswers returns the places of the last right answer and of the longest.
func checkAnswers(t *testing.T, id string, s quiz.Choices) (key, longest int) {
	t.Helper()
	if len(s.Answers) < 3 || len(s.Answers) > 4 {
		t.Errorf("%s has %d answers", id, len(s.Answers))
	}
	for i, a := range s.Answers {
		if a.Feedback.Empty() || s.Several && a.Right && a.LeftOut.Empty() {
			t.Errorf("%s: an answer without its reason: %s", id, a.Text.Plain())
		}
		if a.Right {
			key = i
		}
		if len(a.Text.Plain()) > len(s.Answers[longest].Text.Plain()) {
			longest = i
		}
	}
	return key, longest
}
