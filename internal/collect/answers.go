package collect

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// Notes on an answer, when there is something to know of it.
const (
	Unknown = "not in the course" // the question is not there today
	Changed = "changed"           // today's mark is another one than the file's: the question was edited, or the file was
	Gone    = "answer gone"       // nothing of the answer is there today
	Counted = "counted as right by the student"
	Shown   = "the answer was shown"
)

// Answer is what a student answered to a question last.
type Answer struct {
	Student  *Student
	ID       string
	Lesson   *course.Lesson // nil of a card of the glossary and of an unknown question
	Question quiz.Question  // nil when it is unknown
	Record   Record
	Mark     quiz.Mark // by the course of today, from the kept response
	Notes    []string
}

// asked is a question of the course, and where it stands.
type asked struct {
	lesson   *course.Lesson
	question quiz.Question
	place    int
}

// Results are the answers of all students, and the course they are of.
type Results struct {
	Course   *course.Course
	ID       string
	Students []*Student
	Answers  []Answer
	known    map[string]asked // by all names, old ones too
	order    []asked
}

// Mark marks the answers of students by a course. What cannot be marked any more
// is kept, and told to d.
func Mark(c *course.Course, id string, students []*Student, d *diag.List) *Results {
	r := &Results{Course: c, ID: id, Students: students, known: map[string]asked{}}
	r.index()
	unknown := map[string]bool{}
	for _, s := range students {
		r.rename(s)
		for _, id := range sortedKeys(s.Records) {
			a := r.answer(s, id)
			if a.Question == nil {
				unknown[id] = true
			}
			r.Answers = append(r.Answers, a)
		}
	}
	slices.SortStableFunc(r.Answers, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(a.Student.Name, b.Student.Name), cmp.Compare(r.place(a), r.place(b)))
	})
	if len(unknown) > 0 {
		warn(d, "content", "question-unknown", fmt.Sprintf("the files hold answers to %s that the course does not have today: %s", count(len(unknown), "question"), list(sortedKeys(unknown))),
			"they are in the table, without a mark; the `was` setting of a question names its old ids")
	}
	return r
}

// index makes the questions known by their names.
func (r *Results) index() {
	add := func(a asked, names ...string) {
		a.place = len(r.order)
		r.order = append(r.order, a)
		for _, name := range names {
			r.known[name] = a
		}
	}
	for _, l := range r.Course.Lessons {
		for _, q := range l.Doc.Questions {
			names := []string{q.Base().ID}
			for _, was := range q.Base().Was {
				names = append(names, was.Value)
			}
			add(asked{lesson: l, question: q}, names...)
		}
	}
	if r.Course.Glossary == nil {
		return
	}
	for _, e := range r.Course.Glossary.Entries {
		base := quiz.Base{ID: e.Anchor(), StemText: e.Term(), Points: 1}
		add(asked{question: kinds.Card(base, quiz.Flashcard{Back: e.Definition})}, e.Anchor())
	}
}

// rename puts a student's records under the names that questions have today.
func (r *Results) rename(s *Student) {
	now := map[string]Record{}
	for _, id := range sortedKeys(s.Records) {
		record, name := s.Records[id], id
		if a, ok := r.known[id]; ok {
			name = a.question.Base().ID
		}
		if before, ok := now[name]; ok {
			record = better(before, record)
		}
		now[name] = record
	}
	s.Records = now
}

func (r *Results) place(a Answer) int {
	if a.Question == nil {
		return math.MaxInt
	}
	return r.known[a.ID].place
}

// answer marks one answer anew.
func (r *Results) answer(s *Student, id string) Answer {
	a := Answer{Student: s, ID: id, Record: s.Records[id]}
	found, ok := r.known[id]
	if !ok {
		a.Notes = []string{Unknown}
		return a
	}
	a.Lesson, a.Question = found.lesson, found.question
	a.Mark = a.Question.Mark(a.Record.Response)
	switch {
	case a.Mark.Verdict == quiz.Blank:
		a.Notes = append(a.Notes, Gone)
	case string(a.Mark.Verdict) != a.Record.Verdict || math.Abs(a.Mark.Score-a.Record.Score) > 1e-9:
		a.Notes = append(a.Notes, Changed)
	}
	if a.Record.Counted {
		a.Notes = append(a.Notes, Counted)
	}
	if a.Record.Shown {
		a.Notes = append(a.Notes, Shown)
	}
	return a
}

// has reports whether there is such a note on the answer.
func (a Answer) has(note string) bool { return slices.Contains(a.Notes, note) }

// isMarked reports whether there is a mark of today.
func (a Answer) isMarked() bool {
	return a.Question != nil && a.Mark.Verdict != quiz.Blank && a.Mark.Verdict != quiz.Unmarked
}

// When is the moment of the answer, as in 2030-01-31T12:00:00Z; "" when the file
// does not say, or says what no clock says.
func (a Answer) When() string {
	const lastYear = 253_402_300_799_999 // the end of the year 9999
	if a.Record.At <= 0 || a.Record.At > lastYear {
		return ""
	}
	return time.UnixMilli(int64(a.Record.At)).UTC().Format(time.RFC3339)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
