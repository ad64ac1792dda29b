package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
)

// days lets so many days go by since a student was last here: every date that is kept moves back.
func days(tab *browser.Page, n string) {
	browser.Eval[any](tab, `void Object.keys(localStorage).forEach(key => {
		const record = JSON.parse(localStorage.getItem(key));
		if (!record.at) return;
		record.at -= `+n+` * 864e5;
		localStorage.setItem(key, JSON.stringify(record));
	})`)
	browser.Eval[any](tab, `void sessionStorage.clear()`)
}

// field is what is kept of a question under a name, as JSON.
func field(tab *browser.Page, id, name string) string {
	return browser.Eval[string](tab, `JSON.stringify((JSON.parse(localStorage.getItem("lectern:" + document.documentElement.dataset.course + ":`+id+`")) || {}).`+name+`) || ""`)
}

const (
	dueToday  = "Due for review today: "
	nothing   = "Nothing comes back just now. What you miss in a lesson comes back here after a day."
	allIsDone = "That is all for today. The next question comes back on "
)

// missed is a student who has missed two questions of one lesson and one of a quiz they handed in, and was right in one.
func missed(t *testing.T, look browser.Look) (*browser.Page, string) {
	t.Helper()
	tab, host := tea(t, look)
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	answer(t, tab, "poured", "Sand")
	tab.Visit(host + "tea/cups.html")
	ask(t, tab, "cup").choose("A pan")
	q := ask(t, tab, "said")
	q.write("thanks")
	q.clickIn(".results button", "Hand in my answers")
	return tab, host
}

func TestWhatWasMissedComesBack(t *testing.T) {
	tab, host := missed(t, browser.Look{})
	tab.Visit(host + "review.html")
	if said := words(tab, "#due-words")[0]; !strings.HasPrefix(said, allIsDone) {
		t.Errorf("on the same day it says %q", said)
	}
	tab.Visit(host)
	want(t, "on the same day", words(tab, ".so-far a"), []string{"Questions to look at again: 3", "Review"})
	days(tab, "1")
	tab.Visit(host)
	want(t, "the day after", words(tab, ".so-far a"), []string{"Questions to look at again: 3", dueToday + "3"})
	tab.Follow(".so-far p:last-child a")
	want(t, "on the page", words(tab, "#due-words"), []string{dueToday + "3"})
	tab.Follow("#begin")

	want(t, "one at a time", words(tab, "form .stem"), []string{"What boils?"})
	want(t, "which", words(tab, "form .eyebrow"), []string{"Question 1 of 3"})
	want(t, "focus", tab.FocusedText(), "What boils?")
	q := ask(t, tab, "boils")
	want(t, "asked afresh", append(q.chosen(), q.said()...), []string{})
	q.choose("Water")
	q.press("Check my answer")
	want(t, "said", q.said()[0], "Yes, that’s it")
	q.press("Next question")
	shows(tab, "poured")
	want(t, "the next", words(tab, "form .stem, form .eyebrow"), []string{"Question 2 of 3", "What is poured?"})
	want(t, "focus", tab.FocusedText(), "What is poured?")

	q = answer(t, tab, "poured", "Sand")
	want(t, "said", q.said()[0], "Not yet")
	q.press("Try again")
	q.choose("Tea")
	q.press("Check my answer")
	tab.Follow(`form[data-question=poured] .acts .btn`)
	want(t, "on to the next lesson's", words(tab, "form .stem, form .eyebrow"), []string{"Question 3 of 3", "Which is a cup?"})
	q = answer(t, tab, "cup", "A mug")
	want(t, "the last", q.buttons()[0], "Done for today")
	tab.Follow(`form[data-question=cup] .acts .btn`)
	if said := words(tab, "#due-words")[0]; !strings.HasPrefix(said, allIsDone) {
		t.Errorf("at the end it says %q", said)
	}

	want(t, "boxes", []string{field(tab, "boils", "box"), field(tab, "poured", "box"), field(tab, "cup", "box"), field(tab, "said", "box")}, []string{"1", "0", "1", ""})
	tab.Visit(host)
	want(t, "home counts anew", words(tab, ".so-far a"), []string{"Questions to look at again: 1", "Review"})
	tab.Visit(host + "tea/water.html")
	want(t, "the newest answer in the lesson", ask(t, tab, "boils").chosen(), []string{"Water"})
	tab.Visit(host + "tea/cups.html")
	want(t, "the exam stays as it was handed in", ask(t, tab, "cup").chosen(), []string{"A pan"})

	for _, later := range []struct{ more, due string }{{"1", dueToday + "1"}, {"1", dueToday + "1"}, {"1", dueToday + "3"}} {
		days(tab, later.more)
		tab.Visit(host)
		want(t, later.more+" more", words(tab, ".so-far a")[1], later.due)
	}
}

