package gaps

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/quiz"
)

// templates are those of the kind once more: a blank stands in the middle of
// prose, where the frame's template cannot reach.
var templates = once.Value(func() *template.Template { return template.Must(template.ParseFS(files, "gaps.html")) })

// field is one blank of one page, as the templates see it.
type field struct {
	Blank
	Number int
	Field  string // the id of its control
	Name   string // what it is called: "Blank 1 of 3"
	Size   int    // its width in letters
	Others string // the other wordings that are right, in a sentence
}

// Open is v with a control in the place of each blank.
func (q *Question) Open(v quiz.View) quiz.View { return q.with(v, "gaps-field") }

// Solve is v with the right words in the place of each blank. The text stands
// on the page already, so its ids are left out.
func (q *Question) Solve(v quiz.View) quiz.View {
	v = q.with(v, "gaps-solved")
	fill := v.Fill
	v.Fill = func(t prose.Text) string { return ids.ReplaceAllString(fill(t), "") }
	return v
}

var ids = once.Regexp(` id="[^"]*"`)

// with is v with each blank written by a template. The blanks are counted as
// they come: the stem is written before the detail.
func (q *Question) with(v quiz.View, name string) quiz.View {
	fill, next := v.Fill, 0
	v.Fill = func(t prose.Text) string {
		parts, openings := t.Cut(prose.Blank)
		var b strings.Builder
		for i, part := range parts {
			b.WriteString(fill(part))
			if i < len(openings) && next < len(q.Blanks) {
				// The template is the kind's own and a Builder takes everything.
				_ = templates().ExecuteTemplate(&b, name, q.field(v, next))
				next++
			}
		}
		return b.String()
	}
	return v
}

func (q *Question) field(v quiz.View, i int) field {
	b := q.Blanks[i]
	f := field{Blank: b, Number: i + 1, Field: v.Anchor() + "-" + b.ID, Size: q.size()}
	f.Name = v.T("gaps-blank", "n", i+1, "of", len(q.Blanks))
	if len(b.Accepted) > 1 {
		f.Others = v.T("gaps-also", "words", strings.Join(b.Accepted[1:], ", "))
	}
	return f
}

// Typed reports whether any blank is typed.
func (q *Question) Typed() bool {
	for _, b := range q.Blanks {
		if !b.Menu() {
			return true
		}
	}
	return false
}

// Widths of typed blanks, in letters.
const step, widest = 8, 32

// size is one width for all blanks of a question, from the longest wording, so
// that no blank tells how long its own is.
func (q *Question) size() int {
	longest := 0
	for _, b := range q.Blanks {
		for _, words := range b.Accepted {
			if !b.Menu() {
				longest = max(longest, utf8.RuneCountInString(words))
			}
		}
	}
	return min(widest, (longest/step+1)*step)
}
