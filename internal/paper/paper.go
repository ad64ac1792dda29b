// Package paper writes questions for paper: a form to fill in by hand, and, for
// another sheet, what is right and why. It knows the shapes of questions and no
// kind, so that a new kind of a known shape prints without a line here.
package paper

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/stencil"
	"lectern/quiz"
)

//go:embed ask.html solve.html
var files embed.FS

var templates = once.Value(func() *stencil.Set {
	return stencil.New(template.Must(template.ParseFS(files, "*.html")), nil, quick...)
})

// quick are the methods that the templates call most.
var quick = []stencil.Quick{
	stencil.Maker("HTML", (*view).HTML),
	stencil.Maker("Heading", (*view).Heading),
	stencil.Getter("Form", (*view).Form),
	stencil.Getter("Marked", (*view).Marked),
	stencil.Getter("Worth", (*view).Worth),
	stencil.Maker("Letter", (*view).Letter),
	stencil.Getter("Empty", (*prose.Text).Empty),
}

// Printer writes questions in one language. It is safe for use by several
// goroutines.
type Printer struct{ Words quiz.Words }

// Question is one question on one sheet.
type Question struct {
	quiz.Question
	Number int
	Level  int                     // of its heading
	Fill   func(prose.Text) string // fills the openings for this sheet
}

// Ask writes the question as an empty form. Nothing that tells the answer is in
// it: no key, no reason, no hint.
func (p Printer) Ask(w io.Writer, q Question) error { return p.write(w, q, "ask") }

// Solve writes what is right, why, and how it is marked.
func (p Printer) Solve(w io.Writer, q Question) error { return p.write(w, q, "solve") }

func (p Printer) write(w io.Writer, q Question, what string) error {
	form, err := formOf(q.Shape())
	if err != nil {
		return err
	}
	v := view{Base: q.Base(), Number: q.Number, level: q.Level, words: p.Words, fill: q.Fill, form: form}
	inner, err := templates().String(what+"-"+form.name, v)
	if err != nil {
		return fmt.Errorf("paper: %w", err)
	}
	v.Inner = template.HTML(strings.TrimSpace(inner))
	return templates().ExecuteTemplate(w, what, v)
}

// view is one question as the templates see it.
type view struct {
	*quiz.Base
	Number int
	Inner  template.HTML // the shape's own part
	level  int
	words  quiz.Words
	fill   func(prose.Text) string
	form   form
}

// T returns a sentence of the interface.
func (v view) T(key string, pairs ...any) string { return v.words.Say(key, pairs...) }

// HTML returns t with its openings filled.
func (v view) HTML(t prose.Text) template.HTML { return template.HTML(v.fill(t)) }

// Form is the question's shape, as its templates want it.
func (v view) Form() any { return v.form.content }

// Long reports whether the question may need more than a sheet.
func (v view) Long() bool { return v.form.long }

// Marked reports whether there are points to earn.
func (v view) Marked() bool { return v.form.marked }

// Worth says how many points there are to earn.
func (v view) Worth() string {
	if whole := int(v.Points); float64(whole) == v.Points {
		return v.T("paper-points", "n", whole)
	}
	return v.T("paper-points", "n", v.Points)
}

// Heading is the question's number and stem in a heading.
func (v view) Heading(stem template.HTML) template.HTML {
	return template.HTML(fmt.Sprintf(`<h%d class="stem"><span class="number">%d.</span> %s</h%[1]d>`, min(v.level, 6), v.Number, stem))
}

// Below is a heading one level below the question's.
func (v view) Below(words string) template.HTML {
	return template.HTML(fmt.Sprintf(`<h%d>%s</h%[1]d>`, min(v.level+1, 6), template.HTMLEscapeString(words)))
}

// Letter is the letter of item i of a list, as browsers count in letters.
func (v view) Letter(i int) string { return letter(i) }

func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + string(rune('A'+i%26))
}

// Typed says how a foreseen answer with this share of the points is marked.
func (v view) Typed(share float64) string {
	switch {
	case share >= 1:
		return v.T("typed-right")
	case share > 0:
		return v.T("typed-near")
	}
	return v.T("typed-slip")
}
