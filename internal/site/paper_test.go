package site

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lectern/internal/diag"
)

// secretive is a lesson whose secrets stand in every place that tells an answer.
var secretive = files{"content/01-start/02-two.md": `---
title: Two
---
Read [one](01-one.md), [one again](01-one.md#a-part), [a site](https://a.example/b?c=1&d=2), [a site](#more) and a peer worker.

## More

` + "<script src=\"x.js\"></script>\n\n" + `### Question: Which?
<!-- {id: SECRETid} -->

- (x) This
  > SECRET1
- ( ) That
  > SECRET2

> **Hint:** HINT

> **Why:** SECRET3, see @tracy2016 and [the start](../01-start/index.md).

### Fill in: Tea is [[SECRET4]].

### Question: Word?

- = SECRET5
  > SECRET6

### Card: Front?

> **Back:** SECRET7

## Quiz: The end
<!-- {mode: exam, pass: 80%} -->

### Match: Pairs?

- cup -> tea
  > SECRET8
- glass -> milk
`}

func sheetsOfTwo(t *testing.T) *Site {
	t.Helper()
	return mustBuild(t, full.with(secretive).with(files{"site.yaml": "title: Sheets\nbase_url: https://example.org/c/\n", "content/01-start/x.js": "1"}).fs(), Options{})
}

func TestTheQuestionSheetTellsNoAnswer(t *testing.T) {
	s := sheetsOfTwo(t)
	for _, name := range []string{"print/start/two-questions.html", "print/start/two-handout.html", "print/course.html"} {
		for _, secret := range []string{"SECRET", "HINT", "<form", "application/json"} {
			if strings.Contains(s.page(t, name), secret) {
				t.Errorf("%s holds %s", name, secret)
			}
		}
	}
	answers := s.page(t, "print/start/two-answers.html")
	for _, secret := range []string{"SECRET1", "SECRET2", "SECRET3", "SECRET4", "SECRET5", "SECRET6", "SECRET7", "SECRET8", "Tracy (2016)", "Journal"} {
		if !strings.Contains(answers, secret) {
			t.Errorf("the answer sheet does not hold %s", secret)
		}
	}
	if strings.Contains(answers, "HINT") || strings.Contains(answers, "SECRETid") {
		t.Error("the answer sheet holds a hint or an id")
	}
}

func TestLinksArePrintedAsNumberedNotes(t *testing.T) {
	handout := sheetsOfTwo(t).page(t, "print/start/two-handout.html")
	for _, part := range []string{
		`Read one<sup class="ref">[1]</sup>, one again<sup class="ref">[1]</sup>, <a href="https://a.example/b?c=1&amp;d=2">a site</a><sup class="ref">[2]</sup>, a site and a peer worker.`,
		"<ol>\n<li>See “One”.</li>\n<li>https://a.example/b?c=1&amp;d=2</li>\n",
	} {
		if !strings.Contains(handout, part) {
			t.Errorf("the handout has no %s:\n%s", part, handout)
		}
	}
	if !strings.Contains(handout, "<dt>Peer worker</dt>") || strings.Contains(handout, `class="term"`) {
		t.Error("the words of the lesson are not listed, or are links")
	}
}

func TestSheetsHoldNoScriptAndAreNotForSearchEngines(t *testing.T) {
	s := sheetsOfTwo(t)
	sheets := slices.DeleteFunc(s.pages(), func(name string) bool { return !strings.HasPrefix(name, printDir) })
	if len(sheets) < 8 {
		t.Fatalf("the sheets are %q", sheets)
	}
	for _, name := range sheets {
		root := document(t, s.page(t, name))
		if len(elements(root, "script"))+len(elements(root, "form")) > 0 {
			t.Errorf("%s holds a script or a form", name)
		}
		if !slices.ContainsFunc(elements(root, "meta"), func(n *html.Node) bool { return attr(n, "name") == "robots" && attr(n, "content") == "noindex" }) {
			t.Errorf("%s may be listed by search engines", name)
		}
		if styles := loads(t, s, name); len(styles) != 1 || !strings.HasPrefix(styles[0], "assets/paper.") {
			t.Errorf("%s loads %q", name, styles)
		}
	}
	if strings.Contains(string(s.find("sitemap.xml")), printDir) {
		t.Error("the sitemap lists sheets")
	}
}

func TestQuestionsOfAQuizStandBelowItsHeadingAndRules(t *testing.T) {
	sheet := sheetsOfTwo(t).page(t, "print/start/two-questions.html")
	if !strings.Contains(sheet, "<section class=\"quiz\"><h2>The end</h2>\n<p class=\"how rules\">1 question. To pass: 80 % of the points.</p>\n<div class=\"q\">\n<h3 class=\"stem\"><span class=\"number\">5.</span> Pairs?") {
		t.Errorf("the sheet is\n%s", sheet)
	}
}

func TestTheNameOfAPDFSaysWhatItIs(t *testing.T) {
	site := sheetsOfTwo(t)
	for name, title := range map[string]string{
		"print/start/two-handout.html":   "Two – Handout – Sheets",
		"print/start/two-questions.html": "Two – Question sheet – Sheets",
		"print/start/two-answers.html":   "Two – Answer sheet – Sheets",
		"print/course.html":              "Sheets – The whole course",
	} {
		if got := text(elements(document(t, site.page(t, name)), "title")[0]); got != title {
			t.Errorf("%s is called %q, want %q", name, got, title)
		}
	}
}

func TestAWholeCourseOnPaperHasEachLessonAndTheWorksOnce(t *testing.T) {
	whole := document(t, sheetsOfTwo(t).page(t, wholeCourse))
	lessons := 0
	for _, n := range elements(whole, "article") {
		if attr(n, "class") == "lesson" {
			lessons++
		}
	}
	if lessons != 5 {
		t.Errorf("%d lessons, want 5", lessons)
	}
	if n := strings.Count(text(whole), "Peer support. Journal"); n > 1 {
		t.Errorf("a work is listed %d times", n)
	}
	if n := len(elements(whole, "dt")); n != 2 {
		t.Errorf("%d terms, want each of 2 once", n)
	}
}

func TestALessonIsNotWeighedWithItsSheets(t *testing.T) {
	course := small.with(files{"content/01-start/02-b.md": "---\ntitle: B\n---\n" + noise(9_000) + "\n", "content/01-start/03-c.md": "---\ntitle: C\n---\n" + noise(9_000) + "\n"})
	var d diag.List
	if Build(course.fs(), Options{}, &d) == nil || strings.Contains(printed(&d), "page-heavy") {
		t.Errorf("the whole course on paper counts as a heavy page:\n%s", printed(&d))
	}
}

func TestWhatIsWrongWithALessonIsSaidOnce(t *testing.T) {
	wantMessages(t, small.with(files{"content/01-start/02-b.md": "---\ntitle: B\n---\n[x](none.md) ![y](none.png) [@none]\n"}).fs(),
		"content/01-start/02-b.md: link-broken", "content/01-start/02-b.md: picture-missing", "content/01-start/02-b.md: citation-unknown")
}

func TestNoLessonOrModuleIsCalledPrint(t *testing.T) {
	wantMessages(t, small.with(files{"content/02-print/01-b.md": "---\ntitle: B\n---\nText.\n"}).fs(), "content/02-print: twin-pages")
}
