package kinds_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"lectern/quiz"
	"lectern/quiz/kinds"
)

func TestKindsThatShareAKeywordNameItOnce(t *testing.T) {
	keywords := kinds.All().Keywords()
	for _, k := range kinds.All() {
		if n := strings.Count(strings.Join(keywords, "|")+"|", k.Keyword()+"|"); n != 1 {
			t.Errorf("the keyword %s of %s is there %d times in %v", k.Keyword(), k.Name(), n, keywords)
		}
	}
}

func TestWhatKindsShareComesBeforeThem(t *testing.T) {
	parts, err := kinds.All().Parts(kinds.All().PartNames())
	if err != nil {
		t.Fatal(err)
	}
	signs := map[string]string{"typed": "Lectern.fold =", "prompts": "Lectern.prompts ="}
	names := []string{"prompts", "typed"}
	for _, k := range kinds.All() {
		signs[k.Name()] = "Lectern.kinds." + k.Name() + " ="
		names = append(names, k.Name())
	}
	for i, p := range parts {
		if i >= len(names) || p.Name != names[i] || !bytes.Contains(p.Script, []byte(signs[p.Name])) {
			t.Errorf("part %d is %s and does not hold %q", i, p.Name, signs[p.Name])
		}
	}
	if len(parts) != len(names) {
		t.Errorf("%d parts, want %d", len(parts), len(names))
	}
}

func TestAPageNeedsOnlyThePartsOfItsQuestions(t *testing.T) {
	for _, c := range []struct {
		questions []quiz.Question
		quizzes   []*quiz.Quiz
		parts     []string
	}{
		{nil, nil, nil},
		{[]quiz.Question{kept{Kind: "choice"}}, nil, []string{"choice"}},
		{[]quiz.Question{kept{Kind: "match"}, kept{Kind: "text"}, kept{Kind: "match"}}, nil, []string{"prompts", "typed", "text", "match"}},
		{[]quiz.Question{kept{Kind: "choice", Confidence: true}}, nil, []string{"choice", "sure"}},
		{[]quiz.Question{kept{Kind: "choice"}}, []*quiz.Quiz{{}}, []string{"choice", "quizzes"}},
	} {
		if got := kinds.All().PartsOf(c.questions, c.quizzes); !slices.Equal(got, c.parts) {
			t.Errorf("%v need %v, want %v", c.questions, got, c.parts)
		}
	}
}

// kept is a question of which only the base is known.
type kept quiz.Base

func (k kept) Base() *quiz.Base                  { return (*quiz.Base)(&k) }
func (kept) Mark(quiz.Response) quiz.Mark        { return quiz.Mark{} }
func (kept) Key() any                            { return nil }
func (kept) Shape() quiz.Shape                   { return nil }
func (kept) Follow(quiz.Question, *quiz.Pairing) {}
