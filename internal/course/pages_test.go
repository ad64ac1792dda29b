package course_test

import (
	"strings"
	"testing"
)

func lesson(text string) files { return files{"1-a/lesson.md": text} }

func TestEncodingsThatAreNotUTF8AreRefusedWithTheirPlace(t *testing.T) {
	for text, want := range map[string]string{
		"# A\nna\xefve\n":         "error: this is not UTF-8 text: byte 7, in line 2, is 0xef; save it as UTF-8 [encoding]",
		"# A\n\nnul\x00\n":        "error: this is not UTF-8 text: byte 9, in line 3, is 0x00; save it as UTF-8 [encoding]",
		"\xff\xfe#\x00 \x00":      "error: this is not UTF-8 text: it looks like UTF-16; save it as UTF-8 [encoding]",
		"# A\n\ncut off \xe2\x80": "error: this is not UTF-8 text: byte 14, in line 3, is 0xe2; save it as UTF-8 [encoding]",
	} {
		_, out := read(lesson(text).folder(), false)
		wantMessage(t, out, "content/1-a/lesson.md: "+want)
	}
}

func TestLineEndsAndByteOrderMarkMakeNoDifference(t *testing.T) {
	const text = "---\ntitle: A title\n---\n\n### Question: Yes?\n<!-- {id: yes} -->\n\n- (x) yes\n  > Yes.\n- ( ) no\n\nLast.\n"
	want := readWell(t, lesson(text)).Lessons[0]
	for name, other := range map[string]string{
		"CRLF": strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":   strings.ReplaceAll(text, "\n", "\r"),
		"BOM":  "\ufeff" + text,
	} {
		got := readWell(t, lesson(other)).Lessons[0]
		if got.Title != want.Title || got.Body.HTML != want.Body.HTML || len(got.Doc.Questions) != 1 || got.Doc.Questions[0].Base().ID != "yes" {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

func TestTitleIsTakenFromTheFirstHeading(t *testing.T) {
	l := readWell(t, lesson("# The *title* of it\n\nText.\n")).Lessons[0]
	if l.Title != "The title of it" || strings.Contains(l.Body.HTML, "<h1") {
		t.Errorf("title %q, body %s", l.Title, l.Body.HTML)
	}
}

// A page that is beyond a limit is not read, so nobody knows what it lacks.
func TestRefusedPageIsToldOfItsLimitAlone(t *testing.T) {
	_, out := read(lesson("# The title\n\n"+strings.Repeat("word ", 100_000)).folder(), false)
	if !strings.HasPrefix(out, "content/1-a/lesson.md:3:1: error: this line is longer than 64 KB [line-too-long]") || strings.Count(out, "error:") != 1 {
		t.Errorf("got\n%.300s", out)
	}
}

func TestMessagesAboutTheTopOfALesson(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no title": {"Text.\n", `content/1-a/lesson.md:1:1: error: this lesson has no title [title-missing]
    Text.
    ^^^^^
    hint: begin the file with a heading: ` + "`# Lesson`" + `;
          or with settings:
          ---
          title: Lesson
          ---
`},
		"unknown key": {"---\ntitle: A\nobjective:\n  a: b\n---\n", `content/1-a/lesson.md:3:1: error: unknown key ` + "`objective`" + ` [unknown-key]
    objective:
    ^^^^^^^^^
    hint: did you mean ` + "`objectives`" + `?
`},
		"colon": {"---\ntitle: Peer support: what it is\n---\n", `content/1-a/lesson.md:2:8: error: a value with a colon in it needs quotes around it [yaml-colon]
    title: Peer support: what it is
           ^^^^^^^^^^^^^^^^^^^^^^^^
    hint: write: title: "Peer support: what it is"
`},
		"never closed": {"---\ntitle: A\n\nText.\n", `content/1-a/lesson.md:1:1: error: the settings at the top begin with --- and never end [front-matter-open]
    ---
    ^^^
    hint: put another line --- below them
`},
		"date": {"---\ntitle: A\nreview_by: next year\n---\n", `content/1-a/lesson.md:3:12: error: ` + "`review_by` must be a date such as 2027-06-01, not `next year`" + ` [date-bad]
    review_by: next year
               ^^^^^^^^^
`},
		"objective's id": {"---\ntitle: A\nobjectives:\n  a b: c\n---\n", `content/1-a/lesson.md:4:3: error: ` + "`a b`" + ` cannot be the id of an objective [objective-id]
      a b: c
      ^^^
    hint: use letters, digits and hyphens
`},
		"prerequisite": {"---\ntitle: A\nprerequisites: [lesso]\n---\n", `content/1-a/lesson.md:3:17: error: there is no module or lesson ` + "`lesso`" + ` [prerequisite-unknown]
    prerequisites: [lesso]
                    ^^^^^
    hint: did you mean ` + "`lesson`" + `?
`},
	} {
		if _, out := read(lesson(c.text).folder(), false); out != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, out, c.want)
		}
	}
}

func TestSettingsThatWouldBeReadAsProseAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, place string }{
		"an empty line above":             {"\n---\ntitle: A\n---\n\nText.\n", "2:1"},
		"too many hyphens":                {"----\ntitle: A\n----\n\nText.\n", "1:1"},
		"hyphens that became a dash":      {"—\nsummary: A\n—\n# A\n", "1:1"},
		"no hyphens above":                {"title: A\nobjectives:\n  a: Ask: how.\n---\n# A\n", "1:1"},
		"no hyphens above, a list within": {"summary: A\nkey_concepts:\n- One\n---\n# A\n", "1:1"},
		"no hyphens above a title alone":  {"title: A\n---\n\nText.\n", "1:1"},
		"a capital":                       {"\n---\nTitle: A\n---\n# A\n", "2:1"},
	} {
		_, out := read(files{"1-a/lesson.md": c.text}.folder(), false)
		if want := "content/1-a/lesson.md:" + c.place + ": error: these lines look like settings, and would be shown to students [front-matter-lost]"; !strings.HasPrefix(out, want) || strings.Count(out, "error:") != 1 {
			t.Errorf("%s: got\n%s", name, out)
		}
	}
	for _, text := range []string{"Summary: what we do\n---\n\nText.\n", "# A\n\n---\ntitle: A\n---\n", "# A\n\ntitle: A\n", "title: A\n\n# A\n", "---\n\n# A\n", "\n---\n# A: b\n---\n"} {
		if _, out := read(files{"1-a/lesson.md": text}.folder(), false); strings.Contains(out, "front-matter-lost") {
			t.Errorf("%q: got\n%s", text, out)
		}
	}
}

func TestOneBadLessonHidesNoOthersErrors(t *testing.T) {
	_, out := read(files{"1-a/1.md": "x", "1-a/2-b.md": "\xff", "1-a/3-c.md": "---\ntitel: A\n---\n"}.folder(), false)
	for _, want := range []string{"content/1-a/1.md:1:1: error: this lesson has no title", "content/1-a/2-b.md: error: this is not UTF-8", "content/1-a/3-c.md:2:1: error: unknown key `titel`"} {
		wantMessage(t, out, want)
	}
}

func TestIdsOfQuestionsAreUniqueInTheCourse(t *testing.T) {
	const question = "# T\n\n### Reflect: What?\n<!-- {id: what} -->\n"
	_, out := read(files{"1-a/1-one.md": question, "2-b/2-two.md": "\n" + question}.folder(), false)
	wantMessage(t, out, "content/2-b/2-two.md:5:11: error: the id `what` is also used at content/1-a/1-one.md:4 [id-twice]")

	_, out = read(lesson("# T\n\n### Reflect: What?\n\n### Reflect: What?\n").folder(), false)
	wantMessage(t, out, "content/1-a/lesson.md:5:1: error: this question and the one at content/1-a/lesson.md:3 ask the same [id-twice]")
	wantMessage(t, out, "hint: tell them apart by ids, each right below its heading: `<!-- {id: lesson--what-2} -->`")
}

func TestQuestionsPointAtObjectivesOfTheirLesson(t *testing.T) {
	_, out := read(lesson("---\ntitle: T\nobjectives:\n  respond: Respond well.\n---\n\n### Reflect: What?\n<!-- {objective: [respond, respnod]} -->\n").folder(), false)
	if want := "content/1-a/lesson.md:8:28: error: this lesson has no objective `respnod` [objective-unknown]"; !strings.HasPrefix(out, want) {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
	wantMessage(t, out, "hint: did you mean `respond`?")
}

func TestTheFirstObjectiveIsExplained(t *testing.T) {
	_, out := read(files{"1-a/lesson.md": "# A\n\n### Question: Which?\n<!-- {objective: ask} -->\n\n- (x) a\n- ( ) b\n"}.folder(), false)
	wantMessage(t, out, "hint: write it into the settings at the top of the lesson:\n          ---\n          objectives:\n            ask: What students can do then.\n          ---")
}

func TestMinutesAreEstimatedFromWordsAndQuestions(t *testing.T) {
	c := readWell(t, files{
		"1-a/1-long.md":  "# T\n\n" + strings.Repeat("word ", 600) + "\n\n### Reflect: What?\n",
		"1-a/2-said.md":  "---\ntitle: T\nminutes: 12\n---\n",
		"1-a/3-empty.md": "# T\n",
	})
	for i, want := range []int{4, 12, 1} {
		if got := c.Lessons[i].Minutes; got != want {
			t.Errorf("%s takes %d minutes, want %d", c.Lessons[i].URL, got, want)
		}
	}
	if c.Minutes() != 17 || c.Modules[0].Minutes() != 17 || c.Questions() != 1 {
		t.Errorf("the course takes %d minutes, its module %d, with %d questions", c.Minutes(), c.Modules[0].Minutes(), c.Questions())
	}
}

func TestOnlyConfirmedSupportLinesAreShown(t *testing.T) {
	f := lesson(titled)
	f["support.yaml"] = "lines:\n  - name: A line\n    phone: \"1\"\n    confirmed_on: 2026-05-01\n  - name: Another\n    phone: \"2\"\n  - phone: \"3\"\n"
	c, out := read(f.folder(), false)
	wantMessage(t, out, "content/support.yaml:5:11: warning: nobody has confirmed this support line, so students do not see it [support-unconfirmed]")
	wantMessage(t, out, "content/support.yaml:7:5: error: this support line has no name [support-name]")
	if shown := c.Support.Confirmed(); len(shown) != 1 || shown[0].Name.Value != "A line" {
		t.Errorf("shown: %v", shown)
	}
}

func TestAnUnknownObjectiveIsReportedEvenInABrokenQuestion(t *testing.T) {
	_, out := read(files{"1-a/1-b.md": "---\ntitle: T\nobjectives:\n  ask: Ask.\n---\n\n### Question: Which?\n<!-- {objective: aks} -->\n\n- ( ) a\n- ( ) b\n"}.folder(), false)
	wantMessage(t, out, "[key-missing]")
	wantMessage(t, out, "hint: did you mean `ask`?")
}

func TestBrokenSettingsDoNotMakeEveryObjectiveUnknown(t *testing.T) {
	_, out := read(files{"1-a/1-b.md": "---\ntitle: Tea: a story\nobjectives:\n  ask: Ask.\n---\n\n### Question: Which?\n<!-- {objective: ask} -->\n\n- (x) a\n- ( ) b\n"}.folder(), false)
	wantMessage(t, out, "[yaml-colon]")
	if strings.Contains(out, "objective-unknown") {
		t.Errorf("one slip is reported twice:\n%s", out)
	}
}
