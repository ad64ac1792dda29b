// Package hostile opens a course whose every text is an attempt to run something, in three browsers.
package hostile

import (
	_ "embed"
	"encoding/json"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/browser/webkit"
	"lectern/test/website"
)

func TestMain(m *testing.M) {
	code := browser.RunInEach(m)
	website.Remove()
	if made != "" {
		_ = os.RemoveAll(filepath.Dir(made))
	}
	os.Exit(code)
}

// visitor is a tab of any browser.
type visitor struct {
	t      *testing.T
	visit  func(address string)
	eval   func(expression string) sight
	forget func() // what is complained about on purpose
	from   int    // which record lies first in the storage
}

// sight is what watch.js has seen of a page.
type sight struct {
	Watched struct {
		Evil            int
		Refused, Broken []string
	}
	At, Title          string
	Shown              int // how often the text stands there to be read
	Strange, Elsewhere []string
}

// want fails the test for anything of the text that is not text.
func (v visitor) want(s sight, what string) {
	v.t.Helper()
	w := s.Watched
	if w.Evil > 0 || len(w.Refused) > 0 || len(w.Broken) > 0 || len(s.Strange) > 0 || len(s.Elsewhere) > 0 {
		v.t.Errorf("%s: ran %d times, refused %.300q, broken %.300q, on the page %.400q, asked of others %q", what, w.Evil, w.Refused, w.Broken, s.Strange, s.Elsewhere)
	}
}

// goes opens a page, looks, does all there is to do, and looks again.
func (v visitor) goes(address string) sight {
	v.t.Helper()
	v.visit(address)
	v.want(v.eval(`look()`), address)
	text, _ := json.Marshal(hostile)
	s := v.eval(`useEverything(` + string(text) + `)`)
	v.want(s, "used, "+address)
	if at, _, _ := strings.Cut(s.At, "?"); !strings.HasPrefix(address, strings.SplitN(at, "#", 2)[0]) {
		v.t.Errorf("%s leads to %s", address, s.At)
	}
	return s
}

func TestHostileTextIsOnlyText(t *testing.T) {
	host := hostOf(t, true) // before the tab, so that it ends after it
	everywhere(in(t), host)
}

// What the policy stops would not be seen to run: so the pages are opened without it, too.
func TestHostileTextIsOnlyTextWithoutThePolicy(t *testing.T) {
	browser.Chromium.Only(t, "what gets onto a page is seen in each browser; that it would run needs one")
	host := hostOf(t, false)
	in(t).pages(host)
}

// WebKit has a test of its own beside the two browsers that everything is tried in.
func TestHostileTextIsOnlyTextInWebKit(t *testing.T) {
	browser.Chromium.Only(t, "WebKit comes once")
	host, tab := hostOf(t, true), webkit.Open(t)
	everywhere(visitor{t, tab.Visit, func(e string) sight { return webkit.Eval[sight](tab, e) }, func() {}, 2}, host)
}

// in opens a tab of the browser that the tests run in.
func in(t *testing.T) visitor {
	t.Helper()
	tab, from := browser.Open(t, browser.Look{}), 0
	if browser.Firefox.Runs() {
		from = 1
	}
	return visitor{t, tab.Visit, func(e string) sight { return browser.Eval[sight](tab, e) }, func() { tab.Complaints() }, from}
}

// everywhere is all that a student can open, and what somebody else can have them open.
func everywhere(v visitor, host string) {
	v.pages(host)
	v.addresses(host)
	v.files(host)
	v.storage(host)
}

// later are the pages about what a student has done.
var later = []string{"index.html", "results.html", "progress.html", "review.html", "review/start/questions.html", "review/glossary.html"}

// pages is a student's way: each page, and then what is kept of them.
func (v visitor) pages(host string) {
	for page, least := range map[string]int{
		"index.html": 20, "start/index.html": 5, "start/prose.html": 40, "start/read.html": 10, "glossary.html": 3, "references.html": 3, "help.html": 5, "search.html": 20,
		"fr/index.html": 5, "fr/start/prose.html": 10, "print/start/questions-questions.html": 20, "print/start/questions-answers.html": 20, "print/course.html": 40, "404.html": 2, "start/questions.html": 100, "start/quiz.html": 30,
	} {
		if s := v.goes(host + page); s.Shown < least {
			v.t.Errorf("%s shows the text %d times, which is not where it was written", page, s.Shown)
		}
	}
	for _, page := range later {
		if s := v.goes(host + page); s.Shown < 3 {
			v.t.Errorf("%s shows the text %d times after it was answered", page, s.Shown)
		}
	}
}

