package ids_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/ids"
)

// What a question may be put together from. %d is a number of its own.
var (
	names    = []string{"lesson", "l'été", "ᐃᓄᒃ", "2027-06-01", "null", "con", "a_b.c", strings.Repeat("long", 30)}
	headings = []string{"### Reflect: What %d?\n", "# Reflect: %d \"no\" -- it's\n", "###### Reflect: %d: {a, b} # c #\n", " ## Reflect: `x` *%d* ᐃᓄᒃᑎᑐᑦ ᐃᓄᒃᑎᑐᑦ ᐃᓄᒃᑎᑐᑦ ᐃᓄᒃᑎᑐᑦ\n",
		"Reflect: Que dit-on %d?\n===\n", "Reflect: One line %d\nand another\n  ---\n"}
	settings = []string{"", "", "\n", "<!-- {} -->\n", "<!-- { objective: o } -->\n", "\n<!--{objective: [o]}-->\n", "<!-- {\n  objective: o,\n  was:\n} -->\n",
		"<!--\nobjective: o\n-->\n", "<!-- objective: o -->\n", "<!--\n\n   was: old%d\n\n   objective: o\n-->\n", "<!-- {id: , objective: o} -->\n",
		"<!-- {objective: o, id: \"\"} -->\n", "<!-- {id: own%d} -->\n", "<!-- TODO: %d -->\n", "<!-- id: -->\n"}
	rests = []string{"", "\n", "Text at once.\n", "- a\n- b\n", "    code\n", "> **Hint:** Look.\n", "\n---\n\nOutside.\n", "| a |\n|---|\n| b |\n", "***\n", "<p>HTML</p>\n", "[^1]\n\n[^1]: Note.\n", "```\ncode\n```\n", "1. a\n"}
)

func one(r *rand.Rand, of []string, n int) string {
	text := of[r.IntN(len(of))]
	if strings.Contains(text, "%d") {
		return fmt.Sprintf(text, n)
	}
	return text
}

// generate makes a lesson with up to nine questions, numbered from first on.
func generate(r *rand.Rand, first int) string {
	var b strings.Builder
	b.WriteString("---\ntitle: T\nobjectives:\n  o: Do it.\n---\n" + []string{"", "\n", "Before.\n\n"}[r.IntN(3)])
	for n := range r.IntN(10) {
		b.WriteString(one(r, headings, first+n) + one(r, settings, first+n) + one(r, rests, first+n) + []string{"\n", "", "\n\n"}[r.IntN(3)])
		if text := b.String(); !strings.HasSuffix(text, "\n\n") {
			b.WriteString("\n") // else a heading that is underlined may go on with the text above it
		}
	}
	text := b.String()
	if r.IntN(3) == 0 {
		text = strings.TrimRight(text, "\n")
	}
	switch r.IntN(4) {
	case 0:
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case 1:
		text = strings.ReplaceAll(text, "\n", "\r")
	}
	return []string{"", "\ufeff"}[r.IntN(2)] + text
}

func generateCourse(r *rand.Rand) map[string]string {
	lessons := map[string]string{}
	for i, name := range names {
		lessons[fmt.Sprintf("1-a/%d-%s.md", i, name)] = generate(r, 10*i)
	}
	return lessons
}

func TestProgressSurvivesWrittenIds(t *testing.T) {
	written := 0
	for seed := range uint64(5) {
		written += keepsProgress(t, seed, false)
	}
	if written < 80 {
		t.Errorf("only %d ids were written: the lessons test little", written)
	}
}

func FuzzProgressSurvivesWrittenIds(f *testing.F) {
	f.Add(uint64(1000))
	f.Fuzz(func(t *testing.T, seed uint64) { keepsProgress(t, seed, seed%100 != 0) })
}

