package journeys

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// say builds the course with a word on its pages and in a picture, so that a test sees of which build each of them is.
func (c *course) say(word string) {
	c.t.Helper()
	c.write("content/01-a/cup.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>`+word+`</title></svg>`)
	c.write("content/01-a/02-two.md", "---\ntitle: Two\n---\nThe word is "+word+".\n\n![A cup](cup.svg)\n")
	c.edit(cupboard)
}

const (
	// The word on the page, and the one in a file that the page asks for now.
	wordHere = `document.querySelector(".prose p").innerText`
	wordNext = `fetch("cup.svg").then(a => a.text()).then(text => /<title>(.*?)</.exec(text)[1])`
	isNewer  = `document.querySelector(".newer")?.innerText.includes("There is a new version of this course.")`
	copies   = `caches.keys().then(all => all.filter(name => name.startsWith("lectern ")).length)`
)

func TestANewVersionIsOneBuildAndWaitsForTheStudent(t *testing.T) {
	course := newCourse(t)
	course.say("old")
	tab := browser.Open(t, browser.Look{})
	tab.Visit(course.host.URL)
	save(tab)

	tab.Visit(course.host.URL + "a/two.html")
	want(t, "the page", browser.Eval[string](tab, wordHere), "The word is old.")
	course.say("new")
	browser.Eval[any](tab, `void (window.still = true)`)
	browser.Eval[any](tab, `navigator.serviceWorker.ready.then(r => r.update()).then(() => null)`)
	tab.Until(isNewer)
	want(t, "the page was loaded anew", browser.Eval[bool](tab, `!window.still`), false)
	want(t, "the page", browser.Eval[string](tab, wordHere), "The word is old.")
	want(t, "what it asks for", browser.Eval[string](tab, wordNext), "old")

	tab.Follow(".newer button")
	want(t, "the page", browser.Eval[string](tab, wordHere), "The word is new.")
	want(t, "what it asks for", browser.Eval[string](tab, wordNext), "new")
	want(t, "told", browser.Eval[bool](tab, `!document.querySelector(".newer")`), true)

	course.host.Stop()
	tab.Visit(course.host.URL + "a/one.html")
	tab.Visit(course.host.URL + "a/two.html")
	want(t, "the page without a signal", browser.Eval[string](tab, wordHere), "The word is new.")
	want(t, "copies", browser.Eval[int](tab, copies), 1)
}

// The page asks for nothing: opening it is enough.
func TestANewVersionIsFoundWhenAPageIsOpened(t *testing.T) {
	course := newCourse(t)
	course.say("old")
	tab := browser.Open(t, browser.Look{})
	tab.Visit(course.host.URL)
	save(tab)
	course.say("new")
	tab.Visit(course.host.URL + "a/two.html")
	tab.Until(isNewer)
	want(t, "the page", browser.Eval[string](tab, wordHere), "The word is old.")
	for name, l := range pictured {
		tab.Change(l)
		tab.WantNoFindings("told of a new version, " + name)
		tab.Screenshot("offline/newer-" + name)
	}
}

func TestANewVersionThatDoesNotArriveLeavesTheOldOne(t *testing.T) {
	course := newCourse(t)
	course.say("old")
	tab := browser.Open(t, browser.Look{})
	tab.Visit(course.host.URL)
	save(tab)
	course.say("new")
	course.host.Break("/a/two.html")
	tab.Visit(course.host.URL + "a/one.html")
	browser.Eval[any](tab, `navigator.serviceWorker.ready.then(r => r.update()).then(r => new Promise(done => {
		if (!r.installing) done();
		else r.installing.addEventListener("statechange", e => e.target.state === "redundant" && done());
	}))`)
	tab.Visit(course.host.URL + "a/two.html")
	want(t, "the page", browser.Eval[string](tab, wordHere), "The word is old.")
	course.host.Break("")
	tab.Visit(course.host.URL + "a/two.html")
	tab.Until(isNewer)
}

func TestAHostWithoutTheCourseLetsItsStudentsGo(t *testing.T) {
	course := newCourse(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(course.host.URL)
	save(tab)
	course.remove("public/sw.js")
	tab.Visit(course.host.URL + "a/one.html")
	tab.Until(`window.gone || (Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
		.then(left => { window.gone = !left[0].length && !left[1].length }), false)`)
}

func TestTwoCoursesOnOneHostKeepTheirOwnCopies(t *testing.T) {
	one, two := newCourse(t), newCourse(t)
	one.say("one")
	two.say("two")
	host := website.ServeTwo(t, map[string]string{"/one/": filepath.Join(one.dir, "public"), "/one/two/": filepath.Join(two.dir, "public")})
	tab := browser.Open(t, browser.Look{})
	for i, at := range []string{"one/", "one/two/"} {
		tab.Visit(host.URL + at)
		want(t, "saved here already", browser.Eval[bool](tab, `!!document.querySelector(".offline").innerText.includes("is saved")`), false)
		save(tab)
		want(t, "copies", browser.Eval[int](tab, copies), i+1)
	}
	tab.Visit(host.URL + "one/")
	savedLine(tab, isSaved)
	tab.Click(removeIt)
	savedLine(tab, isRemoved)
	host.Stop()
	tab.Visit(host.URL + "one/two/a/two.html")
	want(t, "the other course", browser.Eval[string](tab, wordHere), "The word is two.")
	if names := browser.Eval[[]string](tab, `caches.keys()`); len(names) != 1 || !strings.Contains(fmt.Sprint(names), " /one/two/ ") {
		t.Errorf("the copies are %q", names)
	}
}
