package journeys

import (
	"path"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// teaCourse is a course of three lessons: one to answer, one to read, one to hand in.
func teaCourse(t *testing.T) *course {
	t.Helper()
	c := &course{t: t, dir: t.TempDir()}
	c.write("site.yaml", "title: Tea for all\n")
	c.write("content/01-tea/01-water.md", "---\ntitle: Water\nobjectives:\n  boil: Boil water.\n  pour: Pour it.\n---\n## Boiling\n\nHot.\n\n"+
		"### Question: What boils?\n<!-- {id: boils, objective: boil, confidence: true} -->\n\n- (x) Water\n- ( ) Tin\n\n"+
		"### Question: What is poured?\n<!-- {id: poured, objective: pour} -->\n\n- (x) Tea\n- ( ) Sand\n")
	c.write("content/01-tea/02-leaves.md", "---\ntitle: Leaves\n---\n## Green\n\nThey are green.\n")
	c.write("content/01-tea/03-cups.md", "---\ntitle: Cups\n---\n## Quiz: Cups\n<!-- {id: cups, mode: exam} -->\n\n"+
		"### Question: Which is a cup?\n<!-- {id: cup} -->\n\n- (x) A mug\n- ( ) A pan\n\n### Question: What is said?\n<!-- {id: said} -->\n\n- = thanks\n")
	return c
}

// tea opens that course.
func tea(t *testing.T, look browser.Look) (*browser.Page, string) {
	t.Helper()
	dir := teaCourse(t).dir
	website.Build(t, dir)
	host := website.Serve(t, path.Join(dir, "public"))
	tab := browser.Open(t, look)
	tab.Visit(host.URL)
	return tab, host.URL
}

func words(tab *browser.Page, selector string) []string {
	return browser.Eval[[]string](tab, `[...document.querySelectorAll(`+"`"+selector+"`"+`)].filter(e => e.checkVisibility()).map(e => e.innerText.replace(/\s+/g, " ").trim())`)
}

func answer(t *testing.T, tab *browser.Page, id, words string) question {
	t.Helper()
	q := ask(t, tab, id)
	q.choose(words)
	q.press("Check my answer")
	return q
}

func TestAStudentLeavesAndCarriesOn(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	want(t, "before", words(tab, "main > .acts a, .so-far p, .path .stop"), []string{"Start: Water"})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	want(t, "in the menu", words(tab, ".side .stop")[:1], []string{", Begun"})
	answer(t, tab, "poured", "Tea")
	tab.Visit(host)
	want(t, "begun", words(tab, "main > .acts a, .so-far p, .path .stop"),
		[]string{"Carry on: Water", "0 of 3 lessons done.", "Questions to look at again: 1", "Review", ", Begun"})
	tab.Follow("main > .acts a")
	want(t, "the place", browser.Eval[string](tab, `location.hash`), "#q-poured")

	ask(t, tab, "boils").press("Show the answer")
	want(t, "done once the answer is shown", words(tab, ".side [aria-current] .stop"), []string{", Done"})
	tab.Visit(host)
	want(t, "on to the next", words(tab, "main > .acts a")[0], "Carry on: Leaves")
	tab.Follow("main > .acts a")
	q := question{t, tab, ""}
	q.clickIn("main button", "I have read this lesson")
	want(t, "read", words(tab, ".side [aria-current] .stop"), []string{", Done"})
	q.clickIn("main button", "I have read this lesson")
	want(t, "taken back", words(tab, ".side [aria-current] .stop"), []string{})
	q.clickIn("main button", "I have read this lesson")
	again(tab)
	want(t, "still read", browser.Eval[string](tab, `document.querySelector("[aria-pressed]").ariaPressed`), "true")
}

// A quiz that is handed in is behind the student, blanks and all.
func TestALessonIsDoneWhenItsQuizIsHandedIn(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/cups.html")
	ask(t, tab, "cup").choose("A pan")
	q := ask(t, tab, "cup")
	q.clickIn(".results button", "Hand in my answers")
	q.clickIn(".results button", "Hand in all the same")
	want(t, "in the menu", words(tab, ".side [aria-current] .stop"), []string{", Done"})
	q.clickIn(".kept button", "Clear my answers in this lesson")
	q.clickIn(".kept button", "Yes, clear them")
	want(t, "cleared", words(tab, ".side .stop"), []string{})
}

func TestResultsSayWhatIsRightAndWhatToLookAtAgain(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "results.html")
	want(t, "nothing yet", words(tab, "main p")[1], "You have not answered anything yet.")
	tab.Visit(host + "tea/water.html")
	q := ask(t, tab, "boils")
	q.clickIn("form .sure label, form fieldset label", "Very sure")
	answer(t, tab, "boils", "Tin")
	answer(t, tab, "poured", "Tea")
	tab.Visit(host + "results.html")
	want(t, "objectives", words(tab, ".outcomes li"), []string{"Boil water. 0 of 1 right", "Pour it. 1 of 1 right"})
	want(t, "again", words(tab, ".again > li > p:not(.acts)"),
		[]string{"What boils?", "Not yet. You were very sure, so this one is worth a second look."})
	want(t, "ways", browser.Eval[[]string](tab, `[...document.querySelectorAll(".again .acts a")].map(a => a.textContent)`),
		[]string{"Read that part: What boils?", "Try again: What boils?"})
	tab.Follow(".again .acts a")
	want(t, "that part", browser.Eval[string](tab, `location.pathname + location.hash`), "/tea/water.html#boiling")
}
