package course_test

import (
	"strings"
	"testing"
)

func TestOldIdOfALivingQuestionIsRefused(t *testing.T) {
	_, out := read(files{
		"1-a/1-one.md": "# T\n\n### Reflect: What?\n<!-- {id: what, was: one--when} -->\n\n### Reflect: When?\n",
		"1-a/2-two.md": "# T\n\n### Reflect: Who?\n<!-- {id: who, was: what} -->\n",
	}.folder(), false)
	const hint = "    hint: an old id hands a student's progress on, and that question needs its own; take it out of `was`, or give that question another id\n"
	want := "content/1-a/1-one.md:4:22: error: the old id `one--when` is the id of the question at content/1-a/1-one.md:6 [was-living]\n" +
		"    <!-- {id: what, was: one--when} -->\n" +
		"                         ^^^^^^^^^\n" + hint +
		"content/1-a/2-two.md:4:21: error: the old id `what` is the id of the question at content/1-a/1-one.md:4 [was-living]\n" +
		"    <!-- {id: who, was: what} -->\n" +
		"                        ^^^^\n" + hint
	if out != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
}

func TestQuestionsThatAskTheSameGetIdsThatNobodyHas(t *testing.T) {
	_, out := read(lesson("# T\n\n### Reflect: What?\n\n### Reflect: What?\n\n### Reflect: What?\n\n### Reflect: Who?\n<!-- {id: lesson--what-3} -->\n").folder(), false)
	for _, id := range []string{"lesson--what-2", "lesson--what-4"} {
		wantMessage(t, out, "hint: tell them apart by ids, each right below its heading: `<!-- {id: "+id+"} -->`")
	}
}

// YAML takes some words for numbers, dates and answers. A student's progress
// hangs on what was written.
func TestIdsThatLookLikeNumbersAndDatesStayAsTheyAreWritten(t *testing.T) {
	for _, id := range []string{"no", "yes", "true", "null", "012", "0x10", "0o17", "1e3", "1_000", "2027-06-01", "12-30", "NaN", "inf"} {
		c := readWell(t, lesson("# T\n\n### Reflect: What?\n<!-- {id: "+id+"} -->\n"))
		if got := c.Lessons[0].Doc.Questions[0].Base().ID; got != id {
			t.Errorf("the id %s has become %s", id, got)
		}
	}
}

func TestOldIdLeadsToOneQuestion(t *testing.T) {
	_, out := read(files{
		"1-a/1-one.md": "# T\n\n### Reflect: What?\n<!--\nid: what\nwas:\n  - older\n  - old\n-->\n",
		"1-a/2-two.md": "# T\n\n### Reflect: Who?\n<!-- {id: who, was: old} -->\n",
	}.folder(), false)
	want := "content/1-a/2-two.md:4:21: error: the old id `old` is also given at content/1-a/1-one.md:8 [was-twice]\n" +
		"    <!-- {id: who, was: old} -->\n" +
		"                        ^^^\n" +
		"    hint: a student's progress can go on with one question only; keep it in one of them\n"
	if out != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
}

func TestOldIdsNobodyElseHasAreKept(t *testing.T) {
	c := readWell(t, lesson("# T\n\n### Reflect: What?\n<!-- {id: what, was: [lesson--why, lesson--who]} -->\n"))
	var was []string
	for _, w := range c.Lessons[0].Doc.Questions[0].Base().Was {
		was = append(was, w.Value)
	}
	if strings.Join(was, " ") != "lesson--why lesson--who" {
		t.Errorf("got %q", was)
	}
}

func TestQuizzesHaveIDsOfTheirOwn(t *testing.T) {
	const quiz = "\n### Reflect: What?\n<!-- {id: %} -->\n"
	_, out := read(files{
		"1-a/1-one.md": "# T\n\n## Quiz: End\n<!-- {id: end} -->\n" + strings.Replace(quiz, "%", "one", 1),
		"1-a/2-two.md": "# T\n\n## Quiz: The end\n<!-- {id: end} -->\n" + strings.Replace(quiz, "%", "two", 1),
	}.folder(), false)
	wantMessage(t, out, "content/1-a/2-two.md:4:11: error: the quiz at content/1-a/1-one.md:4 has the same name or id [quiz-id-twice]")
}
