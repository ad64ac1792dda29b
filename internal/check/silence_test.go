package check_test

import (
	"strings"
	"testing"
)

const (
	aboutTwo = "<!-- check: silence too-few-answers: there are two places -->\n"
	twoPlace = "### Question: Where do you keep tomatoes?\n<!-- {id: tomatoes} -->\n\n- (x) On the counter\n  > They keep their taste.\n- ( ) In the fridge\n"
	threeNow = "### Question: Where do you keep onions?\n<!-- {id: onions} -->\n\n- (x) In the dark\n  > Light makes them sprout.\n- ( ) In the sun\n- ( ) In water\n"
	front    = "---\ntitle: T\nsummary: S.\n---\n"
)

func TestSilenceIsAboutTheQuestionItStandsInOrAbove(t *testing.T) {
	below := strings.Replace(twoPlace, "\n<!--", "\n"+aboutTwo+"<!--", 1)
	for name, lesson := range map[string]string{
		"above":                        front + aboutTwo + "\n" + twoPlace,
		"below the heading":            front + below,
		"below the settings":           front + strings.Replace(twoPlace, "-->\n", "-->\n\n"+aboutTwo, 1),
		"at the end":                   front + twoPlace + "\n" + aboutTwo,
		"above, and below another one": front + threeNow + "\n" + aboutTwo + "\n" + twoPlace,
		"one of two silences":          front + "<!-- check: silence no-feedback: the reason is given in class -->\n" + aboutTwo + "\n" + strings.Replace(twoPlace, "  > They keep their taste.\n", "", 1),
	} {
		if got := one(t, lesson); got != "" {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	for name, c := range map[string][2]string{
		"of another question": {front + aboutTwo + "\n" + threeNow + "\n" + twoPlace, "5:1 silence-unused\n15:1 too-few-answers"},
		"in the text":         {front + aboutTwo + "\nWords.\n\n" + twoPlace, "5:1 silence-unused\n9:1 too-few-answers"},
		"without a reason":    {front + "<!-- check: silence too-few-answers -->\n\n" + twoPlace, "5:1 silence-reason\n7:1 too-few-answers"},
		"another remark":      {front + "<!-- checked by Sam -->\n\n" + threeNow, ""},
		"a slip in the form":  {front + "<!-- check: too-few-answers -->\n\n" + threeNow, "5:1 silence-reason"},
		"of a silence":        {front + "<!-- check: silence silence-unused: why not -->\n\n" + threeNow, "5:1 silence-unknown"},
	} {
		if got := one(t, c[0]); got != c[1] {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c[1])
		}
	}
}

func TestSilenceIsAboutTheBlockBelow(t *testing.T) {
	const words = "<!-- check: silence word-to-avoid: the title of a law -->\n"
	if got := one(t, front+words+"\nA law on drug users.\n"); got != "" {
		t.Error(got)
	}
	if got, want := one(t, front+words+"\nA law.\n\nThe drug users.\n"), "5:1 silence-unused\n9:5 word-to-avoid"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFirstSilenceOfALessonIsAboutItsSettingsToo(t *testing.T) {
	if got := one(t, "---\ntitle: T\nsummary: S.\nobjectives:\n  rise: Say why.\n---\n<!-- check: silence objective-untested: tested in class -->\n\nWords.\n"); got != "" {
		t.Error(got)
	}
}
