package journeys

import (
	"slices"
	"strings"
	"testing"

	"lectern/test/browser"
)

// keyboard is a student without a mouse. Wherever a key leads, a ring must show where they are, and Tab must lead to
// what is in view.
type keyboard struct {
	t   *testing.T
	tab *browser.Page
}

func (k keyboard) press(keys ...string) {
	k.t.Helper()
	for _, key := range keys {
		k.tab.Press(key)
		lost := k.tab.Ringless()
		if strings.HasSuffix(key, "Tab") {
			lost = k.tab.LostFocus()
		}
		if lost != "" {
			k.t.Errorf("after %s: %s", key, lost)
		}
	}
}

// tabTo presses Tab until this has the focus.
func (k keyboard) tabTo(name string) {
	k.t.Helper()
	var met []string
	for range 40 {
		k.press("Tab")
		met = append(met, k.tab.FocusedText())
		if met[len(met)-1] == name {
			return
		}
	}
	k.t.Fatalf("Tab does not lead to %q but to %q", name, met)
}

func (k keyboard) wantFocusOn(name string) {
	k.t.Helper()
	want(k.t, "focus", k.tab.FocusedText(), name)
}

func TestTheFirstLessonByKeyboardAlone(t *testing.T) {
	for _, look := range []browser.Look{{}, {Width: 360, Height: 640}, {Width: 1280, Height: 1024, Zoom: 400}} {
		t.Run(look.String(), func(t *testing.T) {
			k := keyboard{t, read(t, look, firstLesson)}
			skipToTheText(k)
			openAndCloseATerm(k)
			chooseByArrow(k)
			tickBySpace(k)
			typeAnAnswer(k)
			writeAndCompare(k)

			k.tabTo("Next How cups are counted")
			k.tab.FollowBy("Enter")
			if at := k.tab.Location(); !strings.HasSuffix(at, marksLesson) {
				t.Errorf("the next lesson is %s", at)
			}
		})
	}
}

func skipToTheText(k keyboard) {
	k.press("Tab")
	k.wantFocusOn("Skip to the text")
	k.tab.Press("Enter")
	k.press("Tab")
	if !browser.Eval[bool](k.tab, `document.querySelector("main").contains(document.activeElement)`) {
		k.t.Errorf("after skipping, Tab leads to %q", k.tab.FocusedText())
	}
}

func openAndCloseATerm(k keyboard) {
	if k.tab.FocusedText() != "tea cosy" {
		k.tabTo("tea cosy")
	}
	for _, key := range []string{"Enter", "Space"} {
		k.press(key)
		k.tab.Until(`document.activeElement.getAttribute("aria-expanded") === "true"`)
		meaning := browser.Eval[string](k.tab, `document.getElementById(document.activeElement.getAttribute("aria-controls")).innerText`)
		want(k.t, "meaning", meaning, "A padded cover for a pot. It keeps the tea warm.")
		k.press("Escape")
		want(k.t, "open meanings", browser.Eval[int](k.tab, `document.querySelectorAll(".gloss").length`), 0)
		k.wantFocusOn("tea cosy")
	}
}

func chooseByArrow(k keyboard) {
	q := ask(k.t, k.tab, "warm-first")
	k.tabTo("The milk")
	k.press("Space")
	k.tabTo("Hint 1")
	k.press("Enter")
	k.tab.Until(`document.activeElement.parentNode.nextElementSibling.checkVisibility()`)
	k.tabTo("Hint 2")
	k.tabTo("Check my answer")
	k.press("Enter")
	want(k.t, "verdict", q.said()[0], "Not yet")
	k.wantFocusOn("Try again")
	k.tabTo("Show the answer")
	k.press("Space")
	k.wantFocusOn("Show the answer")
	want(k.t, "said", q.said(), []string{"The answer is: The pot"})
	k.press("Shift+Tab")
	k.wantFocusOn("Try again")
	k.press("Enter")
	k.wantFocusOn("The milk")
	k.press("ArrowDown")
	want(k.t, "chosen", q.chosen(), []string{"The pot"})
	k.tabTo("Check my answer")
	k.press("Space")
	want(k.t, "verdict", q.said()[0], "Yes, that’s it")
	k.press("Enter")
	k.wantFocusOn("What goes on the tray?")
}

func tickBySpace(k keyboard) {
	q := ask(k.t, k.tab, "tray")
	k.tabTo("Check my answer")
	k.press("Enter") // nothing ticked
	k.wantFocusOn("Cups")
	k.press("Space")
	k.tabTo("A hammer")
	k.press("Space")
	k.tabTo("Check my answer")
	k.press("Space")
	want(k.t, "verdict", q.said()[0], "Not yet")
	k.press("Space")
	k.wantFocusOn("Cups")
	k.press("Tab", "Space", "Tab", "Space")
	want(k.t, "ticked", q.chosen(), []string{"Cups", "Spoons"})
	k.tabTo("Check my answer")
	k.press("Enter")
	want(k.t, "verdict", q.said()[0], "Yes, that’s it")
	k.press("Enter")
}

func typeAnAnswer(k keyboard) {
	const stem = "What do we call the cover that keeps a pot warm?"
	q := ask(k.t, k.tab, "cover")
	k.wantFocusOn(stem)
	k.press("Tab")
	k.wantFocusOn(stem) // the field, of the same name
	k.tab.Type("tea cosy")
	k.press("Enter")
	want(k.t, "verdict", q.said()[0], "Yes, that’s it")
	k.wantFocusOn(stem)
	k.tabTo("Next question")
	k.press("Enter")
}

func writeAndCompare(k keyboard) {
	const stem = "How would you welcome someone to the table?"
	k.wantFocusOn(stem)
	k.press("Tab")
	k.tab.Type("Hello!")
	k.tabTo("Compare with a model answer")
	k.press("Enter")
	var met []string
	for range 4 {
		k.press("Shift+Tab")
		met = append(met, k.tab.FocusedText())
	}
	if !slices.Contains(met, "I asked what they would like.") {
		k.t.Errorf("going back from the button leads to %q, not to the checklist", met)
	}
}

// Wherever Tab leads on any page, the focus shows.
func TestTheFocusIsAlwaysVisible(t *testing.T) {
	looks := []browser.Look{{}, {Width: 320, Height: 640, Dark: true}, {ForcedColours: true}}
	if browser.Firefox.Runs() {
		looks = looks[:1] // colours and room for it are the style's; what gets the focus is the browser's
	}
	for _, look := range looks {
		for _, page := range []string{"index.html", "glossary.html", "help.html", marksLesson, lastLesson} {
			t.Run(look.String()+" "+page, func(t *testing.T) {
				tab := read(t, look, page)
				for stops := 0; ; stops++ {
					tab.Press("Tab")
					if browser.Eval[bool](tab, `document.activeElement === document.body`) && stops > 5 {
						return // once around
					}
					if lost := tab.LostFocus(); lost != "" || stops > 200 {
						t.Errorf("after %d times Tab: %s", stops+1, lost)
						return
					}
				}
			})
		}
	}
}
