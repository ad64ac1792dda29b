package journeys

import (
	"encoding/json"
	"strings"
	"testing"

	"lectern/test/browser"
)

const placesLesson = "places/what-goes-where.html"

// Every question of menus of the small course is marked by its key, as those of the course are.
func TestQuestionsOfMenusMarkByTheirKey(t *testing.T) {
	tab := read(t, browser.Look{}, placesLesson)
	for _, id := range []string{"where", "fridge"} {
		q := ask(t, tab, id)
		key := asked{ID: id, Key: json.RawMessage(eval[string](q, `form.querySelector("script").textContent`))}
		for _, try := range key.picks(t) {
			q.attempt(try)
			want(t, id, eval[string](q, `form.dataset.verdict ?? ""`), try.verdict)
		}
	}
}

func TestPairsAreRightPartlyAndWrong(t *testing.T) {
	for name, c := range map[string]struct {
		pick    [][2]string
		said    []string
		score   float64
		prompts map[string]string
		reasons []string
	}{
		"right": {[][2]string{{"Cups", "The s"}, {"Plates", "The c"}, {"Bowls", "The c"}},
			[]string{"Yes, that’s it", "3 of 3 right."}, 3,
			map[string]string{"Cups": "Right", "Plates": "Right", "Bowls": "Right"}, []string{"What is used together is kept together."}},
		"partly": {[][2]string{{"Cups", "The a"}, {"Plates", "The c"}},
			[]string{"Partly there", "1 of 3 right. Not answered: 1. The reason is below."}, 1,
			map[string]string{"Cups": "Not this one", "Plates": "Right", "Bowls": "No answer yet"},
			[]string{"The attic", "Nobody climbs up there for tea.", "What is used together is kept together."}},
		"wrong": {[][2]string{{"Cups", "The c"}, {"Plates", "The s"}, {"Bowls", "The s"}},
			[]string{"Not yet", "0 of 3 right."}, 0,
			map[string]string{"Cups": "Not this one", "Plates": "Not this one", "Bowls": "Not this one"}, []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, placesLesson)
			listen(tab)
			q := ask(t, tab, "where")
			for _, p := range c.pick {
				q.pickIn(p[0], p[1])
			}
			before := q.picked()
			q.press("Check my answer")
			q.wantSaid(c.said...)
			want(t, "beside the menus", q.prompts(), c.prompts)
			want(t, "reasons", q.reasons(), c.reasons)
			want(t, "score", lastMark(t, tab, 1).Score, c.score)
			if name != "right" {
				q.press("Try again")
				q.wantFocusOn("Cups")
				want(t, "traces", q.traces(), 0)
			}
			want(t, "chosen", q.picked(), before)
		})
	}
}

func TestNothingPairedIsAskedForByName(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, placesLesson), "where")
	q.press("Check my answer")
	want(t, "error", eval[string](q, `form.querySelector(".err").innerText`), "Choose an answer to “Where does each thing live?”, then check it.")
	q.wantFocusOn("Cups")
	q.wantSaid()
}

func TestAMenuSaysItsOutcomeToAScreenReader(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, placesLesson), "where")
	q.pickIn("Cups", "The c")
	q.press("Check my answer")
	described := eval[string](q, `document.querySelector("`+q.menu("Cups")+`").getAttribute("aria-describedby")
		.split(" ").map(id => document.getElementById(id).innerText.trim()).join("; ")`)
	want(t, "description", described, "Not this one; Somewhere you can reach with one hand.")
}

func TestTheAnswerStandsBesideEachMenu(t *testing.T) {
	q := ask(t, read(t, browser.Look{}, placesLesson), "where")
	q.pickIn("Cups", "The c")
	q.press("Check my answer")
	q.press("Show the answer")
	q.wantSaid("The answer is: Cups → The shelf; Plates → The cupboard; Bowls → The cupboard")
	want(t, "beside the menus", q.prompts(), map[string]string{"Cups": "Right: The shelf", "Plates": "Right: The cupboard", "Bowls": "Right: The cupboard"})
	q.wantFocusOn("Show the answer")
}

func TestLongAnswersStandInALetteredListAndTheLastTryIsKept(t *testing.T) {
	tab := read(t, browser.Look{}, placesLesson)
	q := ask(t, tab, "tea-for")
	want(t, "menu", eval[[]string](q, `[...form.querySelector("select").options].map(o => o.text)`),
		[]string{"Choose …", "A. For an evening after too …", "B. For the morning"})
	if !eval[bool](q, `form.querySelector(".lettered").checkVisibility()`) {
		t.Error("the long answers cannot be read")
	}
	q.pickIn("Mint", "B")
	q.press("Check my answer")
	q.pickIn("Mint", "A")
	want(t, "after the last try", q.picked(), []string{"B. For the morning", "Choose …"})
	want(t, "verdict", q.said()[0], "Not yet")
}

