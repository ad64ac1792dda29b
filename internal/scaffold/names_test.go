package scaffold_test

import (
	"strings"
	"testing"

	"lectern/internal/scaffold"
)

func TestCoursesAreNamedByWhatWasTyped(t *testing.T) {
	for words, want := range map[string][2]string{
		"Making tea: a start": {"making-tea-a-start", "Making tea: a start"},
		"making-tea":          {"making-tea", "Making tea"},
		"Making-Tea":          {"making-tea", "Making-Tea"},
		"ᐃᓄᒃᑎᑐᑦ":              {"ᐃᓄᒃᑎᑐᑦ", "ᐃᓄᒃᑎᑐᑦ"},
		"con":                 {"con-page", "con"}, // the name of a device elsewhere
		"???":                 {"", "???"},
	} {
		if folder, title := scaffold.FolderName(words), scaffold.TitleOf(words); folder != want[0] || title != want[1] {
			t.Errorf("%q is the course %q in %q, want %q", words, title, folder, want)
		}
	}
	if name := scaffold.FolderName(strings.Repeat("tea ", 1000)); len(name) > 80 {
		t.Errorf("a name of %d bytes", len(name))
	}
}