// keepsProgress writes ids into a generated course, whose lessons are read alone or
// built, and returns how many.
func keepsProgress(t *testing.T, seed uint64, alone bool) (written int) {
	t.Helper()
	c := &folder{files: filesOf(generateCourse(rand.New(rand.NewPCG(seed, 0)))), alone: alone}
	before, derived := c.questions(t)
	changes := c.mustChange(t)
	for _, change := range changes {
		written += len(change.Edits)
		if back := undo(change); !bytes.Equal(back, change.Old) || !bytes.Equal(back, c.files[change.Path].Data) {
			t.Errorf("seed %d: without its ids %s is\n%q\nand was\n%q", seed, change.Path, back, change.Old)
		}
	}
	c.write(changes)
	after, left := c.questions(t)
	if !slices.Equal(before, after) || left != 0 || written != derived {
		t.Errorf("seed %d: ids were %q, now %q; %d of %d derived ones written, %d left", seed, before, after, written, derived, left)
	}
	if again := ids.Missing(c.built.Course); len(again) != 0 {
		t.Errorf("seed %d: a second time finds %+v", seed, again)
	}
	return written
}

// undo takes out of a file what was put in. All lines of a generated file end
// alike.
func undo(c ids.Change) []byte {
	end := "\n"
	for _, other := range []string{"\r", "\r\n"} {
		if bytes.Contains(c.Old, []byte(other)) {
			end = other
		}
	}
	out := c.New
	for _, e := range c.Edits {
		before, after, _ := bytes.Cut(out, []byte(strings.ReplaceAll(e.Insert, "\n", end)))
		out = slices.Concat(before, after)
	}
	return out
}

// oddSettings are those of a question that may have an id written into them, or may not.
var oddSettings = []string{"{objective: \u2028o}", "was:\u0085 old", "id: >-\n", "id: |\n\n", "{\"\\u0069d\": }", "? id\n: ", "id:\twas", "{id: !!null }", "{was: [a, b], id}"}

func lessonWith(settings string) string {
	return "# T\n\n### Reflect: What?\n<!-- " + settings + " -->\n"
}

// Whatever a lesson says, it is changed as it should be or reported.
func TestALessonIsChangedWellOrReported(t *testing.T) {
	for _, settings := range oddSettings {
		t.Run(settings, func(t *testing.T) {
			changesWellOrReports(t, &folder{files: filesOf(map[string]string{"1-a/lesson.md": lessonWith(settings)})})
		})
	}
}

func FuzzAnyLessonIsChangedWellOrReported(f *testing.F) {
	for _, settings := range oddSettings {
		f.Add(lessonWith(settings))
	}
	f.Fuzz(func(t *testing.T, text string) {
		lesson := map[string]string{"1-a/lesson.md": text}
		alone := &folder{files: filesOf(lesson), alone: true}
		if !alone.builds() {
			t.Skip()
		}
		if !changesWell(t, alone) {
			changesWellOrReports(t, &folder{files: filesOf(lesson)})
		}
	})
}

// changesWell puts ids into a course whose lessons are read alone, and tells whether
// nothing was to be put in or nothing speaks against it. What does is found anew, and
// reported, when the course is built.
func changesWell(t *testing.T, c *folder) bool {
	t.Helper()
	before := idsOf(c)
	if len(ids.Missing(c.built.Course)) == 0 {
		return true
	}
	var d diag.List
	changes := ids.Changes(c.files, ids.Missing(c.built.Course), &d)
	c.write(changes)
	return printed(&d) == "" && len(changes) == 1 && c.builds() && len(ids.Missing(c.built.Course)) == 0 && slices.Equal(before, idsOf(c))
}

func idsOf(c *folder) (all []string) {
	for _, l := range c.built.Course.Lessons {
		for _, q := range l.Doc.Questions {
			all = append(all, q.Base().ID)
		}
	}
	return all
}

func changesWellOrReports(t *testing.T, c *folder) {
	t.Helper()
	if !c.builds() {
		t.Skip()
	}
	missing := len(ids.Missing(c.built.Course)) > 0
	changes, messages := c.change(t)
	if missing && (len(changes) == 1) == (messages != "") {
		t.Errorf("%d files to be written, and the messages\n%s", len(changes), messages)
	}
	c.write(changes)
	if _, left := c.questions(t); left > 0 && messages == "" {
		t.Errorf("%d ids are still missing", left)
	}
}
