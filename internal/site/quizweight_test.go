package site

import (
	"slices"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/theme"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// everyKind asks one question of each kind on one page.
const everyKind = "---\ntitle: All\n---\n" +
	"### Question: Choice?\n\n- (x) Yes\n- ( ) No\n\n### Question: Number?\n\n- = 4\n\n### Question: Text?\n\n- = tea\n\n### Reflect: Reflect?\n\n" +
	"### Fill in: Tea is [[hot]].\n\n### Judge: Judge?\n\n- (8/10) Yes\n- (2/10) No\n\n### Sort: Sort?\n\n- A: one; two\n- B: three; four\n\n" +
	"### Match: Match?\n\n- a -> b\n- c -> d\n\n### Rate: Rate?\n\n- One\n- Two\n\n> **Scale:** No / Yes\n\n### Card: Card?\n\n> **Back:** Back\n\n" +
	"### Order: Order?\n\n1. One\n2. Two\n3. Three\n\n### Scenario: Scenario?\n\n- [Go](#go)\n- [Stay](#stay)\n\n#### Go\n\n> **End:** Gone.\n\n#### Stay\n\n> **End:** There.\n"

// What a student pays for questions: bytes of script, compressed, without what the rest of a page needs.
func TestAllKindsTogetherWeighAtMostTwelveKilobytes(t *testing.T) {
	c := small.with(files{"content/01-start/02-all.md": everyKind})
	s := mustBuild(t, c.fs(), Options{})
	var asked []string
	for _, q := range s.Course.Lessons[1].Doc.Questions {
		asked = append(asked, q.Base().Kind)
	}
	for _, k := range kinds.All() {
		if !slices.Contains(asked, k.Name()) {
			t.Fatalf("the page asks %v, and not %s", asked, k.Name())
		}
	}
	weight := frameWeight(t, c)
	for _, f := range loads(t, s, "start/all.html") {
		if strings.HasSuffix(f, ".js") && f != s.Script {
			weight += theme.Compressed(s.find(f))
		}
	}
	t.Logf("%d bytes", weight)
	if weight > 12_000 {
		t.Errorf("the scripts of all kinds weigh %d bytes, %d too many", weight, weight-12_000)
	}
}

// frameWeight is what the frame around every question weighs.
func frameWeight(t *testing.T, c files) int {
	t.Helper()
	var d diag.List
	look := readTheme(c.fs(), settings.Read(c.fs(), &d), false, &d)
	frame, err := quiz.Frame()
	if err != nil || look == nil {
		t.Fatal(err, printed(&d))
	}
	frame.Style = nil
	made, err := look.Part(frame)
	if err != nil {
		t.Fatal(err)
	}
	return made.Weight()
}
