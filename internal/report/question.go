package report

import (
	"math"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/quiz"
)

// Levels of what a question asks for.
const (
	Recall = "recall" // what was said
	Use    = "use"    // what to do with it: there is a case, or something to put in order, to sort, to judge, to write
)

// Question is one question.
type Question struct {
	ID         string   `json:"id"`
	Derived    bool     `json:"derived"` // the author gave no id, so it changes with the heading
	Line       int      `json:"line"`    // of its heading in the lesson's file
	Quiz       string   `json:"quiz"`    // the id of the quiz it belongs to, or ""
	Kind       string   `json:"kind"`
	Asks       string   `json:"asks"` // the stem in plain words
	Level      string   `json:"level"`
	Objectives []string `json:"objectives"`
	Marked     bool     `json:"marked"`
	Points     float64  `json:"points"`    // 0 when it is not marked
	Tries      int      `json:"tries"`     // 0 for as many as one likes
	Answers    int      `json:"answers"`   // to choose, to type, to place or to rate
	Keys       []int    `json:"keys"`      // the places of the right ones among those to choose from, from 1
	Shuffled   bool     `json:"shuffled"`  // they change places
	KeyRatio   float64  `json:"key_ratio"` // length of the one right answer over the mean of at least two others; 0 else
	Gap        string   `json:"gap"`       // a name of Gap, or ""
}

func newQuestion(l *course.Lesson, q quiz.Question) Question {
	b := q.Base()
	out := Question{
		ID: b.ID, Derived: b.Derived, Line: b.File.Position(b.At.Start).Line, Quiz: quizOf(l, q), Kind: b.Kind, Asks: b.StemText,
		Level: Use, Objectives: []string{}, Marked: !b.Unmarked, Points: b.Points, Tries: b.Tries, Shuffled: b.Shuffle,
	}
	if b.Unmarked {
		out.Points = 0
	}
	if check.Recalls(q) {
		out.Level = Recall
	}
	for _, o := range b.Objectives {
		out.Objectives = append(out.Objectives, o.Value)
	}
	if check.IsAstray(q, l) {
		out.Gap = NoObjective
	}
	out.Answers, out.Keys = answersOf(q.Shape())
	if k, ok := check.KeyOf(q); ok {
		out.KeyRatio = round(k.Ratio(), 2)
	}
	return out
}

func quizOf(l *course.Lesson, q quiz.Question) string {
	for _, g := range l.Doc.Quizzes {
		for _, inside := range g.Questions {
			if inside.Base() == q.Base() {
				return g.ID
			}
		}
	}
	return ""
}

// answersOf counts the answers of a question, and gives the places of the right
// ones where they are chosen from a list.
func answersOf(shape quiz.Shape) (n int, keys []int) {
	keys = []int{}
	switch s := shape.(type) {
	case quiz.Choices:
		for i, a := range s.Answers {
			if a.Right {
				keys = append(keys, i+1)
			}
		}
		n = len(s.Answers)
	case quiz.Judged:
		most := 0
		for _, r := range s.Replies {
			most = max(most, r.Votes)
		}
		for i, r := range s.Replies {
			if r.Votes == most {
				keys = append(keys, i+1)
			}
		}
		n = len(s.Replies)
	case quiz.Text:
		n = len(s.Answers)
	case quiz.Number:
		n = len(s.Answers)
	case quiz.Gaps:
		n = len(s.Blanks)
	case quiz.Sequence:
		n = len(s.Steps)
	case quiz.Pairs:
		n = len(s.Pairs)
	case quiz.Groups:
		for _, g := range s.Groups {
			n += len(g.Items)
		}
	case quiz.Ratings:
		n = len(s.Statements)
	case quiz.Branches:
		n = len(s.Steps)
	}
	return n, keys
}

// round rounds to so many digits after the point.
func round(x float64, digits int) float64 {
	factor := math.Pow10(digits)
	return math.Round(x*factor) / factor
}
