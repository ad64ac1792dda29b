package journeys

import (
	"testing"

	"lectern/test/browser"
)

func TestAShuffledAnswerKeepsWhereItIsPinned(t *testing.T) {
	tab := read(t, browser.Look{}, togetherLesson)
	orders := map[string]bool{}
	for range 60 {
		browser.Eval[any](tab, `void localStorage.clear()`)
		again(tab)
		options := ask(t, tab, "holds").options()
		want(t, "the last", options[3], "None of these")
		orders[options[0]] = true
		if len(orders) == 3 {
			return
		}
	}
	t.Errorf("only %v ever came first", orders)
}

func TestAStudentSaysHowSureTheyAre(t *testing.T) {
	tab := read(t, browser.Look{}, togetherLesson)
	for name, c := range map[string]struct{ sure, choose, say string }{
		"sure, not yet":   {"Very sure", "A tray", "You chose “A tray”. The reason is below. You were very sure, so this one is worth a second look."},
		"unsure, right":   {"Not sure", "A kettle", "You chose “A kettle”. You were not sure, and you had it."},
		"sure, right":     {"Very sure", "A kettle", "You chose “A kettle”."},
		"not said, right": {"", "A kettle", "You chose “A kettle”."},
	} {
		t.Run(name, func(t *testing.T) {
			browser.Eval[any](tab, `void localStorage.clear()`)
			again(tab)
			listen(tab)
			q := ask(t, tab, "alone")
			q.choose(c.choose)
			if c.sure != "" {
				q.clickIn(q.selector()+" .sure label", c.sure)
			}
			q.press("Check my answer")
			want(t, "said", q.said()[1], c.say)
			if mark := lastMark(t, tab, 1); len(mark.Response) != 1 {
				t.Errorf("how sure somebody is became part of the answer: %v", mark.Response)
			}
		})
	}
}