func (v visitor) addresses(host string) {
	said := url.PathEscape(hostile)
	for _, address := range []string{
		"search.html?q=" + url.QueryEscape(hostile), "search.html?q=evil", "search.html?q=%E0%A4%A", "search.html?q=" + strings.Repeat("evil%20", 2000), "search.html#" + said,
		"start/questions.html?" + url.QueryEscape(hostile) + "#" + said, "start/questions.html#q-%", "start/prose.html#%E0%A4%A", "review/start/questions.html#ask-" + said,
		"progress.html#javascript:evil()", "review/start/questions.html#ask-%", "index.html?x=%00", // no page twice: it would not be read again
	} {
		v.goes(host + address)
	}
	v.visit(host + said + ".html")
	v.want(v.eval(`look()`), "an address of nothing")
	v.forget()
	v.visit(host + "search.html?q=evil")
	if s := v.eval(`new Promise(found => { const wait = () => document.querySelectorAll(".results li").length > 2 ? found(look()) : requestAnimationFrame(wait); wait(); })`); s.Shown < 3 {
		v.t.Errorf("the results show the text %d times", s.Shown)
	}
}

// files are brought in on the page about progress: refused, or shown as text.
func (v visitor) files(host string) {
	word, _ := json.Marshal(hostile)
	record := `{"version":1,"response":{"answer":[` + string(word) + `]},"verdict":"not-yet","score":0,"tries":1,"at":1,"more":` + string(word) + `}`
	for said, text := range map[string]string{
		"is text":       hostile,
		"is refused":    `{"format":"lectern-progress","version":"constructor","course":` + string(word) + `,"records":{}}`,
		"is another's":  `{"format":"lectern-progress","version":1,"course":` + string(word) + `,"records":{}}`,
		"is brought in": `{"format":"lectern-progress","version":1,"course":"course","records":{"choice":` + record + `,` + string(word) + `:` + record + `,"__proto__":` + record + `}}`,
	} {
		v.visit(host + "progress.html")
		file, _ := json.Marshal(text)
		v.want(v.eval(`new Promise(done => {
			const files = new DataTransfer(), field = document.getElementById("bring"), status = document.getElementById("file-status");
			files.items.add(new File([`+string(file)+`], "<x-evil>.json", {type: "application/json"}));
			field.files = files.files;
			field.dispatchEvent(new Event("change", {bubbles: true}));
			const wait = () => status.textContent ? done(look()) : requestAnimationFrame(wait);
			wait();
		})`), "a file that "+said)
	}
}

// records are what may lie in a storage. EVIL is the hostile text.
const records = `[
	{version: 1, response: {answer: [EVIL], step: [EVIL], "gap-1": [EVIL], read: EVIL, print: EVIL, lesson: "start/questions", part: EVIL, lessons: [EVIL]},
		verdict: "not-yet", state: "begun", score: 0, tries: 1, at: 1, drawn: [EVIL], settled: [EVIL]},
	{version: 1, response: {answer: EVIL}, verdict: EVIL, state: EVIL, score: EVIL, tries: EVIL, at: EVIL, drawn: EVIL, settled: EVIL, sure: EVIL, box: EVIL},
	{version: "constructor", response: {}}, {version: 1, response: 5, verdict: "right"}, {version: 1, response: {answer: {length: 9}}, verdict: "right", score: 1}, [EVIL]]`

// storage is what another course on the same host may have written: records of everything, well made and badly, of another
// make in each browser.
func (v visitor) storage(host string) {
	word, _ := json.Marshal(hostile)
	v.visit(host + "404.html")
	v.eval(`((EVIL, from) => {
		const ids = ["choice", "several", "text", "constructor", "gaps", "match", "order", "sort", "judge", "reflect", "rate", "card", "scenario", "exam-one", "draw-one", "quiz:exam", "quiz:practice",
			"lesson:start/questions", "lesson:start/read", "seen:start/questions", "place:last", "place:home", EVIL, "lesson:" + EVIL, "__proto__"], records = ` + records + `;
		ids.forEach((id, i) => localStorage.setItem("lectern:course:" + id, JSON.stringify(records[(i + from) % records.length])));
		sessionStorage.setItem("lectern-review:course", JSON.stringify({day: Math.floor(Date.now() / 864e5), ways: ["javascript:evil()#ask-x", "review/x.html#ask-%", EVIL]}));
		return look();
	})(` + string(word) + `, ` + strconv.Itoa(v.from) + `)`)
	for _, page := range append([]string{"start/questions.html", "start/quiz.html", "start/read.html"}, later...) {
		v.visit(host + page)
		v.want(v.eval(`look()`), page+" with what another course has written")
	}
}

//go:embed watch.js
var watch []byte

var policy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// hostOf serves the students' edition as hostIn does.
func hostOf(t *testing.T, withPolicy bool) string {
	t.Helper()
	return hostIn(t, built(t), withPolicy)
}

// hostIn serves a site with watch.js at the top of every page, before the policy.
func hostIn(t *testing.T, site string, withPolicy bool) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(site)); err != nil {
		t.Fatal(err)
	}
	changed := 0
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		page, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		text := strings.Replace(string(page), "<head>", `<head><script src="/watch.js"></script>`, 1)
		if changed++; !withPolicy {
			text = policy.ReplaceAllString(text, "")
		}
		return os.WriteFile(name, []byte(text), 0o644)
	})
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "watch.js"), watch, 0o644)
	}
	if err != nil || changed < 15 {
		t.Fatalf("%d pages are watched: %v", changed, err)
	}
	return website.Serve(t, dir).URL
}
