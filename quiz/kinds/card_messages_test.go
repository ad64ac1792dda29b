package kinds_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lectern/quiz"
	"lectern/quiz/cards"
	"lectern/quiz/kinds"
)

func TestBadCardsGiveTheirMessages(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range badCards(t, k) {
			t.Run(k.Name()+"/"+c.Name(), func(t *testing.T) {
				questions, messages := read(t, c)
				if want := c.File("messages"); messages != want {
					t.Errorf("got\n%s\nwant\n%s", messages, want)
				}
				if strings.Contains(messages, ": error: ") && len(questions) > 0 {
					t.Errorf("%d questions are asked in spite of the errors", len(questions))
				}
			})
		}
	}
}

func TestBadQuizzesGiveTheirMessages(t *testing.T) {
	for _, c := range cards.Bad(t, shared) {
		t.Run(c.Name(), func(t *testing.T) {
			if _, messages := read(t, c); messages != c.File("messages") {
				t.Errorf("got\n%s\nwant\n%s", messages, c.File("messages"))
			}
		})
	}
}

// The pages are written all the same, for what else is wrong.
func TestBadTranslationsGiveTheirMessages(t *testing.T) {
	for folder, bad := range badTranslations(t) {
		for _, c := range bad {
			t.Run(folder+"/"+c.Name(), func(t *testing.T) {
				languages, messages := c.Languages(t, kinds.All()...)
				if messages != c.File("messages") {
					t.Errorf("got\n%s\nwant\n%s", messages, c.File("messages"))
				}
				for _, q := range slices.Concat(languages...) {
					if !strings.Contains(page(t, q), "</form>") {
						t.Errorf("the question at %v has no page", q.Base().At)
					}
				}
			})
		}
	}
}

func badTranslations(t *testing.T) map[string][]cards.Card {
	bad := map[string][]cards.Card{"quiz": cards.Bad(t, cards.Translated(shared))}
	for _, k := range kinds.All() {
		bad[k.Name()] = cards.Bad(t, cards.Translated(folderOf(k)))
	}
	return bad
}

// A message that has no card can say anything.
func TestEveryMessageHasABadCard(t *testing.T) {
	everyKind := messagesOf(t, kinds.All()...)
	for _, c := range cards.Bad(t, shared) {
		everyKind += c.File("messages")
	}
	for _, bad := range badTranslations(t) {
		for _, c := range bad {
			everyKind += c.File("messages")
		}
	}
	for name := range namesIn(t, "../*.go") {
		if !strings.Contains(everyKind, "["+name+"]") {
			t.Errorf("no card of any kind gives the message %s", name)
		}
	}
	for _, k := range kinds.All() {
		own := messagesOf(t, k)
		for name := range namesIn(t, "../"+k.Name()+"/*.go") {
			if !strings.Contains(own, "["+name+"]") {
				t.Errorf("no card of %s gives the message %s", k.Name(), name)
			}
		}
	}
}

func messagesOf(t *testing.T, all ...quiz.Kind) string {
	var b strings.Builder
	for _, k := range all {
		for _, c := range badCards(t, k) {
			b.WriteString(c.File("messages"))
		}
	}
	return b.String()
}

var reported = regexp.MustCompile(`\bd\.(?:Error|Warn)\([^,]+, [^,]+, "([a-z-]+)"`)

// namesIn finds the messages that source files can give.
func namesIn(t *testing.T, pattern string) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range reported.FindAllStringSubmatch(string(data), -1) {
			names[m[1]] = true
		}
	}
	if len(names) == 0 {
		t.Fatalf("no messages in %s: does this test still know how they are written?", pattern)
	}
	return names
}
