package journeys

import (
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// inArabic is a lesson that reads from right to left, with two mistakes and something to do better.
const inArabic = "---\ntitle: الشاي\n---\nاسكب الماء الساخن [هنا](nowhere.md).\n\n![](pot.svg)\n\n" +
	"## Question: What is warm?\n<!-- {id: warm} -->\n\n- (x) The pot\n- ( ) The spoon\n\n" + "سطر آخر من الكلام.\n\n"

// Who writes a course may see little, use no mouse, and write from right to left.
func TestWhatThePreviewSaysIsForEverybodyToRead(t *testing.T) {
	c := &course{t: t, dir: t.TempDir()}
	c.write("site.yaml", "title: الشاي\nlanguage: ar\neditor: \"editor://open/{file}:{line}\"\n")
	c.write("layouts/strings/ar.yaml", "pages:\n  skip: انتقل إلى النص\n")
	c.write("content/01-tea/pot.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>`)
	c.write("content/01-tea/01-pot.md", strings.NewReplacer("[هنا](nowhere.md)", "", "![](pot.svg)\n\n", "").Replace(inArabic))
	address := website.Preview(t, c.dir)
	tab := browser.Open(t, browser.Look{ReducedMotion: true})
	tab.Visit(address + "tea/pot.html")
	c.write("content/01-tea/01-pot.md", inArabic+strings.Repeat("سطر آخر من الكلام.\n\n", 30)+"[آخر الصفحة](../index.md)\n")
	tab.Until(told)
	want(t, "the page is written from right to left", browser.Eval[string](tab, "document.documentElement.dir"), "rtl")
	want(t, "what the preview says is English", browser.Eval[string](tab, `[".lang", ".dir"].map(n => document.querySelector(".preview")[n.slice(1)]).join()`), "en,ltr")
	want(t, "the line it shows is the course's", browser.Eval[string](tab, `document.querySelector(".preview-line").lang`), "ar")
	tab.Click(".preview-sources")
	tab.Until(`document.querySelector(".preview-source")`)
	tab.Click(".preview-hints")
	for _, look := range []browser.Look{{}, {Dark: true}, {Width: 320}, {Width: 320, ForcedColours: true}, {Height: 1024, Zoom: 400}} {
		look.ReducedMotion = true
		tab.Change(look)
		tab.WantNoFindings("the preview, " + look.String())
		if wide := tab.Sideways(); wide != "" {
			t.Errorf("%s: %s", look, wide)
		}
		tab.Screenshot("preview/" + strings.ReplaceAll(look.String(), " ", "-"))
	}

	// By keyboard: to the message, away with it, and on to the hints; and nothing is hidden behind them.
	tab.Change(browser.Look{ReducedMotion: true})
	k := keyboard{t, tab}
	browser.Eval[any](tab, `void document.querySelector(".preview-where").focus()`)
	k.tabTo("Close")
	k.press("Enter")
	want(t, "the message is gone", browser.Eval[bool](tab, "!"+told), true)
	want(t, "the focus goes on", browser.Eval[string](tab, "document.activeElement.className"), "preview-hints")
	k.press("Shift+Tab")
}
