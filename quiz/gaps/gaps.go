// Package gaps is the kind of question whose text has blanks in it: some are
// typed, others are chosen from a menu.
package gaps

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

//go:embed gaps.html gaps.css gaps.js example*.md
var files embed.FS

// Kind is the kind "gaps".
type Kind struct{}

func (Kind) Name() string    { return "gaps" }
func (Kind) Keyword() string { return "Fill in" }
func (Kind) Files() fs.FS    { return files }

// Shares implements quiz.Sharer.
func (Kind) Shares() []string { return []string{"prompts", "typed"} }

// Claims implements quiz.Kind. No other kind has this keyword.
func (Kind) Claims(*quiz.Block) bool { return true }

// Question is a valid question with at least one blank.
type Question struct {
	base          quiz.Base
	IgnoreAccents bool
	Blanks        []Blank // in the order of the text
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	var shape quiz.Gaps
	for _, b := range q.Blanks {
		shape.Blanks = append(shape.Blanks, quiz.Gap{Accepted: b.Accepted, Options: b.words()})
	}
	return shape
}

type settings struct {
	quiz.Settings
	Accents yamlx.Text `yaml:"accents"`
}

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	noList := func(quiz.Item) bool { return false }
	base, ok := b.Base(&s, &s.Settings, noList, d)
	q := &Question{base: base}
	ok = q.readAccents(b, s.Accents, d) && ok
	ok = q.readBlanks(b, d) && ok
	ok = refuseMarkers(b, d) && ok
	if !q.checkElsewhere(b, d) || !ok {
		return nil
	}
	parts, _ := base.Stem.Cut(prose.Blank)
	q.base.StemText = plainWith(parts, "…")
	return q
}

var isChosen = quiz.Marked("(x)", "( )")

// refuseMarkers refuses answers to choose: students would read them with the key.
func refuseMarkers(b *quiz.Block, d *diag.List) bool {
	for _, item := range b.Answers(isChosen) {
		if isChosen(item) {
			d.Error(b.File, item.At, "marker-unread", "`"+item.Marker+"` has no place here",
				"let the heading begin with `Question:`, or write what there is to choose into the text: `[[(listen) / tell]]`")
			return false
		}
	}
	return true
}

// plainWith are the words of a text in parts, with a sign between them.
func plainWith(parts []prose.Text, sign string) string {
	var texts []prose.Text
	for i, p := range parts {
		if i > 0 {
			texts = append(texts, prose.Text{HTML: sign})
		}
		texts = append(texts, p)
	}
	return prose.Join(texts...).Plain()
}

func (q *Question) readBlanks(b *quiz.Block, d *diag.List) bool {
	openings := append(q.base.Stem.Openings(prose.Blank), q.base.Detail.Openings(prose.Blank)...)
	if len(openings) == 0 {
		d.Error(b.File, b.HeadingAt, "blank-missing", "this question has nothing to fill in",
			"write a blank into its text: `Peer workers share [[lived]] experience.`")
		return false
	}
	ok, seen := true, map[string]int{}
	for _, r := range openings {
		blank, fine := q.readBlank(b, r, d)
		ok = fine && ok
		words := strings.Join(strings.Fields(r.Target), " ")
		seen[words]++
		blank.ID, blank.at = identify(words, seen[words]), r.Place
		q.Blanks = append(q.Blanks, blank)
	}
	return ok && q.checkCollisions(b, openings, d)
}

// identify names a blank by its words, so that what was filled in survives
// when another blank is added. Of blanks with the same words each has a number.
func identify(words string, n int) string {
	if n > 1 {
		words = fmt.Sprintf("%s #%d", words, n)
	}
	return "blank-" + quiz.Fingerprint(words)
}

// checkCollisions refuses two blanks that would send their answers under one
// name: one with the words "a #2" and the second of two with "a".
func (q *Question) checkCollisions(b *quiz.Block, openings []prose.Ref, d *diag.List) bool {
	seen := map[string]bool{}
	for i, blank := range q.Blanks {
		if seen[blank.ID] {
			d.Error(b.File, openings[i].Place, "blank-twice", "this blank cannot be told from another one", "change its words a little")
			return false
		}
		seen[blank.ID] = true
	}
	return true
}

// checkElsewhere refuses blanks where nobody could fill them in.
func (q *Question) checkElsewhere(b *quiz.Block, d *diag.List) bool {
	ok := true
	for _, text := range append([]prose.Text{q.base.Why}, q.base.Hints...) {
		for _, r := range text.Openings(prose.Blank) {
			d.Error(b.File, r.Place, "blank-misplaced", "a blank has no place in a hint or an explanation", "put it into the question's text")
			ok = false
		}
	}
	return ok
}

func (q *Question) readAccents(b *quiz.Block, s yamlx.Text, d *diag.List) bool {
	switch s.Value {
	case "", "keep":
	case "ignore":
		q.IgnoreAccents = true
	default:
		d.Error(b.File, s.At, "accents-unknown", fmt.Sprintf("unknown value `%s` for `accents`", s.Value), "write `accents: ignore` or `accents: keep`")
		return false
	}
	return true
}