func TestNotNowPutsTheReviewOffForToday(t *testing.T) {
	tab, host := missed(t, browser.Look{})
	days(tab, "1")
	tab.Visit(host + "review.html")
	tab.Follow("#begin")
	tab.Follow("[data-boxes] a")
	want(t, "home", browser.Eval[string](tab, `location.pathname.replace("index.html", "")`), "/")
	want(t, "not asked again", words(tab, ".so-far a")[1], "Review")
	tab.Follow(".so-far p:last-child a")
	want(t, "never a gate, and never shut", words(tab, "#due-words"), []string{dueToday + "3"})
	tab.Follow("#begin")
	ask(t, tab, "boils")
	tab.Visit(host)
	want(t, "taken up again", words(tab, ".so-far a")[1], dueToday+"3")
	tab.Visit(host + "review.html")
	tab.Follow("#not-now")
	tab.Visit(host + "review.html")
	want(t, "it says so", words(tab, "#put-off, #not-now"), []string{"Put off for today. Remind me today after all"})
	tab.Click("#take-up")
	want(t, "taken back", tab.FocusedText(), "Begin")
	want(t, "the choice is there again", words(tab, "#put-off, #not-now"), []string{"Not now"})
	tab.Visit(host)
	want(t, "asked again", words(tab, ".so-far a")[1], dueToday+"3")
	tab.Visit(host + "review.html")
	tab.Follow("#not-now")
	days(tab, "1")
	tab.Visit(host)
	want(t, "the next day", words(tab, ".so-far a")[1], dueToday+"3")
}

// A question may be left: the button below goes on without an answer, and the question stays due.
func TestAReviewIsUsedByKeyboardAlone(t *testing.T) {
	tab, host := missed(t, browser.Look{})
	days(tab, "1")
	tab.Visit(host + "review.html")
	tab.Follow("#begin")
	want(t, "focus", tab.FocusedText(), "What boils?")
	tab.Press("Tab", "Space")
	want(t, "chosen", ask(t, tab, "boils").chosen(), []string{"Water"})
	tab.Press("Enter")
	want(t, "said", ask(t, tab, "boils").said()[0], "Yes, that’s it")
	q := question{t, tab, "boils"}
	for range 9 { // how sure, the button, what follows it
		if tab.FocusedText() == "Next question" {
			break
		}
		tab.Press("Tab")
	}
	q.wantFocusOn("Next question")
	tab.Press("Enter")
	shows(tab, "poured")
	q.wantFocusOn("What is poured?")
	for range 9 {
		if tab.FocusedText() == "Next question" {
			break
		}
		tab.Press("Tab")
	}
	q.wantFocusOn("Next question")
	tab.Follow(":focus")
	q.wantFocusOn("Which is a cup?")
	want(t, "left, and still due", field(tab, "poured", "box"), "")
}

func TestAClockThatIsSetBackLetsNothingWait(t *testing.T) {
	tab, host := missed(t, browser.Look{})
	days(tab, "-400") // the answers were given by a clock that was ahead
	tab.Visit(host)
	want(t, "counts as today", words(tab, ".so-far a")[1], "Review")
	days(tab, "1")
	tab.Visit(host)
	want(t, "the day after", words(tab, ".so-far a")[1], dueToday+"3")
}

func TestWhatWasTakenOutOfTheCourseIsNoLongerDue(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	browser.Eval[any](tab, `void (k => { localStorage.setItem(k + "old", localStorage.getItem(k + "boils")); localStorage.removeItem(k + "boils") })("lectern:tea-for-all:")`)
	days(tab, "1")
	tab.Visit(host + "review.html")
	want(t, "not asked", words(tab, "#due-words"), []string{nothing})
	tab.Visit(host)
	want(t, "not counted", words(tab, ".so-far a:last-child"), []string{"Questions to look at again: 1"})
	want(t, "still kept", field(tab, "old", "verdict"), `"not-yet"`)
}

// Who comes by another way practises a lesson's questions, all of them, and no exam before it is handed in.
func TestALessonsQuestionsArePractised(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "review.html")
	want(t, "nothing waits", words(tab, "#due-words, #begin, #not-now, #reminders"), []string{nothing})
	tab.Follow(".practice a")
	want(t, "all", words(tab, "form .stem"), []string{"What boils?", "What is poured?"})
	want(t, "no way out is needed", words(tab, "[data-boxes] .acts"), []string{})
	answer(t, tab, "boils", "Water")
	q := answer(t, tab, "poured", "Tea")
	tab.Follow(`form[data-question=poured] .acts .btn`)
	want(t, "right at once, so it need not come back", words(tab, "#due-words"), []string{nothing})
	want(t, "kept all the same", field(tab, "poured", "verdict"), `"right"`)
	tab.Visit(host + "review/tea/cups.html")
	want(t, "an exam lies ahead", words(tab, "form"), []string{})
	_ = q
}

func TestReviewWithoutScriptLeadsToQuestionsToPractise(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Change(browser.Look{ScriptOff: true})
	tab.Visit(host + "review.html")
	want(t, "lessons", words(tab, ".practice a"), []string{"Water", "Cups"})
	want(t, "nothing dead", words(tab, "main button, main input"), []string{})
	tab.Follow(".practice a")
	want(t, "questions", words(tab, "form .stem"), []string{"What boils?", "What is poured?"})
	want(t, "answers", words(tab, "details.answer summary"), []string{"Answer to question 1", "Answer to question 2"})
	want(t, "nothing dead", words(tab, "main button, [data-boxes] a"), []string{})
}

// shows waits until a sitting has come to a question: the browser tells the page of a new hash a moment after it is there.
func shows(tab *browser.Page, id string) {
	tab.Until(`location.hash === "#ask-` + id + `" && document.activeElement.matches(".stem")`)
}
