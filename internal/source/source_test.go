package source_test

import (
	"bytes"
	"errors"
	"testing"

	"lectern/internal/source"
)

func file(t *testing.T, text string) *source.File {
	t.Helper()
	f, err := source.New("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPlacesAreCountedInLinesAndCharacters(t *testing.T) {
	f := file(t, "\ufeffé1\r\n\r\n日本 x\rlast")
	for _, c := range []struct{ offset, line, column int }{
		{0, 1, 1}, {2, 1, 2}, {3, 1, 3}, {4, 2, 1}, {5, 3, 1}, {8, 3, 2}, {12, 3, 4}, {14, 4, 1}, {18, 4, 5}, {99, 4, 5}, {-1, 1, 1},
	} {
		want := source.Position{Line: c.line, Column: c.column}
		if got := f.Position(c.offset); got != want {
			t.Errorf("byte %d is at %v, want %v", c.offset, got, want)
		}
		if back := f.Offset(want); c.offset >= 0 && c.offset <= len(f.Text()) && back != c.offset {
			t.Errorf("%v is byte %d, want %d", want, back, c.offset)
		}
	}
	for n, want := range map[int]string{0: "", 1: "é1", 2: "", 3: "日本 x", 4: "last", 5: ""} {
		if got := f.Line(n); got != want {
			t.Errorf("line %d is %q, want %q", n, got, want)
		}
	}
}

func TestRangesAreCutToTheFile(t *testing.T) {
	f := file(t, "abc")
	for r, want := range map[source.Range]string{{1, 2}: "b", {-5, 99}: "abc", {2, 1}: "", {9, 12}: ""} {
		if got := f.Slice(r); got != want {
			t.Errorf("%v is %q, want %q", r, got, want)
		}
	}
}

func TestFrontMatterIsWhatStandsBetweenTwoLinesOfDashes(t *testing.T) {
	for text, want := range map[string][2]string{
		"---\na: b\n---\nText":   {"a: b\n", "Text"},
		"---  \na: b\n...\nText": {"a: b\n", "Text"},
		"---\n---\nText":         {"", "Text"},
		"---\na: b\n---":         {"a: b\n", ""},
		"Text\n---\na\n---\n":    {"", "Text\n---\na\n---\n"},
		"---- \nText":            {"", "---- \nText"},
		"---":                    {"", "---"},
		"":                       {"", ""},
		"---\na: b\nText":        {"a: b\nText", ""},
		"---\n\na: b\n---\nText": {"\na: b\n", "Text"},
		"---\n\n---\nText":       {"\n", "Text"},
		// A line across the page.
		"---\n\n# A\n\n---\n\nText": {"", "---\n\n# A\n\n---\n\nText"},
		"---\n\nSome text: more.\n": {"\nSome text: more.\n", ""},
		"---\n\n- one\n- two\n":     {"", "---\n\n- one\n- two\n"},
	} {
		f := file(t, text)
		m := f.SplitFrontMatter()
		if got := [2]string{f.Slice(m.YAML), f.Slice(m.Body)}; got != want {
			t.Errorf("%q is parted into %q, want %q", text, got, want)
		}
	}
	if !file(t, "---\na: b\nText").SplitFrontMatter().Open {
		t.Error("settings that never end are not noticed")
	}
}

// A file that let go of its text reads it again when something of it is shown, and
// has its places still when that fails.
func TestFileWithoutItsTextSaysTheSame(t *testing.T) {
	const text = "one\n日本 x\n"
	f := file(t, text)
	kept := bytes.Clone(f.Text())
	f.LetGo(func() ([]byte, error) { return kept, nil })
	if got := f.Position(10); got != (source.Position{Line: 2, Column: 3}) || f.Line(2) != "日本 x" || f.Slice(f.All()) != text {
		t.Errorf("byte 10 is at %v, line 2 is %q, all is %q", got, f.Line(2), f.Slice(f.All()))
	}
	f = file(t, text)
	f.LetGo(func() ([]byte, error) { return nil, errors.New("the disk is gone") })
	if at := f.LineRange(5); at.Start > 5 || at.End < 5 || len(f.Slice(f.All())) != len(text) {
		t.Errorf("of a text that cannot be read byte 5 is in the line %v of %q", at, f.Slice(f.All()))
	}
}
