package journeys

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"lectern/test/browser"
)

// question is one question on a page, used as a student uses it: by the words that can be seen.
type question struct {
	t   *testing.T
	tab *browser.Page
	id  string
}

func ask(t *testing.T, tab *browser.Page, id string) question {
	t.Helper()
	q := question{t, tab, id}
	if !eval[bool](q, `!!form`) {
		t.Fatalf("the page has no question %s", id)
	}
	return q
}

func (q question) selector() string { return `form[data-question="` + q.id + `"]` }

// eval is the value of an expression in which form is the question's form.
func eval[T any](q question, expression string) T {
	q.t.Helper()
	form, _ := json.Marshal(q.selector())
	return browser.Eval[T](q.tab, `((form) => `+expression+`)(document.querySelector(`+string(form)+`))`)
}

// choose clicks the answers with these words.
func (q question) choose(words ...string) {
	q.t.Helper()
	for _, w := range words {
		q.click("label.opt", q.options(), w)
	}
}

// press clicks the button with these words.
func (q question) press(words string) {
	q.t.Helper()
	q.click(".acts button", eval[[]string](q, `[...form.querySelectorAll(".acts button")].map(b => b.innerText)`), words)
}

// write types into the question's field, in place of what was there.
func (q question) write(text string) {
	q.t.Helper()
	q.tab.Click(q.selector() + " .field")
	q.tab.Press("Control+a", "Delete")
	q.tab.Type(text)
}

// clickIn clicks the element with these words among those that a selector names on the page.
func (q question) clickIn(selector, words string) {
	q.t.Helper()
	name, _ := json.Marshal(selector)
	all := browser.Eval[[]string](q.tab, `[...document.querySelectorAll(`+string(name)+`)].map(e => e.innerText)`)
	at := slices.Index(all, words)
	if at < 0 {
		q.t.Fatalf("nothing at %s says %q, only %q", selector, words, all)
	}
	browser.Eval[any](q.tab, `document.querySelectorAll("[data-hand]").forEach(e => e.removeAttribute("data-hand"))`)
	browser.Eval[any](q.tab, `void (document.querySelectorAll(`+string(name)+`)[`+fmt.Sprint(at)+`].dataset.hand = "")`)
	q.tab.Click("[data-hand]")
}

func (q question) click(what string, all []string, words string) {
	q.t.Helper()
	at := slices.Index(all, words)
	if at < 0 {
		q.t.Fatalf("%s: nothing says %q, only %q", q.id, words, all)
	}
	mark, _ := json.Marshal(what)
	eval[any](q, `document.querySelectorAll("[data-hand]").forEach(e => e.removeAttribute("data-hand"))`)
	eval[any](q, `void (form.querySelectorAll(`+string(mark)+`)[`+fmt.Sprint(at)+`].dataset.hand = "")`)
	q.tab.Click("[data-hand]")
}

// options are the words of the answers to choose from.
func (q question) options() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll("fieldset:not(.checklist) .opt > span:not(.mark)")].map(e => e.innerText)`)
}

// chosen are the words of the answers that are chosen.
func (q question) chosen() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll("input:checked")].map(i => i.nextElementSibling.innerText)`)
}

// buttons are the words of the buttons that can be seen. The way back to an empty question is there with every mark;
// those who take it are in kept_test.go.
func (q question) buttons() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll("button")].filter(b => b.checkVisibility() && b.innerText !== "Clear my answer").map(b => b.innerText)`)
}

// said is what a screen reader announces and the page shows, a line for each paragraph.
func (q question) said() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll("[role=status] > :not(.unseen)")].map(e => e.innerText)`)
}

// whispered is what a screen reader announces and the page does not show.
func (q question) whispered() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll("[role=status] > .unseen")].map(e => e.innerText)`)
}

// reasons are the paragraphs below the announcement.
func (q question) reasons() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll(".reasons p")].map(p => p.innerText)`)
}

// flags are the words beside each answer; an answer without any is left out.
func (q question) flags() map[string]string {
	q.t.Helper()
	return eval[map[string]string](q, `Object.fromEntries([...form.querySelectorAll(".opt")].filter(o => o.querySelector(".mark"))
		.map(o => [o.querySelector("span:not(.mark)").innerText, o.querySelector(".mark").innerText]))`)
}

// whys are the reasons below each answer.
func (q question) whys() map[string]string {
	q.t.Helper()
	return eval[map[string]string](q, `Object.fromEntries([...form.querySelectorAll(".option-why")]
		.map(w => [w.previousElementSibling.querySelector("span:not(.mark)").innerText, w.innerText]))`)
}

// traces counts what marking leaves on the page: results, flags, reasons, errors.
func (q question) traces() int {
	q.t.Helper()
	return eval[int](q, `form.querySelectorAll(".mark, .option-why, .err, .is-yes, .is-no, [aria-invalid], [role=status] > :not(.unseen), .reasons > *").length
		+ (form.dataset.verdict ? 1 : 0) + (form.classList.contains("has-err") ? 1 : 0)`)
}

// marked is what a question tells others once it is marked.
type marked struct {
	ID         string
	Score, Max float64
	Tries      int
	Response   map[string][]string
}

// listen remembers every mark that reaches the document.
func listen(tab *browser.Page) {
	browser.Eval[any](tab, `void (window.heard = [], document.addEventListener("quiz:marked", e => heard.push(e.detail)))`)
}

// lastMark is the latest mark, after n marks in all.
func lastMark(t *testing.T, tab *browser.Page, n int) marked {
	t.Helper()
	heard := browser.Eval[[]marked](tab, `heard`)
	if len(heard) != n {
		t.Fatalf("%d marks were told, want %d: %v", len(heard), n, heard)
	}
	return heard[n-1]
}
