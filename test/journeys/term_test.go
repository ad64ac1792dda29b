package journeys

import (
	"testing"

	"lectern/test/browser"
)

const openTerms = `document.querySelectorAll(".gloss").length`

func TestATermOpensItsMeaningInPlaceAndClosesIt(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	tab.Click(".prose .term")
	want(t, "meaning", browser.Eval[string](tab, `document.querySelector("p + .gloss").innerText`),
		"A padded cover for a pot. It keeps the tea warm.")
	want(t, "told to a screen reader", browser.Eval[string](tab, `document.querySelector(".prose .term").getAttribute("aria-expanded")`), "true")
	tab.Click(".prose .term")
	want(t, "open", browser.Eval[int](tab, openTerms), 0)
}

func TestATermPointedAtByHandOpensInPlaceToo(t *testing.T) {
	tab := read(t, browser.Look{}, lastLesson)
	byHand := browser.Eval[string](tab, `[...document.querySelectorAll(".prose *")].find(e => e.innerText === "warm cover").tagName`)
	if byHand != "BUTTON" {
		t.Fatalf("it is an element %s, not a button that opens the meaning", byHand)
	}
	tab.Click(".prose .term")
	want(t, "open", browser.Eval[int](tab, openTerms), 1)
}

// A term must stay text: in its paragraph's size and colour, and set like it where it takes two lines.
func TestATermIsSetLikeTheTextAroundIt(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	for _, property := range []string{"fontSize", "fontFamily", "fontWeight", "color", "textAlign", "lineHeight"} {
		style := browser.Eval[[]string](tab, `[".prose .term", ".prose p"].map(s => getComputedStyle(document.querySelector(s)).`+property+`)`)
		want(t, property, style[0], style[1])
	}
}
