package site

import (
	"strings"
	"testing"
)

func TestTwoFilesOfOneNameAreToldBesideOtherMistakes(t *testing.T) {
	course := full.with(files{
		"content/03-tea/01-pot.md": "---\ntitle: A pot\n---\n[Nowhere](none.md)\n\n### Question: Hot?\n\n- ( ) No\n",
		"content/03-tea/leaf.txt":  "A leaf\n", "content/04-tea/leaf.txt": "Another\n",
		"content/04-tea/01-cup.md": "---\ntitle: A cup\n---\nSip.\n",
	})
	l := Open(course.fs(), Options{})
	for l.Check() {
	}
	said := printedAll(l.Problems())
	for _, name := range []string{"[twin-files]", "[twin-pages]", "[link-broken]", "[key-missing]"} {
		if !strings.Contains(said, name) {
			t.Errorf("nobody is told of %s:\n%s", name, said)
		}
	}
}
