package diag_test

import (
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/source"
)

func at(start, end int) source.Range { return source.Range{Start: start, End: end} }

func printed(d *diag.List) string {
	var b strings.Builder
	d.Print(&b)
	return b.String()
}

func file(t *testing.T, name, text string) *source.File {
	t.Helper()
	f, err := source.New(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestMessageShowsItsLineACaretAndAHint(t *testing.T) {
	var d diag.List
	d.Error(file(t, "a.md", "one\ntwo three\n"), at(8, 13), "name", "what is wrong", "how to mend it;\nor so")
	want := `a.md:2:5: error: what is wrong [name]
    two three
        ^^^^^
    hint: how to mend it;
          or so
`
	if got := printed(&d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSeverityAndCaretHaveColoursOfTheirOwn(t *testing.T) {
	var d diag.List
	d.Error(file(t, "a.md", "one\n"), at(0, 3), "name", "wrong", "")
	d.Warn(file(t, "a.md", "one\n"), at(1, 3), "name", "weak", "so")
	var b strings.Builder
	d.PrintIn(&b, diag.Colours{Error: "<e>", Warning: "<w>", Caret: "<c>", End: "</>"})
	want := "a.md:1:1: <e>error</>: wrong [name]\n    one\n    <c>^^^</>\na.md:1:2: <w>warning</>: weak [name]\n    one\n     <c>^^</>\n    hint: so\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestCaretStandsBelowTheWordsItMeans(t *testing.T) {
	for name, c := range map[string]struct {
		line       string
		start, end int
		want       string
	}{
		"wide characters":    {"日本 x", 7, 8, "    日本 x\n         ^\n"},
		"a tab":              {"\tx", 1, 2, "     x\n     ^\n"},
		"nothing":            {"ab", 1, 1, "    ab\n     ^\n"},
		"the end":            {"ab", 2, 9, "    ab\n      ^\n"},
		"an empty line":      {"", 0, 0, "    \n"},
		"a terminal's codes": {"a\x1b[31mb", 0, 1, "    a\ufffd[31mb\n    ^\n"},
		"a long line":        {strings.Repeat("a", 200) + "X" + strings.Repeat("b", 200), 200, 201, "    …" + strings.Repeat("a", 50) + "X" + strings.Repeat("b", 50) + "…\n" + strings.Repeat(" ", 55) + "^\n"},
		"long words":         {strings.Repeat("a", 200), 0, 200, "    " + strings.Repeat("a", 50) + "…\n    " + strings.Repeat("^", 50) + "\n"},
	} {
		var d diag.List
		d.Error(file(t, "a.md", c.line), at(c.start, c.end), "n", "t", "")
		if _, got, _ := strings.Cut(printed(&d), "\n"); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestMessagesAreSortedAndToldOnce(t *testing.T) {
	a, b := file(t, "a.md", "xyz\n"), file(t, "b.md", "xyz\n")
	var d diag.List
	d.Error(b, at(0, 1), "n", "fourth", "")
	d.Warn(a, at(2, 3), "n", "third", "")
	d.Error(a, at(2, 3), "n", "second", "")
	d.Error(a, at(0, 1), "n", "first", "")
	d.Error(a, at(0, 1), "n", "first", "")
	d.ErrorIn("c.yaml", "n", "fifth", "")
	var got []string
	for _, m := range d.Sorted() {
		got = append(got, m.Text)
	}
	if want := "first second third fourth fifth"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if !d.Failed() || d.Count(diag.Warning) != 1 {
		t.Errorf("failed %v, %d warnings", d.Failed(), d.Count(diag.Warning))
	}
	d.Drop(func(m diag.Message) bool { return m.Severity == diag.Error })
	if d.Failed() || len(d.Sorted()) != 1 {
		t.Error("dropped messages are still there")
	}
}

func TestNearWordsAreSuggested(t *testing.T) {
	known := []string{"objectives", "owner", "title"}
	for word, want := range map[string]string{
		"objective": "objectives", "Titel": "title", "onwer": "owner", "colour": "", "x": "", strings.Repeat("title", 50): "",
	} {
		if got := diag.Nearest(word, known); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
	for word, want := range map[string]string{"titel": "did you mean `title`?", "zzzzz": "known here: objectives, owner, title"} {
		if got := diag.DidYouMean(word, known); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
	if got := diag.DidYouMean("x", nil); got != "" {
		t.Errorf("nothing is known, but %q is said", got)
	}
}
