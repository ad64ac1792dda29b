package hosts

import (
	"strings"
	"testing"

	"lectern/test/browser"
)

// aStudentGoesThroughIt is what a student does on a first visit, and once more without a signal.
func aStudentGoesThroughIt(t *testing.T, h *host) {
	tab := browser.Open(t, browser.Look{})
	tab.Visit(h.url)
	tab.Follow("main .acts a")
	lesson, question := tab.Location(), firstQuestion(tab)
	tab.Click(question + " input[type=radio]")
	tab.Click(question + " button.btn")
	tab.Until(verdict(question) + ` !== ""`)
	said := browser.Eval[string](tab, verdict(question))

	tab.Follow("header .to-search")
	tab.Click("#search-field")
	tab.Type("support")
	tab.Until(`document.querySelectorAll(".results > li").length > 1`)
	tab.Follow(".results a")
	if shown := browser.Eval[string](tab, `document.querySelector("main").innerText`); !strings.Contains(strings.ToLower(shown), "support") {
		t.Errorf("the first result for “support”, %s, does not speak of it", tab.Location())
	}

	tab.Visit(h.url)
	tab.Click(".offline button")
	tab.Until(`document.querySelector(".offline [role=status]")?.textContent === "This course is saved on this device. It works without a signal."`)
	h.stop()
	tab.Visit(h.url + "results.html")
	tab.Until(`[...document.querySelectorAll("main a")].some(a => a.href.split("#")[0] === "` + lesson + `")`)
	tab.Visit(lesson)
	tab.Until(verdict(question) + ` === ` + "`" + said + "`")
}

// firstQuestion names the first question of the page whose answers are chosen.
func firstQuestion(tab *browser.Page) string {
	return "#" + browser.Eval[string](tab, `document.querySelector("form[data-question]:has(input[type=radio])").closest("[id^=q-]").id`)
}

// verdict is what the page says of an answer.
func verdict(question string) string {
	return `document.querySelector("` + question + ` [role=status]").innerText.trim()`
}
