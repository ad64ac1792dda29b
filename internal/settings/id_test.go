package settings

import (
	"regexp"
	"strings"
	"testing"
)

func TestIDIsWhatItsPatternSays(t *testing.T) {
	pattern := regexp.MustCompile(IDPattern)
	for _, s := range []string{
		"", "a", "A-course", "étude-2", "e\u0301", "\u0301e", "a\u0301", "9", "٣", "Ⅷ", "aⅧ", "½", ".a", "a.b_c-d", "-a", "_a", "a b", "a/b", "a\n", "\xff", "a\xff", "a\ufffd", "日本",
		strings.Repeat("é", 100), strings.Repeat("é", 101), "a" + strings.Repeat("\u0301", 99), "a" + strings.Repeat(".", 100),
	} {
		if got, want := isID(s), pattern.MatchString(s); got != want {
			t.Errorf("%q is an id: %v, by its pattern %v", s, got, want)
		}
	}
}
