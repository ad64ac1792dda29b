package collect

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/quiz"
)

// maxCell is how much of a text a cell of a spreadsheet takes.
const maxCell = 32_000

// words is a response as people read it: fingerprints of answers are their words
// again, and what was typed is what was typed. An answer that is not there today
// keeps its fingerprint.
func (a Answer) words() string {
	names, order := map[string]string{}, ""
	if a.Question != nil {
		names = namesOf(a.Question.Shape())
		key, _ := json.Marshal(a.Question.Key()) // the key is made for JSON
		order = string(key)
	}
	fields := sortedKeys(a.Record.Response)
	slices.SortStableFunc(fields, func(x, y string) int { return cmp.Compare(placeIn(order, x), placeIn(order, y)) })
	var parts []string
	for i, field := range fields {
		if field == "sure" {
			continue // how sure they are is no answer
		}
		said := named(names, a.Record.Response[field])
		if len(fields) > 1 {
			_, print, _ := strings.Cut(field, "-")
			said = cmp.Or(names[print], fmt.Sprint(i+1)) + ": " + said
		}
		parts = append(parts, said)
	}
	return cut(strings.Join(parts, "; "))
}

// placeIn is where a field is first named in a question's key, which has the
// order of the page.
func placeIn(key, field string) int {
	quoted, _ := json.Marshal(field) // a text always marshals
	if at := strings.Index(key, string(quoted)); at >= 0 {
		return at
	}
	return len(key)
}

func named(names map[string]string, values []string) string {
	var words []string
	for _, v := range values {
		words = append(words, cmp.Or(names[v], v))
	}
	return strings.Join(words, " | ")
}

// cut keeps a cell to what spreadsheets take, without what would spoil a table.
func cut(s string) string {
	s = diag.Printable(s)
	if runes := []rune(s); len(runes) > maxCell {
		return string(runes[:maxCell]) + "…"
	}
	return s
}

// namesOf are the words of a question's answers by their fingerprints.
func namesOf(shape quiz.Shape) map[string]string {
	names := map[string]string{}
	for _, t := range textsOf(shape) {
		if plain := t.Plain(); plain != "" {
			names[quiz.Fingerprint(plain)] = plain
		}
	}
	if gaps, ok := shape.(quiz.Gaps); ok {
		for _, b := range gaps.Blanks {
			for _, o := range b.Options {
				names[quiz.Fingerprint(o)] = o
			}
		}
	}
	return names
}

// textsOf are the texts of a shape that a response can name.
func textsOf(shape quiz.Shape) (texts []prose.Text) {
	switch s := shape.(type) {
	case quiz.Choices:
		for _, a := range s.Answers {
			texts = append(texts, a.Text)
		}
	case quiz.Judged:
		for _, r := range s.Replies {
			texts = append(texts, r.Text)
		}
	case quiz.Sequence:
		for _, step := range s.Steps {
			texts = append(texts, step.Text)
		}
	case quiz.Pairs:
		for _, p := range s.Pairs {
			texts = append(texts, p.Left, p.Right)
		}
		for _, e := range s.Extra {
			texts = append(texts, e.Text)
		}
	case quiz.Groups:
		for _, g := range s.Groups {
			texts = append(append(texts, g.Name), g.Items...)
		}
	case quiz.Branches:
		for _, step := range s.Steps {
			texts = append(texts, step.Name)
		}
	}
	return texts
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// list names a few of many.
func list(names []string) string {
	const few = 10
	var shown []string
	for _, n := range names[:min(few, len(names))] {
		shown = append(shown, "`"+diag.Printable(short(n))+"`")
	}
	if more := len(names) - few; more > 0 {
		shown = append(shown, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(shown, ", ")
}
