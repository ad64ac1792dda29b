package kinds_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"lectern/internal/prose"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

func TestCardsGiveTheirKeyAndPage(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range goodCards(t, k) {
			t.Run(k.Name()+"/"+c.Name(), func(t *testing.T) {
				q := question(t, c)
				key, err := json.MarshalIndent(q.Key(), "", "  ")
				if err != nil {
					t.Fatal(err)
				}
				golden(t, c, "key.json", string(key)+"\n")
				golden(t, c, "page.html", page(t, q))
			})
		}
	}
}

func TestAPageWorksWithoutScript(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range goodCards(t, k) {
			t.Run(k.Name()+"/"+c.Name(), func(t *testing.T) {
				q := question(t, c)
				form := parsePage(t, page(t, q))
				form.wantNoRepairs()
				form.wantWholeReferences()
				form.wantLabels()
				form.wantKeyOf(q)
				form.wantParts("legend .stem, .stem label, .blanks .stem, .opening .stem", q.Base().Stem)
				for _, hint := range q.Base().Hints {
					form.wantWords("details.hint", hint)
				}
				typed, said := saidBy(t, q)
				for _, answer := range append(typed, said...) {
					form.wantWords("details.answer, .scenario", answer)
				}
				form.wantWords("details.answer .explanation", q.Base().Why)
				form.wantParts(".case", q.Base().Detail)
			})
		}
	}
}

// saidBy lists what a student without script can open below the question: the
// wordings that may be typed, and the prose.
func saidBy(t *testing.T, q quiz.Question) (typed, said []prose.Text) {
	t.Helper()
	switch shape := q.Shape().(type) {
	case quiz.Choices:
		for _, a := range shape.Answers {
			said = append(said, a.Text, a.Feedback)
		}
	case quiz.Text:
		for _, a := range shape.Answers {
			typed = append(typed, plain(a.Words))
			said = append(said, a.Feedback)
		}
	case quiz.Pairs:
		for _, p := range shape.Pairs {
			said = append(said, p.Left, p.Right, p.Feedback)
		}
		for _, e := range shape.Extra {
			said = append(said, e.Text, e.Feedback)
		}
	case quiz.Groups:
		for _, g := range shape.Groups {
			said = append(append(said, g.Name, g.Feedback), g.Items...)
		}
	case quiz.Number:
		for _, a := range shape.Answers {
			for part := range strings.SplitSeq(a.Words, "..") { // "40 to 50"
				typed = append(typed, plain(part))
			}
			said = append(said, a.Feedback)
		}
	case quiz.Ratings: // there is nothing to open
	case quiz.Open:
		said = append(shape.Checklist, shape.Model)
	case quiz.Sequence:
		for _, s := range shape.Steps {
			said = append(said, s.Text, s.Feedback)
		}
	case quiz.Gaps:
		for _, gap := range shape.Blanks {
			for _, words := range gap.Accepted {
				typed = append(typed, plain(words))
			}
		}
	case quiz.Judged:
		for _, r := range shape.Replies {
			said = append(said, r.Text, r.Feedback)
		}
	case quiz.Branches:
		for _, s := range shape.Steps {
			said = append(said, s.Name, s.Text, s.End)
			for _, c := range s.Choices {
				said = append(said, c.Text, c.Feedback)
			}
		}
	case quiz.Flashcard:
		said = append(said, shape.Back)
	default:
		t.Fatalf("this test knows no %T", shape)
	}
	return typed, slices.DeleteFunc(said, prose.Text.Empty)
}

// The key is what a curious student reads first, so it says no more than it must.
func (p htmlPage) wantKeyOf(q quiz.Question) {
	p.t.Helper()
	scripts := p.find("script")
	if len(scripts) != 1 || attribute(scripts[0], "type") != "application/json" {
		p.t.Fatalf("want one script that is data, have %d", len(scripts))
	}
	data := words(scripts[0])
	var key any
	if err := json.Unmarshal([]byte(data), &key); err != nil {
		p.t.Fatalf("the key is not JSON: %v\n%s", err, data)
	}
	base := q.Base()
	_, said := saidBy(p.t, q)
	for _, text := range slices.Concat([]prose.Text{base.Stem, base.Why, base.Detail}, base.Hints, said) {
		if words := text.Plain(); words != "" && strings.Contains(data, words) {
			p.t.Errorf("the key says %q", words)
		}
	}
}
