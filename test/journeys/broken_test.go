package journeys

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

var keyOfTheFirst = regexp.MustCompile(`<script type="application/json">[^<]*</script>`)

func TestOneBrokenQuestionNeverStopsTheOthers(t *testing.T) {
	for name, key := range map[string]string{"cut off": `{"several":`, "empty": ``} {
		t.Run(name, func(t *testing.T) {
			dir := website.Small(t).Copy(t)
			spoil(t, filepath.Join(dir, filepath.FromSlash(firstLesson)), key)
			host := website.Serve(t, dir)
			tab := browser.Open(t, browser.Look{})
			tab.Visit(host.URL + firstLesson)

			next := ask(t, tab, "tray")
			next.choose("Cups", "Spoons")
			next.press("Check my answer")
			want(t, "verdict", next.said()[0], "Yes, that’s it")
			tab.Click(".prose .term")
			want(t, "meanings open", browser.Eval[int](tab, `document.querySelectorAll(".gloss").length`), 1)

			q := ask(t, tab, "warm-first")
			q.wantButtons() // none that does nothing
			tab.Click(q.selector() + " .answer summary")
			if shown := eval[string](q, `form.querySelector(".answer").innerText`); !strings.Contains(shown, "Right: The pot") {
				t.Errorf("the broken question's answer cannot be read: %q", shown)
			}
			if len(tab.Complaints()) == 0 {
				t.Error("nobody would learn that a question is broken")
			}
		})
	}
}

// spoil replaces the key of a page's first question.
func spoil(t *testing.T, page, key string) {
	t.Helper()
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	at := keyOfTheFirst.FindIndex(html)
	if at == nil {
		t.Fatal("the page has no key to spoil")
	}
	spoilt := string(html[:at[0]]) + `<script type="application/json">` + key + `</script>` + string(html[at[1]:])
	if err := os.WriteFile(page, []byte(spoilt), 0o644); err != nil {
		t.Fatal(err)
	}
}
