package diagram

import (
	"strings"
	"testing"
)

// In these sources ‸ marks the place that the message must name.
func TestEveryErrorNamesItsPlace(t *testing.T) {
	long := strings.Repeat("é", maxRunes+1)
	for _, c := range []struct{ kind, source, text string }{
		{"wheel", "‸T\n- a\n- b", `there is no diagram called "wheel"`},
		{"rings", "‸", "this diagram is empty"},
		{"rings", "‸\n \n", "this diagram is empty"},
		{"rings", "\n ‸T\n", "this diagram has a title and nothing to draw"},
		{"rings", "\n  ‸- a\n- b", "this diagram has no title"},
		{"rings", "T\r\n- a\r\n  ‸and b\r\n", "this line is neither the title nor an item"},
		{"rings", "T\n- a\n‸-b", "this line is neither the title nor an item"},
		{"rings", "T\n- ‸a", "one circle alone shows nothing"},
		{"rings", "T\n- a\n‸-", "there is nothing written here"},
		{"rings", "T\n- a\n-‸ / c", "there is nothing written here"},
		{"rings", "T\n- a\n- b /‸ / c", "there is nothing written here"},
		{"rings", "T\n- a\n- b ‸/", "there is nothing written here"},
		{"rings", "T\n- a\n- b / ‸" + long, "this has 121 characters, and a picture has room for 120"},
		{"rings", "‸" + long + "\n- a\n- b", "this has 121 characters, and a picture has room for 120"},
		{"rings", "T\n- a\n- \xff / ‸" + long, "this has 121 characters, and a picture has room for 120"},
		{"rings", "T\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- ‸7\n- 8", "a picture has room for 6 rings, the centre among them"},
		{"rings", "T\n- a\n- " + strings.Repeat("a / ", maxSegments) + "‸b / c", "a ring has room for 12 segments"},
		{"pathway", "T\n" + strings.Repeat("- a\n", maxParts) + "- ‸b\n- c", "this diagram has more than 40 parts"},
		{"pathway", "T\n- ‸a", "one step alone is not a pathway"},
		{"pathway", "T\n- a <-> ‸<-> b", "there is nothing written here"},
		{"pathway", "T\n- a <-> b <-‸>\n- c", "there is nothing written here"},
		{"pathway", "T\n- a <-> ‸b -> c", "this arrow is not one a pathway knows"},
	} {
		want := strings.Index(c.source, "‸")
		source := strings.Replace(c.source, "‸", "", 1)
		d, problem := Draw(c.kind, source, "d")
		if problem == nil {
			t.Errorf("%s %q: drawn, want %q", c.kind, source, c.text)
			continue
		}
		if problem.Text != c.text || problem.Offset != want || problem.Hint == "" || d != (Drawing{}) {
			t.Errorf("%s %q:\n got %q at %d (%q)\nwant %q at %d", c.kind, source, problem.Text, problem.Offset, problem.Hint, c.text, want)
		}
	}
}

func TestMessagesAreLowerCaseWithoutFullStop(t *testing.T) {
	for _, source := range []string{"", "T", "- a", "T\nb", "T\n- a", "T\n-", "T\n- a ->"} {
		_, problem := Draw("pathway", source, "d")
		if problem == nil {
			t.Fatalf("%q is drawn", source)
		}
		for _, text := range []string{problem.Text, problem.Hint, problem.Error()} {
			if strings.HasSuffix(text, ".") || text[0] < 'a' || text[0] > 'z' {
				t.Errorf("%q", text)
			}
		}
	}
}

func TestBlankLinesSpacesAndLineEndsMeanNothing(t *testing.T) {
	plain := draw(t, "rings", "Title\n- a\n- b / c")
	for _, source := range []string{"Title\r\n- a\r\n- b / c\r\n", "\n\n  Title \n\n - a  \n\t-  b  /  c\n\n"} {
		if draw(t, "rings", source) != plain {
			t.Errorf("%q is drawn another way", source)
		}
	}
}

func TestASlashInsideAWordPartsNothing(t *testing.T) {
	if d := draw(t, "rings", "T\n- a\n- and/or / c"); !strings.Contains(d.List, "<li>and/or</li>") {
		t.Errorf("%s", d.List)
	}
}
