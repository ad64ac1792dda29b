package layouts

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// physical are declarations that know left from right, so that a page in a
// language written from right to left would come out wrong: `margin-left`,
// `left`, `text-align:right`, and four lengths of which the second and the
// fourth differ.
var physical = []*regexp.Regexp{
	regexp.MustCompile(`(?:^|[;{\s])((?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[a-z-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:[^;}]*)`),
	regexp.MustCompile(`(?:^|[;{\s])((?:text-align|float|clear)\s*:\s*(?:left|right))`),
}

var shorthand = regexp.MustCompile(`(?:^|[;{\s])((margin|padding|inset|border-width|border-radius|border-color|border-style)\s*:\s*([^;}]*))`)

// exceptions are physical declarations that are right as they are.
var exceptions = map[string]string{
	"border-width:0 3px 3px 0": "an arrow drawn by a corner and turned by a transform, which knows no direction either",
}

func physicalIn(css string) []string {
	var found []string
	for _, p := range physical {
		for _, m := range p.FindAllStringSubmatch(css, -1) {
			found = append(found, strings.TrimSpace(m[1]))
		}
	}
	for _, m := range shorthand.FindAllStringSubmatch(css, -1) {
		parts := lengths(m[3])
		sides := len(parts) == 4 && parts[1] != parts[3]
		corners := m[2] == "border-radius" && (len(parts) == 2 && parts[0] != parts[1] || len(parts) == 4 && (parts[0] != parts[1] || parts[2] != parts[3]))
		if corners || m[2] != "border-radius" && sides {
			found = append(found, strings.TrimSpace(m[1]))
		}
	}
	return found
}

// lengths cuts a value at the blanks that are not inside brackets.
func lengths(value string) []string {
	depth := 0
	return strings.FieldsFunc(strings.TrimSuffix(strings.TrimSpace(value), "!important"), func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return r == ' ' && depth == 0
	})
}

func TestStylesKnowNoLeftAndRight(t *testing.T) {
	used := map[string]bool{}
	for _, pattern := range []string{"layouts/styles/*.css", "quiz/*.css", "quiz/*/*.css"} {
		names, err := fs.Glob(os.DirFS(".."), pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files (%v)", pattern, len(names), err)
		}
		for _, name := range names {
			css, err := os.ReadFile("../" + name)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range physicalIn(string(css)) {
				used[found] = true
				if exceptions[found] == "" {
					t.Errorf("%s: %s", name, found)
				}
			}
		}
	}
	for found := range exceptions {
		if !used[found] {
			t.Errorf("no style says %s any more", found)
		}
	}
}

func TestPhysicalDeclarationsAreNoticed(t *testing.T) {
	css := `a{margin-left:1em;float:right}b{left:0;padding:0 1px 0 calc(2px + 1px)}@media print{c{text-align:left;border-radius:1px 2px}}d{border-left-color:red}`
	if got, want := len(physicalIn(css)), 7; got != want {
		t.Errorf("%d noticed, want %d: %q", got, want, physicalIn(css))
	}
	fine := `a{margin:0 1em;padding:0 1px 2px 1px;inset-inline-start:0;text-align:start;border-inline-start:1px;border-radius:50%;grid-template-areas:"left right"}`
	if got := physicalIn(fine); !slices.Equal(got, nil) {
		t.Errorf("taken for physical: %q", got)
	}
}
