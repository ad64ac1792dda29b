package journeys

import (
	"fmt"
	"path"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// hundredsOfTeas is a course whose first page lists its parts and not their lessons: 160 in four parts, and one in none, a
// question each.
func hundredsOfTeas(t *testing.T) (c *course, host string) {
	t.Helper()
	c = &course{t: t, dir: t.TempDir()}
	c.write("site.yaml", "title: Hundreds of teas\n")
	c.write("content/99-after.md", "---\ntitle: After\n---\n### Question: What is last?\n<!-- {id: last} -->\n\n- (x) Water\n- ( ) Tin\n")
	for i := range 160 {
		c.writeTea(i, "Pour.")
	}
	website.Build(t, c.dir)
	return c, website.Serve(t, path.Join(c.dir, "public")).URL
}

func (c *course) writeTea(i int, how string) {
	c.t.Helper()
	c.write(fmt.Sprintf("content/%02d-teas-%d/%03d-tea-%d.md", i/40, i/40, i, i),
		fmt.Sprintf("---\ntitle: Tea %d\n---\n%s\n\n### Question: What is this?\n<!-- {id: tea-%d} -->\n\n- (x) Tea\n- ( ) Tin\n", i, how, i))
}

// wayAndDone is where the first page leads, and what it says is done.
const wayAndDone = "main > .acts a, .so-far p, .leg .on-screen"

func TestTheFirstPageOfALargeCourseKnowsWhatWasDone(t *testing.T) {
	c, host := hundredsOfTeas(t)
	tab := browser.Open(t, browser.Look{Width: 360})
	tab.Visit(host)
	want(t, "parts", words(tab, ".leg.brief"), []string{"Teas 0 40 lessons · about 40 minutes", "Teas 1 40 lessons · about 40 minutes", "Teas 2 40 lessons · about 40 minutes", "Teas 3 40 lessons · about 40 minutes"})
	want(t, "nothing kept", words(tab, wayAndDone), []string{"Start: Tea 0"})
	want(t, "nothing read", pieces(tab), 0)

	tab.Visit(host + "after.html")
	answer(t, tab, "last", "Water")
	tab.Visit(host + "teas-1/tea-45.html")
	answer(t, tab, "tea-45", "Tea")
	tab.Visit(host + "teas-3/tea-130.html")
	answer(t, tab, "tea-130", "Tin")
	tab.Visit(host + "teas-2/tea-99.html")
	tab.Visit(host + "teas-1/tea-45.html")
	tab.Visit(host)
	tab.Until(`!document.getElementById("so-far").hidden`)
	want(t, "done", words(tab, wayAndDone),
		[]string{"Carry on: Tea 46", "2 of 161 lessons done.", "Questions to look at again: 1", "Review", "1 of 40 lessons done."})
	tab.WantNoFindings("the first page of a large course")
	tab.Follow("main > .acts a")
	want(t, "the next lesson", browser.Eval[string](tab, `document.querySelector("h1").innerText`), "Tea 46")

	c.writeTea(45, "Stir.")
	c.writeTea(99, "Stir.")
	c.writeTea(100, "Stir.") // which nobody has seen
	website.Build(t, c.dir)
	tab.Visit(host)
	tab.Until(`!document.getElementById("news").hidden`)
	want(t, "news", news(tab), []string{"Tea 45 – Changed", "Tea 99 – Changed"})
	tab.Click("#news button")
	want(t, "seen", words(tab, "#news"), []string{})
	tab.Visit(host)
	tab.Until(`!document.getElementById("so-far").hidden`)
	want(t, "and it stays so", words(tab, "#news"), []string{})
}
