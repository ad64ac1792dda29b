package collect

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"lectern/internal/spreadsheet"
	"lectern/quiz"
)

// How many students figures want. Below few a discrimination says nothing; below
// enough all figures are hints.
const (
	few    = 10
	enough = 30
	others = 2 // questions besides, that a student must have answered to be compared
)

// Item is a question as its students answered it. A question counts as right
// at once when it was right at the first try and without being shown. Answers to
// a question that has changed since, and those that students counted as right
// themselves, are left out.
type Item struct {
	asked
	Students       int
	RightAtOnce    float64 // the share of them: the difficulty
	AtOnce         interval
	RightInTheEnd  float64
	Discrimination float64 // corrected: with the share of their other questions
	Discriminates  interval
	Compared       int // students who answered other questions, too; with too few of them there is no discrimination
	Chosen         []Choice
	LeftOut        int // answers that do not count here
	hasFigure      bool
}

// Choice is how often an answer was chosen.
type Choice struct {
	Words string
	Right bool
	Times int
}

// Analyse reckons an item for each marked question that somebody answered.
func (r *Results) Analyse() (items []Item) {
	atOnce := r.scores()
	byQuestion := map[string][]Answer{}
	for _, a := range r.Answers {
		if a.isMarked() {
			byQuestion[a.ID] = append(byQuestion[a.ID], a)
		}
	}
	for _, q := range r.order {
		answers := byQuestion[q.question.Base().ID]
		if q.lesson == nil || len(answers) == 0 {
			continue // students mark the glossary's cards themselves
		}
		items = append(items, newItem(q, answers, atOnce))
	}
	return items
}

// counts reports whether an answer says something of its question as it is today.
func (a Answer) counts() bool {
	return a.isMarked() && a.Lesson != nil && !a.has(Changed) && !a.has(Counted)
}

// score is 1 when the question was right at once, else 0.
func (a Answer) score() float64 {
	if a.Mark.Verdict == quiz.Right && a.Record.Tries <= 1 && !a.Record.Shown {
		return 1
	}
	return 0
}

// tally is how a student did in all questions.
type tally struct {
	asked int
	right float64
}

// scores are by student.
func (r *Results) scores() map[*Student]tally {
	all := map[*Student]tally{}
	for _, a := range r.Answers {
		if a.counts() {
			t := all[a.Student]
			t.asked++
			t.right += a.score()
			all[a.Student] = t
		}
	}
	return all
}

func newItem(q asked, answers []Answer, all map[*Student]tally) Item {
	item := Item{asked: q}
	var own, compared, rest []float64
	right := 0.0
	for _, a := range answers {
		if !a.counts() {
			item.LeftOut++
			continue
		}
		own = append(own, a.score())
		if a.Mark.Verdict == quiz.Right {
			right++
		}
		if t := all[a.Student]; t.asked > others {
			compared = append(compared, a.score())
			rest = append(rest, (t.right-a.score())/float64(t.asked-1))
		}
	}
	if item.Students = len(own); item.Students > 0 {
		item.RightAtOnce, item.RightInTheEnd = mean(own), right/float64(item.Students)
		item.AtOnce = wilson(item.RightAtOnce, item.Students)
	}
	if item.Compared = len(compared); item.Compared >= few {
		item.Discrimination, item.hasFigure = correlation(compared, rest)
		item.Discriminates = fisher(item.Discrimination, item.Compared)
	}
	item.Chosen = chosen(q.question, answers)
	return item
}

// chosen counts the answers of a question whose answers are in view.
func chosen(q quiz.Question, answers []Answer) (choices []Choice) {
	switch s := q.Shape().(type) {
	case quiz.Choices:
		for _, a := range s.Answers {
			choices = append(choices, Choice{Words: a.Text.Plain(), Right: a.Right})
		}
	case quiz.Judged:
		for _, r := range s.Replies {
			choices = append(choices, Choice{Words: r.Text.Plain()})
		}
	}
	for i := range choices {
		print := quiz.Fingerprint(choices[i].Words)
		for _, a := range answers {
			if slices.Contains(a.Record.Response["answer"], print) {
				choices[i].Times++
			}
		}
	}
	return choices
}

// Remark says in words what is worth knowing of an item; "" when there is
// nothing.
func (i Item) Remark() string {
	var remarks []string
	add := func(format string, args ...any) { remarks = append(remarks, fmt.Sprintf(format, args...)) }
	if i.Students < enough {
		add("only %s: a hint, no finding", count(i.Students, "student"))
	}
	if i.LeftOut > 0 {
		add("%s left out: changed since, or counted as right by the student", count(i.LeftOut, "answer"))
	}
	switch {
	case i.Students < few:
	case i.AtOnce.Low > 0.9:
		add("nearly everybody is right at once")
	case i.AtOnce.High < i.guess():
		add("fewer are right at once than by guessing: look at the key and at the words")
	}
	if i.hasFigure && i.Discriminates.High < 0 {
		add("who does well elsewhere misses this one: look at the key")
	}
	return strings.Join(remarks, "; ")
}

// guess is how many are right by guessing; 0 where that is not known.
func (i Item) guess() float64 {
	if s, ok := i.question.Shape().(quiz.Choices); ok && !s.Several {
		return 1 / float64(len(s.Answers))
	}
	return 0
}

var itemColumns = []string{
	analysisBegin, "lesson", "lesson_title", "kind", "asks", "students", "right_at_once", "right_at_once_low", "right_at_once_high", "right_in_the_end",
	"discrimination", "discrimination_low", "discrimination_high", "chosen", "nobody_chose", "remark",
}

// WriteAnalysis writes a row for each item. Shares are from 0 to 1; low and high
// are the ends of 95 % intervals; * marks right answers.
func (r *Results) WriteAnalysis(w io.Writer) error {
	t := spreadsheet.New(w, itemColumns...)
	for _, i := range r.Analyse() {
		b := i.question.Base()
		row := []any{b.ID, i.lesson.URL, i.lesson.Title, b.Kind, b.StemText, i.Students}
		row = append(row, i.figures()...)
		times, nobody := i.choices()
		t.Row(append(row, times, nobody, i.Remark())...)
	}
	return t.Close()
}

func (i Item) figures() []any {
	row := make([]any, 7)
	if i.Students > 0 {
		copy(row, []any{digits(i.RightAtOnce), digits(i.AtOnce.Low), digits(i.AtOnce.High), digits(i.RightInTheEnd)})
	}
	if i.hasFigure {
		copy(row[4:], []any{digits(i.Discrimination), digits(i.Discriminates.Low), digits(i.Discriminates.High)})
	}
	return row
}

// choices lists how often each answer was chosen, and those that nobody chose.
func (i Item) choices() (times, nobody string) {
	var all, none []string
	for _, c := range i.Chosen {
		star := ""
		if c.Right {
			star = "*"
		}
		all = append(all, fmt.Sprintf("%s%s: %d", c.Words, star, c.Times))
		if c.Times == 0 {
			none = append(none, c.Words+star)
		}
	}
	return cut(strings.Join(all, "; ")), cut(strings.Join(none, "; "))
}

// Margin is how far the share of n students may lie from that of many, in points
// of a hundred: half the width of its interval where it is widest.
func Margin(n int) int {
	i := wilson(0.5, max(1, n))
	return int(math.Round(50 * (i.High - i.Low)))
}
