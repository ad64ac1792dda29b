package kinds_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lectern/quiz"
	"lectern/quiz/cards"
	"lectern/quiz/kinds"
)

// Every card is translated into a language whose words are ours backwards. It
// is the same question all the same.
func TestATranslationIsTheSameQuestion(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range goodCards(t, k) {
			t.Run(k.Name()+"/"+c.Name(), func(t *testing.T) {
				original, translated := mirrored(t, c)
				wantSameBase(t, original.Base(), translated.Base())
				if have, want := inAnyOrder(t, translated.Key()), inAnyOrder(t, original.Key()); have != want {
					t.Errorf("the page gets the key\n%s, want\n%s", have, want)
				}
				var responses []quiz.Response
				for _, m := range c.Marks(t) {
					responses = append(responses, m.Response)
				}
				r := seeded(t)
				values := slices.Concat(likely(t, original), likely(t, translated))
				for range 200 {
					responses = append(responses, respond(r, original, values))
				}
				for _, response := range responses {
					wantSameOutcome(t, original, translated, response)
				}
				markAlike(t, original, responses)
				markAlike(t, translated, responses)
			})
		}
	}
}

func TestATranslationShowsNoWordOfItsOriginal(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range goodCards(t, k) {
			t.Run(k.Name()+"/"+c.Name(), func(t *testing.T) {
				_, translated := mirrored(t, c)
				c.Set("question.md", c.File("question.zz.md"))
				if have, want := shown(t, translated), shown(t, question(t, c)); have != want {
					t.Errorf("the page says\n%s\nwant\n%s", have, want)
				}
			})
		}
	}
}

// shown is what a page says, line by line, without the key. Steps to put in
// order are scrambled by their names, which the original gives.
func shown(t *testing.T, q quiz.Question) string {
	form := parsePage(t, page(t, q)).find("form")[0]
	lines := strings.Split(strings.ReplaceAll(words(form), encoded(t, q.Key()), ""), "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// mirrored is a card's question and its translation.
func mirrored(t *testing.T, c cards.Card) (original, translated quiz.Question) {
	t.Helper()
	c.Set("question.zz.md", backwards(c.File("question.md")))
	languages, messages := c.Languages(t, kinds.All()...)
	if messages != "" {
		t.Fatalf("%s\n%s", messages, c.File("question.zz.md"))
	}
	return languages[0][0], languages[1][0]
}

func wantSameBase(t *testing.T, o, b *quiz.Base) {
	t.Helper()
	if b.ID != o.ID || b.Derived != o.Derived || b.Points != o.Points || b.Tries != o.Tries || b.Shuffle != o.Shuffle ||
		b.MayShuffle != o.MayShuffle || b.Confidence != o.Confidence || b.Unmarked != o.Unmarked ||
		!slices.Equal(b.Was, o.Was) || !slices.Equal(b.Objectives, o.Objectives) {
		t.Errorf("got %+v, want what is shared of %+v", b, o)
	}
}

// wantSameOutcome compares what is kept of an answer, and with it how each of
// its parts did. A bare number may be that of either language's unit.
func wantSameOutcome(t *testing.T, original, translated quiz.Question, response quiz.Response) {
	t.Helper()
	want, have := original.Mark(response), translated.Mark(response)
	if original.Base().Kind == "number" {
		want.Answers, have.Answers = nil, nil
	}
	if have.Verdict != want.Verdict || have.Score != want.Score || have.Count != want.Count || !maps.Equal(have.Answers, want.Answers) {
		t.Fatalf("%.2000q is marked %+v, and %+v in the original", response, have, want)
	}
}

// inAnyOrder is a key without the order of its lists, which goes by the
// alphabet of each language.
func inAnyOrder(t *testing.T, key any) string {
	var sorted func(any) any
	sorted = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			for name := range v {
				v[name] = sorted(v[name])
			}
		case []any:
			var texts []string
			for _, inner := range v {
				texts = append(texts, encoded(t, sorted(inner)))
			}
			slices.Sort(texts)
			return texts
		}
		return v
	}
	data, err := json.MarshalIndent(sorted(asJSON(t, key)), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// untouched is what a translator leaves as it is: settings, keywords, labels, the
// names of characters, and what is said in round brackets or braces about an
// item. Everything else that is a word is turned round.
var untouched = regexp.MustCompile(`<!--(?s:.*?)-->|<[^>\n]*>|(?m:^#+ [A-Z][a-z ]+:)|\*\*[A-Z][a-z ]+:\*\*|&#?\w+;|\{pinned\}|(?i:\(score:?)|\((?:x| )\)|\[(?:x| )\]`)

var word = regexp.MustCompile(`\pL+`)

func backwards(text string) string {
	var b strings.Builder
	from := 0
	for _, at := range append(untouched.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		b.WriteString(word.ReplaceAllStringFunc(text[from:at[0]], turned))
		b.WriteString(text[at[0]:at[1]])
		from = at[1]
	}
	return b.String()
}

func turned(word string) string {
	runes := []rune(word)
	slices.Reverse(runes)
	return string(runes)
}
