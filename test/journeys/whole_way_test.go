package journeys

import (
	"path"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// wayTo is a way for students to get at a course that lies in a folder. host is nil where there is none.
type wayTo struct {
	front string
	host  *website.Server
}

func fromAHost(t *testing.T, dir string) wayTo {
	host := website.Serve(t, dir)
	return wayTo{host.URL, host}
}

func belowAPath(t *testing.T, dir string) wayTo {
	host := website.ServeUnder(t, dir, "/courses/tea/")
	return wayTo{host.URL, host}
}

func fromAStick(_ *testing.T, dir string) wayTo { return wayTo{"file://" + dir + "/", nil} }

func TestAStudentsWholeWayAtTheRootOfAHost(t *testing.T) { wholeWay(t, fromAHost) }

func TestAStudentsWholeWayBelowAPath(t *testing.T) { wholeWay(t, belowAPath) }

func TestAStudentsWholeWayFromAMemoryStick(t *testing.T) {
	browser.Chromium.Only(t, "Firefox keeps what a page in a folder stores for that page alone: there every page is a site")
	wholeWay(t, fromAStick)
}

// Where every page keeps its own answers, each lesson still has those given in it.
func TestALessonFromAMemoryStickKeepsItsAnswers(t *testing.T) {
	front := builtTea(t, fromAStick).front
	tab := browser.Open(t, browser.Look{})
	learn(t, tab, front)
}

func builtTea(t *testing.T, way func(*testing.T, string) wayTo) wayTo {
	t.Helper()
	dir := teaCourse(t).dir
	website.Build(t, dir)
	return way(t, path.Join(dir, "public"))
}

// learn is a student who answers two questions, leaves and comes back.
func learn(t *testing.T, tab *browser.Page, front string) {
	t.Helper()
	tab.Visit(front + "index.html")
	tab.Follow("main > .acts a")
	answer(t, tab, "boils", "Tin")
	answer(t, tab, "poured", "Tea")
	tab.Visit("about:blank")
	tab.Visit(front + "tea/water.html")
	want(t, "still chosen", append(ask(t, tab, "boils").chosen(), ask(t, tab, "poured").chosen()...), []string{"Tin", "Tea"})
}

// wholeWay is what a student does with a course from the first lesson to the last sheet of paper.
func wholeWay(t *testing.T, way func(*testing.T, string) wayTo) {
	course := builtTea(t, way)
	tab := browser.Open(t, browser.Look{})
	learn(t, tab, course.front)

	tab.Visit(course.front + searchPage)
	lookUp(tab, "green", "Found: ")
	tab.Follow(".results a")
	want(t, "found", browser.Eval[string](tab, `document.querySelector(":target").innerText`), "Green")

	file, _ := saveFile(t, tab, course.front)
	other := browser.Open(t, browser.Look{}) // another device
	other.Visit(course.front + "progress.html")
	want(t, "brought in", bringIn(other, file), "Brought in. New here: 2. Newer than here: 0. Left as they were, because those here are newer: 0.")
	days(other, "1")
	other.Visit(course.front + "index.html")
	want(t, "the next day", words(other, ".so-far a"), []string{"Questions to look at again: 1", dueToday + "1"})
	other.Follow(".so-far p:last-child a")
	other.Follow("#begin")
	want(t, "asked again", words(other, "form .stem"), []string{"What boils?"})
	answer(t, other, "boils", "Water")
	other.Visit(course.front + "tea/water.html")
	want(t, "in the lesson", ask(t, other, "boils").chosen(), []string{"Water"})

	if course.host != nil {
		other.Visit(course.front)
		save(other)
		course.host.Stop()
		other.Visit(course.front + "tea/cups.html")
		want(t, "without a signal", words(other, "h1"), []string{"Cups"})
	}
	other.Visit(course.front + "print/tea/water-questions.html")
	want(t, "on paper nothing is chosen", browser.Eval[int](other, `document.querySelectorAll(":checked").length`), 0)
	want(t, "the sheet asks", words(other, ".stem"), []string{"1. What boils?", "2. What is poured?"})
}
