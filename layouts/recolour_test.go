package layouts

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// The fix that a message names must itself be accepted.
func TestTheColourThatAMessageNamesWouldDo(t *testing.T) {
	named := regexp.MustCompile(`would do: "(#[0-9A-F]{6})"`)
	for _, c := range Contrasts {
		for _, ink := range c.Inks {
			said, ok := setDark(t, ink, Builtin().Dark[c.Grounds[0]])
			m := named.FindStringSubmatch(said)
			if ok || m == nil {
				t.Errorf("%s in the colour of its ground: %v, %s", ink, ok, said)
				continue
			}
			if said, ok := setDark(t, ink, m[1]); !ok {
				t.Errorf("%s is named for %s, and refused: %s", m[1], ink, said)
			}
		}
	}
}

func setDark(t *testing.T, token, colour string) (said string, ok bool) {
	t.Helper()
	f, err := source.New("site.yaml", []byte("dark: {"+token+": \""+colour+"\"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var d diag.List
	var own Own
	if !yamlx.Decode(f, f.All(), &own, &d) {
		t.Fatal("it is no YAML")
	}
	_, ok = own.Read(f, Builtin(), &d)
	var b strings.Builder
	d.Print(&b)
	return b.String(), ok
}

// The manual names every colour that can be set.
func TestTheManualNamesEveryColour(t *testing.T) {
	manual, err := os.ReadFile("../docs/manual/content/04-publishing/09-your-own-look.md")
	if err != nil {
		t.Fatal(err)
	}
	for token := range Builtin().Light {
		if !strings.Contains(string(manual), "`"+token+"`") {
			t.Errorf("the manual does not name %s", token)
		}
	}
}
