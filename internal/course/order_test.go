package course_test

import (
	"strings"
	"testing"
)

func TestLeadingNumbersMakeTheOrderAndNeverReachAnAddress(t *testing.T) {
	c := readWell(t, files{
		"10-later/1-last.md":      titled,
		"02-First Part/10-ten.md": titled,
		"02-First Part/9_nine.md": titled,
		"02-First Part/1. One.md": titled,
		"02-First Part/extra.md":  titled,
		"unnumbered/lesson.md":    titled,
		"2 peer/24-7-support.md":  titled,
		"00-welcome.md":           titled,
		"02-First Part/index.md":  "---\ntitle: The first part\n---\n",
		"index.md":                "---\ntitle: Home\n---\n",
	})
	wantEqual(t, "lessons", urls(c), []string{
		"first-part/one.html", "first-part/nine.html", "first-part/ten.html", "first-part/extra.html",
		"peer/7-support.html", "later/last.html", "welcome.html", "unnumbered/lesson.html",
	})
	if m := c.Modules[0]; m.Title != "The first part" || m.URL != "first-part/index.html" || m.Number != 1 || len(m.Lessons) != 4 {
		t.Errorf("the first module is %q at %s, number %d, with %d lessons", m.Title, m.URL, m.Number, len(m.Lessons))
	}
	if c.Home.Title != "Home" || c.Modules[1].Title != "Peer" {
		t.Errorf("titles: %q, %q", c.Home.Title, c.Modules[1].Title)
	}
	for i, l := range c.Lessons {
		if l.Number != i+1 {
			t.Errorf("%s has number %d, want %d", l.URL, l.Number, i+1)
		}
	}
}

func TestDraftsAreLeftOutUnlessAskedFor(t *testing.T) {
	draft := strings.Replace(titled, "---\nText", "draft: true\n---\nText", 1)
	folder := files{"1-a/1-done.md": titled, "1-a/2-draft.md": draft, "2-b/only.md": draft, "3-c/index.md": draft, "3-c/lesson.md": titled}.folder()
	c, _ := read(folder, false)
	wantEqual(t, "without drafts", urls(c), []string{"a/done.html"})
	if len(c.Modules) != 1 {
		t.Errorf("%d modules are left, want 1", len(c.Modules))
	}
	c, _ = read(folder, true)
	wantEqual(t, "with drafts", urls(c), []string{"a/done.html", "a/draft.html", "b/only.html", "c/lesson.html"})
}

func TestReadmeAndHiddenFilesAreNotPartOfACourse(t *testing.T) {
	c := readWell(t, files{
		"README.md": "notes", "1-a/readme.md": "notes", "1-a/lesson.md": titled, "1-a/.draft.md": "x",
		".git/config": "x", "1-a/lamp.png": "png", "1-a/deeper/notes.yaml": "not a page",
	})
	wantEqual(t, "lessons", urls(c), []string{"a/lesson.html"})
	for file, want := range map[string]bool{"1-a/lamp.png": true, "1-a/deeper/notes.yaml": true, ".git/config": false, "README.md": false} {
		if c.Files[file] != want {
			t.Errorf("%s is a file of the course: %v, want %v", file, c.Files[file], want)
		}
	}
}

// Somebody else's notes may lie deeper than modules do; a page must not be lost
// without a word.
func TestMarkdownThatNoPageIsMadeOfIsTold(t *testing.T) {
	_, out := read(files{"1-a/lesson.md": titled, "1-a/deep/er/two.md": titled, "1-a/deep/one.md": titled, "1-a/deep/README.md": "For us."}.folder(), false)
	wantMessage(t, out, "content: warning: 2 Markdown files in folders within modules: students do not see them [page-deep]\n"+
		"    hint: move them up into a folder of `content` to make lessons of them, or silence this when they are for educators alone:\n"+
		"          content/1-a/deep/er/two.md\n          content/1-a/deep/one.md\n")
}

func TestFilesThatWouldBecomeOnePageAreRefused(t *testing.T) {
	for name, f := range map[string]files{
		"capitals":           {"1-a/Intro.md": titled, "1-a/intro.md": titled},
		"number alone":       {"1-a/1-intro.md": titled, "1-a/2-intro.md": titled},
		"composed and not":   {"1-a/\u00e9t\u00e9.md": titled, "1-a/e\u0301te\u0301.md": titled},
		"blank and hyphen":   {"1-a/what it is.md": titled, "1-a/what-it-is.md": titled},
		"modules":            {"1-a/x.md": titled, "2-A/y.md": titled},
		"module and lesson":  {"a.md": titled, "1-a/x.md": titled},
		"a page of the site": {"glossary/x.md": titled},
		"another page of it": {"1-help.md": titled},
	} {
		if _, out := read(f.folder(), false); !strings.Contains(out, "error: this would become the same page as") || strings.Count(out, "[twin-pages]") != 1 {
			t.Errorf("%s: got\n%s", name, out)
		}
	}
}

func TestNamesBecomeSafeOnEverySystem(t *testing.T) {
	long := strings.Repeat("ᐃ", 70) // three bytes each
	c := readWell(t, files{"1-a/con.md": titled, "1-a/COM1.md": titled, "1-a/2-index.md": titled, "1-a/x..md": titled, "1-a/a:b c.md": titled, "1-a/" + long + ".md": titled, "nul/x.md": titled})
	wantEqual(t, "lessons", urls(c), []string{
		"a/index-page.html", "a/com1-page.html", "a/a-b-c.html", "a/con-page.html", "a/x.html",
		"a/" + strings.Repeat("ᐃ", 26) + ".html", "nul-page/x.html",
	})
}

func TestNameWithoutLettersIsRefused(t *testing.T) {
	for name, f := range map[string]files{"lesson": {"1-a/!.md": titled}, "at the top": {"!.md": titled}, "module": {"!/x.md": titled}} {
		if _, out := read(f.folder(), false); !strings.Contains(out, "no page name can be made from this file's name [name-empty]") {
			t.Errorf("%s: got\n%s", name, out)
		}
	}
}

func TestCourseWithoutLessonsSaysWhatToDo(t *testing.T) {
	_, out := read(files{"index.md": "# Home\n"}.folder(), false)
	wantMessage(t, out, "there is no lesson in this course [lessons-missing]")
	_, out = read(files{}.folder(), false)
	wantMessage(t, out, "there is no folder `content` [content-missing]")
}
