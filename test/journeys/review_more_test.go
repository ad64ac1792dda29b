package journeys

import (
	"path"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// withCards is the course about tea with a glossary whose terms come as cards.
func withCards(t *testing.T) *course {
	t.Helper()
	c := teaCourse(t)
	c.write("site.yaml", "title: Tea for all\nreview: {glossary: true, boxes: [1, 2]}\n")
	c.write("content/glossary.md", "Leaf\n: What tea is made of.\n\nSteep\n: To leave leaves in hot water.\n")
	c.write("content/01-tea/02-leaves.md", "---\ntitle: Leaves\n---\nA leaf is green.\n")
	return c
}

func open(t *testing.T, c *course, look browser.Look) (*browser.Page, string) {
	t.Helper()
	website.Build(t, c.dir)
	c.host = website.Serve(t, path.Join(c.dir, "public"))
	tab := browser.Open(t, look)
	tab.Visit(c.host.URL)
	return tab, c.host.URL
}

func TestTermsComeAsCardsOnceTheirLessonIsDone(t *testing.T) {
	tab, host := open(t, withCards(t), browser.Look{})
	tab.Visit(host + "tea/leaves.html")
	question{t, tab, ""}.clickIn("main button", "I have read this lesson")
	tab.Visit(host)
	want(t, "not on the same day", words(tab, ".so-far a"), []string{})
	days(tab, "1")
	tab.Visit(host)
	want(t, "the day after", words(tab, ".so-far a"), []string{dueToday + "1"})
	tab.Follow(".so-far p:last-child a")
	tab.Follow("#begin")
	want(t, "the term of that lesson alone", words(tab, "form .stem"), []string{"Leaf"})
	card := ask(t, tab, "term-leaf")
	want(t, "its back is not up", card.sees("What tea is made of."), false)
	card.turn()
	want(t, "its back", card.sees("What tea is made of."), true)
	card.choose("I knew it")
	card.press("Done with this card")
	want(t, "said", card.said(), []string{"Yes, that’s it", "You knew it."})
	want(t, "box", field(tab, "term-leaf", "box"), "1")
	tab.Visit(host)
	want(t, "counted once", words(tab, ".so-far a"), []string{"Review"})
	tab.Visit(host + "progress.html")
	want(t, "what is kept", words(tab, "#mine-list > p"), []string{"Cards of the glossary that you have turned: 1."})
	days(tab, "2")
	tab.Visit(host)
	want(t, "two days later", words(tab, ".so-far a"), []string{dueToday + "1"})

	tab.Visit(host + "review/glossary.html")
	want(t, "all to practise", words(tab, "form .stem"), []string{"Leaf", "Steep"})
	card = ask(t, tab, "term-steep")
	card.turn()
	card.choose("Not yet")
	card.press("Done with this card")
	want(t, "a card that was turned waits too", field(tab, "term-steep", "box"), "0")
}

func TestRemindersGoIntoACalendar(t *testing.T) {
	tab, host := missed(t, browser.Look{})
	take := func() string {
		browser.Eval[any](tab, catchFile)
		tab.Click("#remind")
		tab.Until(`!!window.savedText`)
		return browser.Eval[string](tab, `savedText`)
	}
	tab.Visit(host + "review.html")
	file := take()
	want(t, "called", browser.Eval[string](tab, `savedAs`), "tea-for-all.ics")
	want(t, "told", words(tab, "#remind-status"), []string{"Saved as tea-for-all.ics. Open it with your calendar."})
	want(t, "a day for each box", strings.Count(file, "BEGIN:VEVENT\r\n"), 5)
	tomorrow := browser.Eval[string](tab, `(d => [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => String(n).padStart(2, "0")).join(""))(new Date(new Date().setDate(new Date().getDate() + 1)))`)
	for _, line := range []string{"DTSTART;VALUE=DATE:" + tomorrow, "SUMMARY:Review: Tea for all", "URL:" + host + "review.html", "UID:" + tomorrow + "-tea-for-all@review.lectern"} {
		if !strings.Contains(file, "\r\n"+line+"\r\n") {
			t.Errorf("no line %q in:\n%s", line, file)
		}
	}
	if strings.Contains(file, "VALARM") || strings.Contains(file, "ATTENDEE") {
		t.Error("it rings, or invites")
	}
}

func TestAReviewWorksFromAMemoryStick(t *testing.T) {
	browser.Chromium.Only(t, "Firefox keeps what a page in a folder stores for that page alone: there every page is a site")
	c := teaCourse(t)
	website.Build(t, c.dir)
	at := func(page string) string { return "file://" + path.Join(c.dir, "public", page) }
	tab := browser.Open(t, browser.Look{})
	tab.Visit(at("tea/water.html"))
	answer(t, tab, "boils", "Tin")
	answer(t, tab, "poured", "Sand")
	days(tab, "1")
	tab.Visit(at("index.html"))
	want(t, "due", words(tab, ".so-far a")[1], dueToday+"2")
	tab.Follow(".so-far p:last-child a")
	browser.Eval[any](tab, catchFile)
	tab.Click("#remind")
	tab.Until(`!!window.savedText`)
	if file := browser.Eval[string](tab, `savedText`); strings.Contains(file, "URL") || strings.Contains(file, "file:") {
		t.Errorf("the calendar knows a folder of this device:\n%s", file)
	}
	tab.Visit(at("review.html"))
	tab.Follow("#begin")
	q := answer(t, tab, "boils", "Water")
	q.press("Next question")
	shows(tab, "poured")
	want(t, "the next", words(tab, "form .stem"), []string{"What is poured?"})
}

func news(tab *browser.Page) []string { return words(tab, "#news li") }

func TestHomeSaysWhatChangedSinceAStudentWasThere(t *testing.T) {
	c := teaCourse(t)
	tab, host := open(t, c, browser.Look{})
	want(t, "on the first visit", words(tab, "#news"), []string{})
	tab.Visit(host + "tea/water.html")
	tab.Visit(host + "tea/leaves.html")
	tab.Visit(host)
	want(t, "as it was", news(tab), []string{})

	c.write("content/01-tea/02-leaves.md", "---\ntitle: Leaves\n---\n## Green\n\nThey are green or black.\n")
	c.write("content/01-tea/03-cups.md", "---\ntitle: Cups\n---\nAnother text, of a lesson that was never opened.\n")
	c.write("content/01-tea/04-biscuits.md", "---\ntitle: Biscuits\n---\nSweet.\n")
	website.Build(t, c.dir)
	c.visit(tab, "")
	want(t, "said", words(tab, "#news h2"), []string{"What changed since you were here"})
	want(t, "changed and new", news(tab), []string{"Leaves – Changed", "Biscuits – New"})
	c.visit(tab, "tea/leaves.html")
	c.visit(tab, "")
	want(t, "one was opened", news(tab), []string{"Biscuits – New"})

	c.write("content/01-tea/01-water.md", "---\ntitle: Water\n---\nWet.\n")
	website.Build(t, c.dir)
	c.visit(tab, "")
	want(t, "another change", news(tab), []string{"Water – Changed", "Biscuits – New"})
	tab.Click("#news button")
	want(t, "seen", words(tab, "#news"), []string{})
	want(t, "focus", tab.FocusedText(), "The path")
	c.visit(tab, "")
	want(t, "and it stays so", words(tab, "#news"), []string{})
}

// Where a student has been goes along to another device, and does not come up as news there.
func TestNewsKnowsWhatWasSeenOnAnotherDevice(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	text, _ := saveFile(t, tab, host)
	other := browser.Open(t, browser.Look{})
	other.Visit(host + "progress.html")
	want(t, "brought in", bringIn(other, text), "Brought in. New here: 1. Newer than here: 0. Left as they were, because those here are newer: 0.")
	want(t, "kept", field(other, "seen:tea/water", "response"), field(tab, "seen:tea/water", "response"))
	other.Visit(host)
	want(t, "no news", words(other, "#news"), []string{})
}

// What was missed in one language comes back in the other, where the question is the same one.
func TestAReviewGoesOnInAnotherLanguage(t *testing.T) {
	c := teaCourse(t)
	c.write("content/01-tea/01-water.fr.md", "---\ntitle: L’eau\n---\n## Bouillir\n\nChaud.\n\n"+
		"### Question : Qu’est-ce qui bout?\n\n- (x) L’eau\n- ( ) L’étain\n\n### Question : Que verse-t-on?\n\n- (x) Le thé\n- ( ) Le sable\n")
	tab, host := open(t, c, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	answer(t, tab, "poured", "Sand")
	days(tab, "1")
	tab.Visit(host + "fr/index.html")
	want(t, "due", words(tab, ".so-far p:last-child a"), []string{"À réviser aujourd’hui : 2"})
	want(t, "no news", words(tab, "#news"), []string{})
	tab.Follow(".so-far p:last-child a")
	tab.Follow("#begin")
	want(t, "asked in French", words(tab, "form .stem"), []string{"Qu’est-ce qui bout?"})
	q := ask(t, tab, "boils")
	q.choose("L’eau")
	q.press("Vérifier ma réponse")
	want(t, "box", field(tab, "boils", "box"), "1")
	q.press("Question suivante")
	shows(tab, "poured")
	want(t, "the next", words(tab, "form .stem"), []string{"Que verse-t-on?"})
	tab.Follow(".versions a")
	want(t, "the same in English", words(tab, "form .stem, form .eyebrow"), []string{"Question 2 of 2", "What is poured?"})
	tab.Visit(host + "fr/tea/water.html")
	tab.Visit(host)
	want(t, "another language is no news", words(tab, "#news"), []string{})
}

// The review's pages and the first page, when there is something on them.
func TestReviewPagesAreAccessibleAndFit(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	c := withCards(t)
	tab, host := open(t, c, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	days(tab, "1")
	c.write("content/01-tea/04-biscuits.md", "---\ntitle: Biscuits\n---\nSweet.\n")
	website.Build(t, c.dir)
	for _, step := range []struct {
		page, name string
		act        func()
	}{
		{"index.html", "home", func() {}},
		{"review.html", "review", func() {}},
		{"review.html", "asked", func() { tab.Follow("#begin") }},
		{"review.html", "answered", func() { tab.Follow("#begin"); answer(t, tab, "boils", "Tin") }},
		{"review/glossary.html", "cards", func() {}},
		{"review.html", "done", func() {}},
	} {
		c.visit(tab, step.page)
		step.act()
		for name, look := range map[string]browser.Look{
			"1280-light": {}, "1280-dark": {Dark: true}, "320-light": {Width: 320}, "360-dark": {Width: 360, Dark: true}, "1280-forced": {ForcedColours: true},
		} {
			look.ReducedMotion = true
			tab.Change(look)
			tab.WantNoFindings(step.name + ", " + look.String())
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", step.name, look, wide)
			}
			tab.Screenshot("review/" + step.name + "-" + name)
		}
	}
}