func TestThingsAreSortedIntoGroups(t *testing.T) {
	tab := read(t, browser.Look{}, placesLesson)
	q := ask(t, tab, "fridge")
	want(t, "order of the items", eval[[]string](q, `[...form.querySelectorAll("label")].map(l => l.innerText)`), []string{"butter", "loose tea", "milk", "sugar"})
	q.press("Check my answer")
	q.wantFocusOn("butter")
	q.pickIn("butter", "F")
	q.pickIn("loose tea", "O")
	q.press("Check my answer")
	q.wantSaid("Partly there", "1 of 4 right. Not answered: 2. The reason is below.")
	want(t, "reasons", q.reasons(), []string{"Fridge", "It keeps what would spoil.", "Oven", "It is for baking.", "Cold keeps milk from turning."})
	q.press("Show the answer")
	q.wantSaid("The answer is: Fridge: milk, butter; Shelf: loose tea, sugar")
	q.press("Try again")
	for item, group := range map[string]string{"butter": "F", "milk": "F", "loose tea": "S", "sugar": "S"} {
		q.pickIn(item, group)
	}
	q.press("Check my answer")
	q.wantSaid("Yes, that’s it", "4 of 4 right. The reason is below.")
}

func TestSortingByKeyboardAlone(t *testing.T) {
	k := keyboard{t, read(t, browser.Look{}, placesLesson)}
	q := ask(t, k.tab, "fridge")
	for _, p := range [][2]string{{"butter", "Oven"}, {"loose tea", "Oven"}, {"milk", "Oven"}, {"sugar", "Oven"}} {
		k.tabTo(p[0])
		k.tab.Type(p[1])
	}
	k.tabTo("Check my answer")
	k.press("Enter")
	want(t, "verdict", q.said()[0], "Not yet")
	k.tabTo("Show the answer")
	k.press("Enter")
	k.wantFocusOn("Show the answer")
	k.press("Shift+Tab", "Enter")
	k.wantFocusOn("butter")
}

// What was chosen, marked or shown is on the screen and not on the paper; the letters to write are.
func TestMenusAreLinesOnPaper(t *testing.T) {
	tab := read(t, screen, placesLesson)
	tab.Change(paper)
	fresh := tab.Picture()
	tab.Change(screen)
	for id, pick := range map[string][2]string{"where": {"Cups", "The c"}, "fridge": {"butter", "O"}} {
		q := ask(t, tab, id)
		q.pickIn(pick[0], pick[1])
		q.press("Check my answer")
		q.press("Show the answer")
	}
	tab.Change(paper)
	if string(tab.Picture()) != string(fresh) {
		t.Errorf("the answers are on the paper: see %s", tab.Screenshot("print/places-shown"))
	}
	for _, id := range []string{"where", "fridge"} {
		if !eval[bool](ask(t, tab, id), `form.querySelector(".lettered").checkVisibility()`) {
			t.Errorf("%s: no letters to write", id)
		}
	}
	tab.Screenshot("print/places")
}

func TestMenusWithoutScriptAndOnSmallScreens(t *testing.T) {
	bare := read(t, browser.Look{ScriptOff: true}, placesLesson)
	q := ask(t, bare, "fridge")
	bare.Click(q.selector() + " .answer summary")
	if shown := eval[string](q, `form.querySelector(".answer").innerText`); !strings.Contains(shown, "Fridge: milk, butter") || !strings.Contains(shown, "Oven: nothing") {
		t.Errorf("without script the answer says %q", shown)
	}
	tab := read(t, browser.Look{}, placesLesson)
	for _, pick := range [][3]string{{"where", "Cups", "The a"}, {"where", "Plates", "The c"}, {"fridge", "butter", "F"}, {"fridge", "milk", "O"}} {
		ask(t, tab, pick[0]).pickIn(pick[1], pick[2])
	}
	for _, state := range []string{"fresh", "marked", "shown"} {
		for _, id := range []string{"where", "fridge"} {
			if button := map[string]string{"marked": "Check my answer", "shown": "Show the answer"}[state]; button != "" {
				tab.Change(browser.Look{ReducedMotion: true})
				ask(t, tab, id).press(button)
			}
		}
		for name, look := range map[string]browser.Look{"light": {ReducedMotion: true}, "dark": {Dark: true, ReducedMotion: true},
			"320": {Width: 320, ReducedMotion: true}, "forced": {Width: 320, ForcedColours: true, ReducedMotion: true}} {
			tab.Change(look)
			tab.WantNoFindings(state + " " + name)
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", state, name, wide)
			}
			tab.Screenshot("questions/prompts-" + state + "-" + name)
		}
	}
}
