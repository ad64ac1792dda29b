package journeys

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"lectern/test/browser"
)

// A sheet of A4 at 96 dots to the inch, and a screen as wide. Nothing moves on paper.
var (
	paper  = browser.Look{Width: 794, Height: 1123, ReducedMotion: true, Print: true}
	screen = browser.Look{Width: 794, Height: 1123, ReducedMotion: true}
)

// A sheet is handed out again and again: what one student did on the screen must not be on it.
func TestAMarkedQuestionPrintsLikeAFreshOne(t *testing.T) {
	for _, page := range []string{firstLesson, marksLesson} {
		tab := read(t, screen, page)
		at := tab.Location()
		tab.Change(paper)
		fresh := tab.Picture()
		name := "print/" + strings.TrimSuffix(path.Base(page), ".html")
		tab.Screenshot(name)
		for _, state := range states[1:] {
			tab.Change(screen)
			tab.Visit(at)
			if drive(tab, state) == 0 {
				continue
			}
			tab.Change(paper)
			if !bytes.Equal(tab.Picture(), fresh) {
				t.Errorf("%s prints its state %q: see %s", page, state, tab.Screenshot(name+"-"+state))
			}
		}
	}
}

func TestOnPaperAnswersHaveEmptyBoxesAndLetters(t *testing.T) {
	tab := read(t, screen, firstLesson)
	drive(tab, "right")
	tab.Change(paper)
	for _, id := range []string{"warm-first", "tray"} {
		q := ask(t, tab, id)
		for i, option := range eval[[]struct {
			Letter, Box, Fill string
			Size, Border      float64
		}](q, `[...form.querySelectorAll(".opt")].map(o => {
			const box = getComputedStyle(o.querySelector("input")), letter = getComputedStyle(o.querySelector("span"), "::before");
			return {Letter: letter.content, Box: box.appearance, Fill: box.backgroundColor,
				Size: parseFloat(box.width), Border: parseFloat(box.borderTopWidth)};
		})`) {
			if option.Letter != `counter(letter, upper-alpha) "  "` || option.Box != "none" || option.Fill != "rgb(255, 255, 255)" ||
				option.Size < 10 || option.Border < 1 {
				t.Errorf("%s, answer %d: no letter or no empty box: %+v", id, i+1, option)
			}
		}
	}
	for _, gone := range []string{".res", ".acts", ".hint", "details.answer", "header.top", "nav", "footer"} {
		if browser.Eval[bool](tab, `[...document.querySelectorAll("`+gone+`")].some(e => e.checkVisibility())`) {
			t.Errorf("%s is on the paper", gone)
		}
	}
	for _, id := range []string{"cover", "welcome"} {
		if !eval[bool](ask(t, tab, id), `form.elements.answer.getBoundingClientRect().width > 200`) {
			t.Errorf("%s has no line to write on", id)
		}
	}
}
