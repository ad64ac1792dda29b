package journeys

import (
	"path"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// Some hosts lead from page.html to page. What a page knows of its own address must hold there, too.
func TestACourseWhoseHostCutsTheEndingsOff(t *testing.T) {
	dir := teaCourse(t).dir
	website.Build(t, dir)
	host := website.ServeCut(t, path.Join(dir, "public")).URL
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	want(t, "at", tab.Location(), host+"tea/water")
	answer(t, tab, "boils", "Tin")
	answer(t, tab, "poured", "Sand")
	tab.Visit(host + "search.html")
	lookUp(tab, "water", "Found: ")
	tab.Follow(".results a")
	want(t, "found", strings.HasPrefix(tab.Location(), host+"tea/water"), true)

	tab.Visit(host)
	want(t, "home remembers", words(tab, ".so-far a"), []string{"Questions to look at again: 2", "Review"})
	days(tab, "1")
	tab.Visit(host + "review.html")
	tab.Follow("#begin")
	want(t, "the sitting", words(tab, "form .eyebrow, form .stem"), []string{"Question 1 of 2", "What boils?"})
	answer(t, tab, "boils", "Water")
	tab.Follow(`form[data-question=boils] .acts .btn`)
	want(t, "goes on", words(tab, "form .eyebrow, form .stem"), []string{"Question 2 of 2", "What is poured?"})
	answer(t, tab, "poured", "Tea")
	tab.Follow(`form[data-question=poured] .acts .btn`)
	if said := words(tab, "#due-words")[0]; !strings.HasPrefix(said, allIsDone) {
		t.Errorf("at the end it says %q", said)
	}

	tab.Visit(host)
	save(tab)
	tab.Visit(host + "tea/cups")
	want(t, "saved", words(tab, "h1"), []string{"Cups"})
}
