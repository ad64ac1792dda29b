package journeys

import (
	"encoding/json"
	"strings"
	"testing"

	"lectern/test/browser"
)

// catchFile lets a test read what the page saves, in the place of the browser's own folder.
const catchFile = `void (URL.createObjectURL = blob => (blob.text().then(t => window.savedText = t), "blob:none"),
	HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download })`

func saveFile(t *testing.T, tab *browser.Page, host string) (text, name string) {
	t.Helper()
	tab.Visit(host + "progress.html")
	browser.Eval[any](tab, catchFile)
	tab.Click("#save")
	tab.Until(`!!window.savedText`)
	return browser.Eval[string](tab, `savedText`), browser.Eval[string](tab, `savedAs`)
}

// bringIn gives the page a file, as its button does, and returns what it says.
func bringIn(tab *browser.Page, text string) string {
	word, _ := json.Marshal(text)
	browser.Eval[any](tab, `void (text => {
		const files = new DataTransfer(), field = document.getElementById("bring");
		files.items.add(new File([text], "mine.json", {type: "application/json"}));
		document.getElementById("file-status").textContent = "";
		field.files = files.files;
		field.dispatchEvent(new Event("change", {bubbles: true}));
	})(`+string(word)+`)`)
	tab.Until(`!!document.getElementById("file-status").textContent`)
	return words(tab, "#file-status")[0]
}

func kept(tab *browser.Page) map[string]string {
	return browser.Eval[map[string]string](tab, `Object.fromEntries(Object.entries(localStorage).filter(([k]) => !/:(place|seen):/.test(k)))`)
}

func TestProgressGoesToAnotherDevice(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Water")
	answer(t, tab, "poured", "Tea")
	text, name := saveFile(t, tab, host)
	if !strings.HasPrefix(name, "tea-for-all-20") || !strings.HasSuffix(name, ".json") {
		t.Errorf("the file is called %q", name)
	}
	want(t, "told", words(tab, "#file-status"), []string{"Saved as " + name + "."})

	other := browser.Open(t, browser.Look{}) // another student's browser
	other.Visit(host + "tea/cups.html")
	want(t, "nothing there", kept(other), map[string]string{})
	other.Visit(host + "progress.html")
	want(t, "empty", words(other, "#mine-list p"), []string{"Nothing is kept yet."})
	want(t, "brought in", bringIn(other, text), "Brought in. New here: 2. Newer than here: 0. Left as they were, because those here are newer: 0.")
	want(t, "seen", words(other, "#mine-list li"), []string{"What boils? – Yes, that’s it", "What is poured? – Yes, that’s it"})
	want(t, "marks", words(other, ".side .stop"), []string{", Done"})
	want(t, "again", bringIn(other, text), "Brought in. New here: 0. Newer than here: 0. Left as they were, because those here are newer: 2.")
	other.Visit(host + "tea/water.html")
	want(t, "state", eval[string](ask(t, other, "boils"), `form.dataset.verdict`), "right")
}

func TestAFileThatDoesNotFitChangesNothing(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Tin")
	good, _ := saveFile(t, tab, host)
	before := kept(tab)
	for name, c := range map[string]struct{ text, said string }{
		"no file of ours":    {"Dear student", "This file cannot be read. Nothing has changed here."},
		"null":               {"null", "This file cannot be read. Nothing has changed here."},
		"cut off":            {good[:len(good)/2], "This file cannot be read. Nothing has changed here."},
		"another course's":   {strings.Replace(good, "tea-for-all", "bread-for-all", 1), "This file belongs to another course. Nothing has changed here."},
		"a later version":    {strings.Replace(good, `"version": 1`, `"version": 2`, 1), "This file comes from a later version of the course. Nothing has changed here."},
		"a broken record":    {strings.Replace(good, `"verdict": "not-yet"`, `"verdict": 7`, 1), "This file cannot be read. Nothing has changed here."},
		"a score of words":   {strings.Replace(good, `"score": 0`, `"score": "all"`, 1), "This file cannot be read. Nothing has changed here."},
		"how sure, unheard":  {strings.Replace(good, `"sure": 0`, `"sure": 99`, 1), "This file cannot be read. Nothing has changed here."},
		"a response of text": {strings.Replace(good, `"response": {`, `"response": "x", "r": {`, 1), "This file cannot be read. Nothing has changed here."},
	} {
		t.Run(name, func(t *testing.T) {
			if c.text == good {
				t.Fatal("the file is as good as before")
			}
			want(t, "said", bringIn(tab, c.text), c.said)
			want(t, "kept", kept(tab), before)
		})
	}
}

func TestTheRecordOfLearningIsPrintedAndTheNameKeptNowhere(t *testing.T) {
	tab, host := tea(t, screen)
	tab.Visit(host + "tea/water.html")
	answer(t, tab, "boils", "Water")
	answer(t, tab, "poured", "Tea")
	tab.Visit(host + "progress.html")
	browser.Eval[any](tab, `void (window.print = () => { window.printed = true })`)
	tab.Click("#name")
	tab.Type("Ana Moss")
	tab.Click("#print")
	want(t, "printed", browser.Eval[bool](tab, `printed`), true)
	tab.Change(paper)
	shown := words(tab, "main :is(h1, h2, h3, dd, li, p)")
	date := browser.Eval[string](tab, `new Date().toLocaleDateString("en", {dateStyle: "long"})`)
	want(t, "on paper", shown, []string{"Record of learning", "Tea for all", "Ana Moss", date, "1 of 3 lessons done.", "Water – 2 of 2 right",
		"This record was made by the learner, from answers in their own browser. Nobody else has checked it."})
	tab.Screenshot("print/record")
	for key, value := range browser.Eval[map[string]string](tab, `({...localStorage, ...sessionStorage})`) {
		if strings.Contains(value, "Ana") {
			t.Errorf("%s keeps the name", key)
		}
	}
}

func TestEverythingIsClearedOnThePageAboutProgress(t *testing.T) {
	tab, host := tea(t, browser.Look{})
	tab.Visit(host + "tea/water.html")
	q := answer(t, tab, "boils", "Tin")
	tab.Visit(host + "progress.html")
	q.clickIn(".kept button", "Clear my answers in this course")
	q.clickIn(".kept button", "Yes, clear them")
	want(t, "kept", browser.Eval[int](tab, `localStorage.length`), 0)
	want(t, "seen", words(tab, "#mine-list p"), []string{"Nothing is kept yet."})
}
