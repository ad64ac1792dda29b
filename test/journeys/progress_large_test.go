package journeys

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// manyTeas is a course whose pages about progress read what they need in pieces: the three lessons about tea, and forty
// more. It returns its address and the folder of its pages.
func manyTeas(t *testing.T) (host, public string) {
	t.Helper()
	c := teaCourse(t)
	for i := range 40 {
		text := fmt.Sprintf("---\ntitle: Tea %d\n---\n", i)
		for q := range 5 {
			text += fmt.Sprintf("### Question: What is part %d of tea %d, which is like no other tea?\n<!-- {id: tea-%d-%d, was: brew-%d-%d} -->\n\n- (x) This\n- ( ) That\n\n", q, i, i, q, i, q)
		}
		c.write(fmt.Sprintf("content/%02d-teas-%d/%02d-tea-%d.md", 10+i/10, i/10, i, i), text)
	}
	website.Build(t, c.dir)
	public = path.Join(c.dir, "public")
	return website.Serve(t, public).URL, public
}

// keepOld keeps a missed answer under an id, as a version of the course from before it kept records of lessons did.
func keepOld(tab *browser.Page, id string) {
	browser.Eval[any](tab, `void localStorage.setItem("lectern:tea-for-all:`+id+`", JSON.stringify({version: 1, response: {answer: ["1"]}, verdict: "not-yet", score: 0, tries: 1, at: Date.now()}))`)
}

// pieces counts the files about lessons that a page has asked for.
func pieces(tab *browser.Page) int {
	return browser.Eval[int](tab, `performance.getEntriesByType("resource").filter(e => /\/lessons\.\w+\.js$/.test(e.name)).length`)
}

func TestInALargeCourseOnlyWhatIsKeptIsRead(t *testing.T) {
	host, public := manyTeas(t)
	all, _ := filepath.Glob(path.Join(public, "assets/lessons.*.js"))
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host + "results.html")
	want(t, "nothing kept", words(tab, "main p")[1], "You have not answered anything yet.")
	want(t, "nothing read", pieces(tab), 0)
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	keepOld(tab, "brew-39-2")
	keepOld(tab, "coffee")

	tab.Visit(host + "results.html")
	tab.Until(`!!document.querySelector(".again")`)
	want(t, "lessons", words(tab, "#results h3"), []string{"Water", "Tea 39"})
	want(t, "again", words(tab, ".again .stem"), []string{"What boils?", "What is part 2 of tea 39, which is like no other tea?"})
	if n := pieces(tab); n != 2 || n >= len(all) {
		t.Errorf("the page has read %d pieces of %d", n, len(all))
	}
	tab.Visit(host + "progress.html")
	tab.Until(`document.querySelectorAll("#mine-list h3").length === 2`)
	want(t, "kept", words(tab, "#mine-list > p"), []string{"Answers to questions that are not in the course any more: 1."})
	want(t, "the record", browser.Eval[string](tab, `document.getElementById("record-count").textContent`), "0 of 43 lessons done.")
	days(tab, "1")
	tab.Visit(host + "review.html")
	tab.Until(`!!document.getElementById("due-words").textContent`)
	want(t, "due", words(tab, "#due-words"), []string{dueToday + "2"})
	tab.Follow("#begin")
	q := answer(t, tab, "boils", "Water")
	tab.Until(`!!document.querySelector("form")`)
	want(t, "the sitting", eval[string](q, `form.querySelector(".eyebrow").textContent`), "Question 1 of 2")
}

func TestAFileComesIntoALargeCourseUnderTheNamesOfToday(t *testing.T) {
	host, _ := manyTeas(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host)
	keepOld(tab, "brew-20-1")
	browser.Eval[any](tab, catchFile)
	record := browser.Eval[string](tab, `localStorage.getItem("lectern:tea-for-all:brew-20-1")`)
	tab.Visit(host + "progress.html")
	browser.Eval[any](tab, `void localStorage.clear()`)
	file := `{"format": "lectern-progress", "version": 1, "course": "tea-for-all", "records": {"brew-20-1": ` + record + `}}`
	want(t, "brought in", bringIn(tab, file), "Brought in. New here: 1. Newer than here: 0. Left as they were, because those here are newer: 0.")
	if now := kept(tab); now["lectern:tea-for-all:tea-20-1"] == "" || now["lectern:tea-for-all:lesson:teas-2/tea-20"] == "" || len(now) != 2 {
		t.Errorf("kept is %v", now)
	}
}

