package journeys

import (
	"testing"

	"lectern/test/browser"
)

const visitLine = "What you answer stays in this browser. It is not sent anywhere. It is kept for this visit only, until this tab is closed."

func privacy(tab *browser.Page) string { return words(tab, "footer p:last-child")[0] }

func count(tab *browser.Page, area string) int {
	return browser.Eval[int](tab, `Object.keys(`+area+`).filter(k => k.startsWith("lectern:") && !/:(place|seen):/.test(k)).length`)
}

func TestOnASharedDeviceAnswersAreKeptForOneVisit(t *testing.T) {
	for _, c := range []struct {
		name, way string
		moved     int // answers that come along
	}{
		{"what is there moves into the visit", "#visit-move", 1},
		{"what is there is cleared", "#visit-clear", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab, host := tea(t, browser.Look{})
			tab.Visit(host + "tea/water.html")
			answer(t, tab, "boils", "Tin")
			tab.Visit(host + "progress.html")
			tab.Click("#visit")
			want(t, "asked", browser.Eval[string](tab, `document.getElementById("visit").getAttribute("aria-expanded")`), "true")
			tab.Click(c.way)
			want(t, "told", words(tab, "#visit-status"), []string{"From now on answers are kept for this visit only."})
			want(t, "on the page", privacy(tab), visitLine)
			want(t, "left in the browser", count(tab, "localStorage"), 0)
			want(t, "seen", len(words(tab, "#mine-list li")), c.moved)

			tab.Visit(host + "tea/water.html")
			want(t, "on every page", privacy(tab), visitLine)
			answer(t, tab, "poured", "Tea")
			want(t, "left in the browser", count(tab, "localStorage"), 0)
			again(tab)
			want(t, "there in this visit", ask(t, tab, "poured").chosen(), []string{"Tea"})

			browser.Eval[any](tab, `void sessionStorage.clear()`) // the tab is closed
			tab.Visit(host + "progress.html")
			want(t, "gone", words(tab, "#mine-list p"), []string{"Nothing is kept yet."})
			want(t, "still shared", privacy(tab), visitLine)
		})
	}
}

func TestAStudentTakesAVisitBackIntoTheBrowser(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "progress.html")
	tab.Click("#visit")
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	tab.Visit(host + "progress.html")
	tab.Click("#visit")
	want(t, "told", words(tab, "#visit-status"), []string{"From now on answers stay in this browser."})
	want(t, "kept", []int{count(tab, "localStorage"), count(tab, "sessionStorage")}, []int{2, 0})
	want(t, "footer", privacy(tab), "What you answer stays in this browser. It is not sent anywhere.")
}

// Everything on the page is reached by Tab, in the order in which it stands, and pressed by the keyboard.
func TestThePageAboutProgressIsUsedByKeyboard(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	tab.Visit(host + "progress.html")
	browser.Eval[any](tab, `void document.querySelector("main a[href='review.html']").focus()`)
	var seen []string
	for range 7 {
		tab.Press("Tab")
		if lost := tab.LostFocus(); lost != "" {
			t.Error(lost)
		}
		seen = append(seen, browser.Eval[string](tab, `(e => e.id || e.innerText)(document.activeElement)`))
	}
	want(t, "order", seen, []string{"Water", "save", "bring", "name", "print", "visit", "Clear my answers in this course"})
	browser.Eval[any](tab, `void document.getElementById("visit").focus()`)
	tab.Press("Enter", "Tab", "Enter")
	want(t, "told", words(tab, "#visit-status"), []string{"From now on answers are kept for this visit only."})
	want(t, "focus", browser.Eval[string](tab, `document.activeElement.id`), "visit")
}

func TestPagesAboutProgressSayWhatTheyNeedWithoutScript(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Change(browser.Look{ScriptOff: true})
	for page, sentence := range map[string]string{
		"results.html":  "This page puts your results together in your browser, and needs JavaScript for it. Without JavaScript no answers are marked.",
		"progress.html": "This page shows what your browser keeps, and needs JavaScript for it. Without JavaScript nothing is kept.",
	} {
		tab.Visit(host + page)
		want(t, page, words(tab, "main p:not(.lead):not(.acts)"), []string{sentence})
		want(t, "nothing dead on "+page, words(tab, "main button, main input"), []string{})
		if links := words(tab, "main a"); len(links) != 3 {
			t.Errorf("%s leads on by %q", page, links)
		}
	}
}
