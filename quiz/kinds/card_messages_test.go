package kinds_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lectern/quiz"
	"lectern/quiz/kinds"
)

func TestBadCardsGiveTheirMessages(t *testing.T) {
	for _, k := range kinds.All() {
		for _, c := range cards(t, k, true) {
			t.Run(k.Name()+"/"+c.name(), func(t *testing.T) {
				questions, messages := c.read(t)
				if want := c.file("messages"); messages != want {
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
	for _, c := range cardsIn(t, "../testdata", true) {
		t.Run(c.name(), func(t *testing.T) {
			if _, messages := c.read(t); messages != c.file("messages") {
				t.Errorf("got\n%s\nwant\n%s", messages, c.file("messages"))
			}
		})
	}
}

// A message that has no card can say anything.
func TestEveryMessageHasABadCard(t *testing.T) {
	shared := messagesOf(t, kinds.All()...)
	for _, c := range cardsIn(t, "../testdata", true) {
		shared += c.file("messages")
	}
	for name := range namesIn(t, "../*.go") {
		if !strings.Contains(shared, "["+name+"]") {
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
		for _, c := range cards(t, k, true) {
			b.WriteString(c.file("messages"))
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
