package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// A student's page would forget nothing of this, and an author's must not either: it is read again with every save.
const (
	typeAndOpen = `document.querySelector("#q-word input").value = "half a w", document.querySelector("main .prose details").open = true, scrollTo(0, 400)`
	placeAndAll = `[document.querySelector("#q-word input").value, document.querySelector("main .prose details").open, Math.round(scrollY)].join()`
	told        = `document.querySelector(".preview-errors")`
)

func TestAMistakeIsMadeReadAndMendedInThePreview(t *testing.T) {
	c := &course{t: t, dir: t.TempDir()}
	lesson := "---\ntitle: One\n---\nAll is well.\n\n### Question: What is the word?\n<!-- {id: word} -->\n\n- = tea\n\n> **Hint:** It is hot.\n\nOn we go.\n\n" +
		"<details><summary>More</summary>More of it.</details>\n\n" + strings.Repeat("So much to read here.\n\n", 40)
	const file = "content/01-a/01-one.md"
	c.write("site.yaml", "title: A course in the making\neditor: \"editor://open/{file}:{line}\"\n")
	c.write(file, lesson)
	address := website.Preview(t, c.dir) // before the tab, so that it ends after it
	tab := browser.Open(t, browser.Look{})
	tab.Visit(address + "a/one.html")
	browser.Eval[any](tab, "void ("+typeAndOpen+")")
	before := browser.Eval[string](tab, placeAndAll)
	want(t, "what is to be kept", before, "half a w,true,400")

	// A mistake: the page stays, and says what is wrong and where.
	c.write(file, strings.Replace(lesson, "On we go.", "On we [go](nowhere.md).", 1))
	tab.Until(told)
	said := browser.Eval[string](tab, told+".innerText")
	for _, part := range []string{"1 thing to mend", file + ":13:12", "there is no file", "On we [go](nowhere.md).", "^^^^"} {
		if !strings.Contains(said, part) {
			t.Errorf("the page does not say %q: %s", part, said)
		}
	}
	want(t, "it is announced", browser.Eval[string](tab, told+`.getAttribute("role")`), "alert")
	want(t, "the editor opens there", browser.Eval[bool](tab, told+`.querySelector("a").href.endsWith("/01-one.md:13")`), true)
	want(t, "the page is as it was", browser.Eval[string](tab, placeAndAll), before)

	// Mended: the new page, at the same place.
	tab.Leave("mending", func() { c.write(file, strings.Replace(lesson, "On we go.", "On we go, mended.", 1)) })
	tab.Until(`document.querySelector(".preview")`)
	want(t, "the mended words are there", browser.Eval[bool](tab, `document.querySelector("main").innerText.includes("On we go, mended.")`), true)
	want(t, "nothing is to be mended", browser.Eval[bool](tab, "!"+told), true)
	want(t, "place, panel and answer", browser.Eval[string](tab, placeAndAll), before)

	// A style: that alone is another.
	browser.Eval[any](tab, `void (window.same = true)`)
	c.write("layouts/styles/own.css", "main h1 { letter-spacing: 7px; }\n")
	tab.Until(`getComputedStyle(document.querySelector("main h1")).letterSpacing === "7px"`)
	want(t, "the page has not been read again", browser.Eval[bool](tab, "window.same === true"), true)
	want(t, "the place", browser.Eval[string](tab, placeAndAll), before)

	// Where it was written.
	tab.Click(".preview-sources")
	tab.Until(`document.querySelector(".preview-source")`)
	want(t, "where the question is written", browser.Eval[string](tab, `document.querySelector("#q-word .preview-source").textContent`), file+":6")
}
