package paper

import (
	"fmt"
	"slices"

	"lectern/internal/prose"
	"lectern/quiz"
)

// form is how the questions of one shape stand on paper.
type form struct {
	name    string // of the templates ask-… and solve-…
	content any    // what they show
	marked  bool   // there are points to earn
	long    bool   // it may need more than a sheet
}

// formOf is the one place that tells shapes apart.
func formOf(shape quiz.Shape) (form, error) {
	switch s := shape.(type) {
	case quiz.Choices:
		return form{name: "choices", content: s, marked: true}, nil
	case quiz.Text:
		return form{name: "line", content: s, marked: true}, nil
	case quiz.Number:
		return form{name: "figure", content: figure{s}, marked: true}, nil
	case quiz.Gaps:
		return form{name: "gaps", content: s, marked: true}, nil
	case quiz.Pairs:
		return form{name: "pairs", content: lettered(s), marked: true}, nil
	case quiz.Groups:
		return form{name: "groups", content: table(s), marked: true}, nil
	case quiz.Sequence:
		return form{name: "sequence", content: s, marked: true}, nil
	case quiz.Judged:
		return form{name: "judged", content: s, marked: true}, nil
	case quiz.Branches:
		return form{name: "branches", content: story{s}, marked: story{s}.Scored(), long: true}, nil
	case quiz.Open:
		return form{name: "open", content: s}, nil
	case quiz.Ratings:
		return form{name: "ratings", content: s}, nil
	case quiz.Flashcard:
		return form{name: "flashcard", content: s}, nil
	}
	return form{}, fmt.Errorf("paper has no form for a question of the shape %T", shape)
}

// figure is a number to write.
type figure struct{ quiz.Number }

// HasUnits reports whether a unit may be written too.
func (f figure) HasUnits() bool {
	return slices.ContainsFunc(f.Answers, func(a quiz.NumberAnswer) bool { return a.Unit != "" })
}

// pairs are left sides with a line each, for the letter of a right side.
type pairs struct {
	quiz.Pairs
	Rights []prose.Text // each once, in the order of the page
}

func lettered(s quiz.Pairs) pairs {
	p := pairs{Pairs: s}
	add := func(right prose.Text) {
		if p.place(right) < 0 {
			p.Rights = append(p.Rights, right)
		}
	}
	for _, pair := range s.Pairs {
		add(pair.Right)
	}
	for _, extra := range s.Extra {
		add(extra.Text)
	}
	quiz.ByAlphabet(p.Rights, itself)
	return p
}

func itself(t prose.Text) prose.Text { return t }

// place is where a right side stands in the list, or -1.
func (p pairs) place(right prose.Text) int {
	return slices.IndexFunc(p.Rights, func(other prose.Text) bool { return same(other, right) })
}

// same reports whether two texts read alike; pictures, whether they are one.
func same(a, b prose.Text) bool {
	if words := a.Plain(); words != "" || b.Plain() != "" {
		return words == b.Plain()
	}
	return slices.EqualFunc(a.Refs, b.Refs, func(x, y prose.Ref) bool { return x.Target == y.Target })
}

// LetterOf is the letter of a right side.
func (p pairs) LetterOf(right prose.Text) string { return letter(p.place(right)) }

// groups are a table: a row for each item, a column for each group.
type groups struct {
	quiz.Groups
	Items []prose.Text // of all groups, in the order of the page
}

func table(s quiz.Groups) groups {
	g := groups{Groups: s}
	for _, group := range s.Groups {
		g.Items = append(g.Items, group.Items...)
	}
	quiz.ByAlphabet(g.Items, itself)
	return g
}

// story is a scenario told in steps.
type story struct{ quiz.Branches }

// Opening is the first step, whose text is the question's own.
func (s story) Opening() quiz.Branch { return s.Steps[0] }

// Scored reports whether its ends are worth points.
func (s story) Scored() bool {
	return slices.ContainsFunc(s.Steps, func(b quiz.Branch) bool { return b.Scored })
}
