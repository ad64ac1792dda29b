package journeys

import (
	"testing"

	"lectern/test/browser"
)

// Each rule of marking, with the sentence that tells it before, the count that tells it after, and the score.
func TestSeveralAnswersAreMarkedByTheRuleTheyTell(t *testing.T) {
	for name, c := range map[string]struct {
		id, rule      string
		choose        []string
		verdict, told string
		score, max    float64
		flags         map[string]string
		whys          map[string]string
	}{
		"a wrong choice takes one away": {
			"holds-tea", "Choose all that apply. A right choice counts, a choice that is not needed takes one away.",
			[]string{"A cup", "A pot", "A fork"},
			"Partly there", "2 right, 1 not needed, 1 missed.", (2.0 - 1) / 3, 1,
			map[string]string{"A cup": "Right", "A pot": "Right", "A fork": "Not this one", "A flask": "Missed"},
			map[string]string{"A cup": "It does.", "A pot": "It does.", "A fork": "It runs through.", "A flask": "It does."},
		},
		"never less than nothing": {
			"tray", "Choose all that apply. A right choice counts, a choice that is not needed takes one away.",
			[]string{"Cups", "A hammer", "A ladder"},
			"Not yet", "1 right, 2 not needed, 1 missed.", 0, 3,
			map[string]string{"Cups": "Right", "Spoons": "Missed", "A hammer": "Not this one", "A ladder": "Not this one"},
			map[string]string{"Cups": "Somebody will want to drink.", "Spoons": "You will want to stir.",
				"A hammer": "It has no use here.", "A ladder": "The cups are within reach."},
		},
		"all or nothing": {
			"breaks", "Choose all that apply. It counts when all your choices are right and none is missing.",
			[]string{"A glass"},
			"Not yet", "1 right, 0 not needed, 1 missed.", 0, 1,
			map[string]string{"A glass": "Right", "A china cup": "Missed"},
			map[string]string{},
		},
		"what is rightly left counts too": {
			"cupboard", "Choose all that apply. Each answer counts, whether you choose it or rightly leave it.",
			[]string{"Clean bowls", "A wet mop"},
			"Partly there", "1 right, 1 not needed, 1 missed.", 2, 4,
			map[string]string{"Clean bowls": "Right", "A wet mop": "Not this one", "Clean plates": "Missed"},
			map[string]string{"Clean bowls": "They go beside the plates.", "A wet mop": "It would make the plates wet.",
				"Clean plates": "Plates live there too."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			page := marksLesson
			if c.id == "tray" {
				page = firstLesson
			}
			tab := read(t, browser.Look{}, page)
			listen(tab)
			q := ask(t, tab, c.id)
			want(t, "rule", eval[string](q, `form.querySelector(".how").innerText`), c.rule)
			q.choose(c.choose...)
			q.press("Check my answer")

			q.wantSaid(c.verdict, c.told)
			want(t, "flags", q.flags(), c.flags)
			want(t, "reasons", q.whys(), c.whys)
			mark := lastMark(t, tab, 1)
			want(t, "score", mark.Score, c.score)
			want(t, "of", mark.Max, c.max)
			want(t, "answers told", len(mark.Response["answer"]), len(c.choose))
			q.wantFocusOn("Try again")
			q.press("Try again")
			want(t, "still chosen", len(q.chosen()), len(c.choose))
			want(t, "traces", q.traces(), 0)
		})
	}
}

func TestAnAnswersReasonIsItsDescription(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, firstLesson), "tray")
	q.choose("A hammer")
	q.press("Check my answer")
	described := `document.getElementById(form.elements.answer[2].getAttribute("aria-describedby"))?.innerText ?? ""`
	want(t, "description", eval[string](q, described), "It has no use here.")
	q.press("Try again")
	if eval[bool](q, `form.elements.answer[2].hasAttribute("aria-describedby")`) {
		t.Error("the answer is still described by a reason that is gone")
	}
}

func TestAllRightAnswersAndNoOtherAreRight(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, firstLesson), "tray")
	q.choose("Spoons", "Cups")
	q.press("Check my answer")
	q.wantSaid("Yes, that’s it", "2 right, 0 not needed, 0 missed.")
	want(t, "reasons", q.reasons(), []string{"A tray holds what a guest needs."})
	q.wantButtons("Next question")
}

func TestSeveralNothingChosenIsNotMarked(t *testing.T) {
	tab := read(t, browser.Look{}, marksLesson)
	listen(tab)
	q := ask(t, tab, "cupboard") // leaving two wrong ones alone would earn half the points
	q.press("Check my answer")
	q.wantFocusOn("Clean plates")
	q.wantSaid()
	want(t, "marks told", browser.Eval[int](tab, `heard.length`), 0)
}
