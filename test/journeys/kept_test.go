package journeys

import (
	"testing"

	"lectern/test/browser"
)

// answered opens the small course's lesson with a student's first answers in it.
func answered(t *testing.T, look browser.Look) *browser.Page {
	t.Helper()
	tab := read(t, look, togetherLesson)
	q := ask(t, tab, "alone")
	q.choose("A tray")
	q.press("Check my answer")
	return tab
}

func again(tab *browser.Page) { tab.Visit(tab.Location()) }

func TestAStudentFindsTheirAnswersAgain(t *testing.T) {
	tab := answered(t, browser.Look{})
	again(tab)
	listen(tab)
	q := ask(t, tab, "alone")
	want(t, "chosen", q.chosen(), []string{"A tray"})
	want(t, "said", q.said(), []string{"Not yet", "You chose “A tray”. The reason is below."})
	want(t, "focus", browser.Eval[string](tab, `document.activeElement.tagName`), "BODY")
	q.press("Try again")
	q.choose("A kettle")
	q.press("Check my answer")
	if mark := lastMark(t, tab, 1); mark.Tries != 2 || mark.Score != 1 {
		t.Errorf("the tries of before are forgotten: %+v", mark)
	}
}

func TestAnAnswerIsCleared(t *testing.T) {
	tab := answered(t, browser.Look{})
	q := ask(t, tab, "alone")
	q.press("Clear my answer")
	want(t, "chosen", q.chosen(), []string{})
	want(t, "traces", q.traces(), 0)
	q.wantButtons("Check my answer")
	again(tab)
	want(t, "chosen when back", ask(t, tab, "alone").chosen(), []string{})
}

// Storage that is blocked, full, broken, or a later version's: questions mark all the same, the student is told once,
// and nothing that cannot be read is written over.
func TestQuestionsMarkWithoutStorage(t *testing.T) {
	for name, c := range map[string]struct{ before, after string }{
		"blocked": {`Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }})`, ""},
		"missing": {`Object.defineProperty(window, "localStorage", {value: null})`, ""},
		"full":    {`Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }`, ""},
		"broken":  {`localStorage.setItem(record, "{broken")`, `{broken`},
		"later":   {`localStorage.setItem(record, '{"version": 99}')`, `{"version": 99}`},
	} {
		t.Run(name, func(t *testing.T) {
			tab := read(t, browser.Look{}, togetherLesson)
			browser.Eval[any](tab, `void (record => `+c.before+`)("lectern:" + document.documentElement.dataset.course + ":alone")`)
			q := ask(t, tab, "alone")
			q.choose("A kettle")
			q.press("Check my answer")
			want(t, "said", q.said()[0], "Yes, that’s it")
			want(t, "told", q.sees(notKept), true)
			other := ask(t, tab, "hot")
			if eval[bool](other, `!form.hidden`) && c.after == "" {
				other.write("tea")
				other.press("Check my answer")
				want(t, "told twice", other.sees(notKept), false)
			}
			if c.after != "" {
				want(t, "kept", browser.Eval[string](tab, `localStorage.getItem("lectern:" + document.documentElement.dataset.course + ":alone")`), c.after)
				again(tab)
				want(t, "chosen when back", ask(t, tab, "alone").chosen(), []string{})
			}
		})
	}
}

func TestAnAnswerCountedAsRightStaysSo(t *testing.T) {
	tab := read(t, browser.Look{}, firstLesson)
	id := browser.Eval[string](tab, `document.querySelector("form[data-kind=text]").dataset.question`)
	q := ask(t, tab, id)
	q.write("something that nobody foresaw")
	q.press("Check my answer")
	q.press("Count mine as right")
	again(tab)
	q = ask(t, tab, id)
	want(t, "said", q.said(), []string{"Counted as right. You know best what you meant."})
}

func TestTheAnswersOfALessonAreClearedTogether(t *testing.T) {
	tab := answered(t, browser.Look{})
	p := panel{t, tab, "end"}
	q := ask(t, tab, "first")
	q.choose("Water")
	p.press("Hand in my answers")
	p.press("Hand in all the same")
	want(t, "told", sentence(tab), "Answers kept in this browser: 2.")
	q.clickIn(".kept button", "Clear my answers in this lesson")
	q.clickIn(".kept button", "Yes, clear them")
	want(t, "told", sentence(tab), "Your answers are cleared.")
	want(t, "focus", browser.Eval[string](tab, `document.activeElement.innerText`), "Clear my answers in this lesson")
	want(t, "traces", ask(t, tab, "alone").traces(), 0)
	for range 2 {
		want(t, "chosen", append(ask(t, tab, "alone").chosen(), q.chosen()...), []string{})
		p.wantButtons("Hand in my answers")
		want(t, "tries", p.lines(), []string{"Tries left: 2"})
		again(tab)
	}
}

func TestTheAnswersOfTheCourseAreClearedOnItsFirstPage(t *testing.T) {
	tab := answered(t, browser.Look{})
	lesson := tab.Location()
	tab.Follow("a.brand")
	want(t, "told", sentence(tab), "Answers kept in this browser: 1.")
	q := question{t, tab, "alone"}
	q.clickIn(".kept button", "Clear my answers in this course")
	q.clickIn(".kept button", "Yes, clear them")
	tab.Visit(lesson)
	want(t, "chosen", ask(t, tab, "alone").chosen(), []string{})
}

func sentence(tab *browser.Page) string {
	return browser.Eval[string](tab, `document.querySelector(".kept [role=status]").innerText`)
}
