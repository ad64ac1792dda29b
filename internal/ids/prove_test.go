package ids_test

import (
	"bytes"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/ids"
)

const (
	good    = "# Good\n\n### Reflect: What?\n"
	useless = "# Useless\n\n### Reflect: What?\n<!--\nid: >-\n-->\n"
)

func TestFileThatCannotBeChangedSafelyIsReportedAndLeftOut(t *testing.T) {
	changes, messages := open(t, map[string]string{"1-a/1-good.md": good, "1-a/2-useless.md": useless}).change(t)
	if len(changes) != 1 || changes[0].Path != "content/1-a/1-good.md" {
		t.Errorf("to be written: %+v", changes)
	}
	const want = "content/1-a/2-useless.md: error: ids cannot be put into this file without changing something else, so it is left alone [id-by-hand]\n" +
		"    hint: write them in yourself; when lectern tried, the course had an error: the settings could not be read from here: did not find expected comment or line break\n" +
		"          line 3: `id: useless--what`\n"
	if messages != want {
		t.Errorf("got\n%s\nwant\n%s", messages, want)
	}
}

// What edits would do if they were wrong: each is noticed, and what is right
// is written all the same.
func TestChangesThatDoMoreThanTheyShouldAreNoticed(t *testing.T) {
	for name, c := range map[string]struct{ from, to, reason string }{
		"another id":      {"{id: other--what}", "{id: new}", "the question `other--what` did not keep its id"},
		"no id":           {" {id: other--what} ", " ", "the question `other--what` did not keep its id"},
		"a lost question": {"### Reflect: What?", "### What?", "questions were lost"},
		"other words":     {"Text.", "Words.", "the page a/other.html changed"},
		"a warning":       {"Text.", "Text.\n\n[link]()", "the course had another warning: this link leads nowhere"},
		"an error":        {"Text.", "![](x.png)", "the course had an error: this picture has no description for people who cannot see it"},
	} {
		folder := open(t, map[string]string{"1-a/1-good.md": good, "1-a/2-other.md": "# Other\n\n### Reflect: What?\nText.\n"})
		changes := folder.mustChange(t)
		changes[1].New = bytes.Replace(changes[1].New, []byte(c.from), []byte(c.to), 1)
		var d diag.List
		left := folder.prove(changes, &d)
		if len(left) != 1 || left[0].Path != "content/1-a/1-good.md" {
			t.Errorf("%s: to be written: %+v", name, left)
		}
		if want := "content/1-a/2-other.md: error: ids cannot"; !strings.HasPrefix(printed(&d), want) || !strings.Contains(printed(&d), "when lectern tried, "+c.reason+"\n") {
			t.Errorf("%s: got\n%s", name, printed(&d))
		}
	}
}

func TestFileThatWasChangedSinceItWasReadIsLeftOut(t *testing.T) {
	folder := open(t, map[string]string{"1-a/1-good.md": good, "1-a/2-other.md": good})
	missing := ids.Missing(folder.built.Course)
	folder.put("content/1-a/1-good.md", []byte(good+"More.\n"))
	delete(folder.files, "content/1-a/2-other.md")
	var d diag.List
	if changes := ids.Changes(folder.files, missing, &d); len(changes) != 0 {
		t.Errorf("to be written: %+v", changes)
	}
	const want = "content/1-a/1-good.md: error: this file was changed while it was read, so it is left alone [file-changed]\n" +
		"    hint: run `lectern ids` again\n" +
		"content/1-a/2-other.md: error: this file cannot be read: "
	if got := printed(&d); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestControlCharactersAreNotShown(t *testing.T) {
	changes := open(t, map[string]string{"1-a/lesson.md": "# T\n\n### Reflect: \x1b[31mWhat?\n"}).mustChange(t)
	var shown strings.Builder
	changes[0].Edits[0].Show(&shown)
	if strings.Contains(shown.String(), "\x1b") || !strings.Contains(shown.String(), "What?") {
		t.Errorf("shown: %q", shown.String())
	}
}

func TestSettingsAreReadWhereHTMLIsOff(t *testing.T) {
	folder := open(t, map[string]string{"1-a/lesson.md": "# T\n\n### Reflect: What?\nText.\n"})
	folder.put("site.yaml", []byte("title: T\nmarkdown: {html: false}\n"))
	folder.build(t)
	folder.write(folder.mustChange(t))
	if all, derived := folder.questions(t); derived != 0 || len(all) != 1 || all[0] != "lesson--what" {
		t.Errorf("ids are %q, %d of them derived", all, derived)
	}
}
