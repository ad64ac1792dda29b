package paper

import (
	"html/template"
	"strings"

	"lectern/internal/prose"
	"lectern/quiz"
)

// gapped are the stem and the case of a text with blanks in it.
type gapped struct{ Stem, Case template.HTML }

// Open is the text with a line for each blank.
func (v view) Open() (gapped, error) { return v.gapped("ask-gap") }

// Filled is the text with the right words in each blank.
func (v view) Filled() (gapped, error) { return v.gapped("solve-gap") }

// gap is one blank as its template sees it.
type gap struct {
	quiz.Gap
	Number int
	Others string // the other wordings that are right, in a sentence
}

// gapped writes a template in the place of each blank. Blanks are counted as
// they come: first those of the stem, then those of the case.
func (v view) gapped(template string) (g gapped, err error) {
	next := 0
	if g.Stem, err = v.withGaps(v.Stem, template, &next); err == nil {
		g.Case, err = v.withGaps(v.Detail, template, &next)
	}
	return g, err
}

func (v view) withGaps(t prose.Text, name string, next *int) (template.HTML, error) {
	blanks := v.form.content.(quiz.Gaps).Blanks
	parts, openings := t.Cut(prose.Blank)
	var w strings.Builder
	for i, part := range parts {
		w.WriteString(v.fill(part))
		if i >= len(openings) || *next >= len(blanks) {
			continue
		}
		b := gap{Gap: blanks[*next], Number: *next + 1}
		if len(b.Accepted) > 1 {
			b.Others = v.T("gaps-also", "words", strings.Join(b.Accepted[1:], ", "))
		}
		*next++
		if err := templates().ExecuteTemplate(&w, name, b); err != nil {
			return "", err
		}
	}
	return template.HTML(w.String()), nil
}