func TestWithoutASignalTheAnswersAreSafeAndThePageSaysSo(t *testing.T) {
	host, public := manyTeas(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	before := kept(tab)
	lessons, _ := filepath.Glob(path.Join(public, "assets/lessons.*.js"))
	for _, f := range lessons {
		if err := os.Rename(f, f+".away"); err != nil {
			t.Fatal(err)
		}
	}
	for _, page := range []string{"results.html", "progress.html", "review.html"} {
		tab.Visit(host + page)
		tab.Until(`[...document.querySelectorAll("main .note[role=status]")].some(e => e.checkVisibility())`)
		if said := words(tab, "main .note"); len(said) != 1 || !strings.HasPrefix(said[0], "Your answers are safe") {
			t.Errorf("%s says %q", page, said)
		}
	}
	tab.Visit(host + "progress.html")
	file := `{"format": "lectern-progress", "version": 1, "course": "tea-for-all", "records": {}}`
	want(t, "a file", bringIn(tab, file), "A part of the course did not load. Nothing has changed here. Try again when you are connected.")
	want(t, "kept", kept(tab), before)
	for _, f := range lessons {
		if err := os.Rename(f+".away", f); err != nil {
			t.Fatal(err)
		}
	}
	tab.Click("h1") // whatever is done next asks anew
	tab.Until(`!!document.querySelector("#mine-list li")`)
	want(t, "nothing is missing any more", words(tab, "main .note"), []string{})
	for _, complaint := range tab.Complaints() {
		if !strings.Contains(complaint, "/lessons.") {
			t.Errorf("the page complains: %s", complaint)
		}
	}
}

func TestInALargeCourseTheReviewLeadsToModulesAndTheseToLessons(t *testing.T) {
	host, _ := manyTeas(t)
	tab := browser.Open(t, browser.Look{ScriptOff: true})
	tab.Visit(host + "review.html")
	want(t, "modules", words(tab, ".practice a"), []string{"Tea", "Teas 0", "Teas 1", "Teas 2", "Teas 3"})
	tab.Follow(".practice li:last-child a")
	want(t, "the module", words(tab, "main h1, main h2, main .eyebrow"), []string{"Review", "Review: Teas 3", "Practise any lesson"})
	want(t, "lessons", len(words(tab, ".practice a")), 10)
	tab.Follow(".practice a")
	want(t, "questions", words(tab, "form .stem")[0], "What is part 0 of tea 30, which is like no other tea?")
}

func TestPagesOfALargeCourseAreAccessibleAndFit(t *testing.T) {
	browser.Chromium.Only(t, axeOnce)
	host, public := manyTeas(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	lessons, _ := filepath.Glob(path.Join(public, "assets/lessons.*.js"))
	for _, f := range lessons {
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
	}
	for name, page := range map[string]string{"module": "review/tea/index.html", "failed": "progress.html"} {
		tab.Visit(host + page)
		for _, look := range []browser.Look{{}, {Dark: true}, {Width: 320}, {ForcedColours: true}} {
			look.ReducedMotion = true
			tab.Change(look)
			tab.WantNoFindings(page + ", " + look.String())
			if wide := tab.Sideways(); wide != "" {
				t.Errorf("%s, %s: %s", page, look, wide)
			}
		}
		tab.Screenshot("progress/large-" + name)
	}
	tab.Complaints() // of what is gone
}

func TestALargeCourseIsReadFromAMemoryStick(t *testing.T) {
	_, public := manyTeas(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit("file://" + path.Join(public, "results.html"))
	keepOld(tab, "tea-7-3") // on this page: Firefox keeps for each file alone
	again(tab)
	tab.Until(`!!document.querySelector(".again")`)
	want(t, "again", words(tab, ".again .stem"), []string{"What is part 3 of tea 7, which is like no other tea?"})
}
