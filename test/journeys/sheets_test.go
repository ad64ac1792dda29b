package journeys

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/tools"
)

// savedOnce is why a PDF is saved in one browser.
const savedOnce = "the protocol of other browsers cannot be asked for a tagged PDF; the sheets are measured in each"

// sheets are a lesson's, and the whole course.
var sheets = []string{
	"print/tea/a-pot-of-tea-handout.html", "print/tea/a-pot-of-tea-questions.html", "print/tea/a-pot-of-tea-answers.html", "print/course.html",
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

func TestASheetIsSavedAsATaggedPDF(t *testing.T) {
	browser.Chromium.Only(t, savedOnce)
	pages := map[string]int{}
	for _, sheet := range sheets {
		tab := read(t, screen, sheet)
		for _, size := range []browser.Paper{browser.A4, browser.Letter} {
			pdf := tab.PDF(size)
			for _, tag := range []string{`/StructTreeRoot`, `/MarkInfo`, `/Marked true`, `/Lang`} {
				if !bytes.Contains(pdf, []byte(tag)) {
					t.Errorf("%s has no %s", sheet, tag)
				}
			}
			n := len(pdfPage.FindAll(pdf, -1))
			if n == 0 {
				t.Errorf("%s has no pages", sheet)
			}
			pages[sheet] = n
		}
		savePDF(t, sheet, tab.PDF(browser.A4))
	}
	// Ten lessons each begin on a page of their own, after the cover and the contents.
	if n := pages["print/course.html"]; n < 12 {
		t.Errorf("the whole course has %d pages", n)
	}
}

func savePDF(t *testing.T, sheet string, pdf []byte) {
	t.Helper()
	file := filepath.Join(tools.Top(t), "test", "shots", strings.TrimSuffix(sheet, ".html")+".pdf")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
}

// What is left of a sheet between its margins, at 96 dots to the inch.
var papers = map[string]browser.Look{
	"A4":     {Width: 673, Height: 986, ReducedMotion: true, Print: true},
	"Letter": {Width: 695, Height: 920, ReducedMotion: true, Print: true},
}

// misfits lists what is wider than the sheet, parts that are narrower, and what should stay whole and does not fit on one or may be cut. Nothing
// stays whole that is taller than a sheet: a browser cuts it.
const misfits = `(() => {
	const wrong = [], room = document.documentElement.clientWidth, height = innerHeight;
	const tell = (e, what) => wrong.push(what + ": " + e.outerHTML.slice(0, 90));
	for (const e of document.querySelectorAll(".sheet *")) {
		const box = e.getBoundingClientRect();
		if (box.right > room + 0.5 || box.left < -0.5) tell(e, "wider than the sheet");
	}
	const sheet = document.querySelector(".sheet").clientWidth;
	for (const e of document.querySelectorAll(".sheet > section")) {
		if (e.getBoundingClientRect().width < sheet - 1) tell(e, "narrower than the sheet");
	}
	for (const e of document.querySelectorAll(".q:not(.long), figure, tr, .step, .boxes > li, .slots > li")) {
		if (getComputedStyle(e).breakInside !== "avoid") tell(e, "may be cut");
		if (e.getBoundingClientRect().height > height) tell(e, "taller than a sheet");
	}
	for (const e of document.querySelectorAll(".sheet :is(h1, h2, h3, h4, h5, h6)")) {
		if (getComputedStyle(e).breakAfter !== "avoid") tell(e, "may end a sheet");
	}
	return wrong;
})()`

func TestSheetsFitTheirPaper(t *testing.T) {
	for _, sheet := range sheets {
		tab := read(t, screen, sheet)
		for _, large := range []bool{false, true} {
			tab.Change(screen)
			if large {
				tab.Click("#large")
			}
			for name, look := range papers {
				tab.Change(look)
				for _, wrong := range browser.Eval[[]string](tab, misfits) {
					t.Errorf("%s, %s, large %v: %s", sheet, name, large, wrong)
				}
			}
			tab.Change(papers["A4"])
			tab.Screenshot(fmt.Sprintf("%s-large-%v", strings.TrimSuffix(sheet, ".html"), large))
		}
	}
}

func TestLargePrintIsAtLeast18PointsAndCutsNothing(t *testing.T) {
	const words = `document.querySelector(".sheet").innerText.replace(/\s+/g, " ")`
	for _, sheet := range sheets {
		tab := read(t, screen, sheet)
		tab.Change(papers["A4"])
		normal := browser.Eval[string](tab, words)
		tab.Change(screen)
		tab.Click("#large")
		tab.Change(papers["A4"])
		for word := range strings.FieldsSeq(normal) {
			if !strings.Contains(browser.Eval[string](tab, words), word) {
				t.Errorf("%s: large print has no %q", sheet, word)
				break
			}
		}
		for _, small := range browser.Eval[[]string](tab, `[...document.querySelectorAll(".sheet *")].filter(e => !e.closest("svg") && e.checkVisibility()
			&& [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 23.9).map(e => e.outerHTML.slice(0, 90))`) {
			t.Errorf("%s: smaller than 18 points: %s", sheet, small)
		}
		if foldable := browser.Eval[int](tab, `[...document.querySelectorAll(".as-text")].filter(e => !e.checkVisibility()).length`); foldable > 0 {
			t.Errorf("%s: %d drawings are not told in words", sheet, foldable)
		}
	}
}

// The sheets need no script, and are reached from where a student is.
func TestSheetsAreReachedFromTheLessonWithoutScript(t *testing.T) {
	tab := read(t, browser.Look{ScriptOff: true}, firstLesson)
	tab.Follow(`.on-paper-too a[href$="-questions.html"]`)
	if !strings.HasSuffix(tab.Location(), sheets[1]) {
		t.Errorf("the link leads to %s", tab.Location())
	}
	tab.Follow(`.ways a`)
	if !strings.HasSuffix(tab.Location(), firstLesson) {
		t.Errorf("the way back leads to %s", tab.Location())
	}
}
