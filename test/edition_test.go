package test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// ledPart is what a page of the facilitator's edition shows to nobody else.
var (
	ledPart  = regexp.MustCompile(`(?s)<div class="note note-(?:facilitator|discussion|role-play)".*?</div>`)
	sentence = regexp.MustCompile(`>([^<>&]{25,})<`)
)

func TestNoByteOfTheStudentsEditionIsForFacilitators(t *testing.T) {
	website.EachLed(t, func(t *testing.T, led, students *website.Site) {
		var secrets []string
		for _, page := range led.Pages(t) {
			text, err := os.ReadFile(filepath.Join(led.Dir, page))
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range ledPart.FindAll(text, -1) {
				for _, m := range sentence.FindAllSubmatch(part, -1) {
					secrets = append(secrets, string(m[1]))
				}
			}
		}
		if led.Name == "small-led" && len(secrets) < 5 {
			t.Fatalf("the facilitator's edition shows only %q", secrets)
		}
		err := fs.WalkDir(os.DirFS(students.Dir), ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(filepath.Join(students.Dir, name))
			for _, secret := range secrets {
				if bytes.Contains(data, []byte(secret)) {
					t.Errorf("%s says %q", name, secret)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestFacilitatorsEditionIsValidAndHasNoDeadLink(t *testing.T) {
	website.EachLed(t, func(t *testing.T, led, _ *website.Site) {
		var files []string
		for _, page := range led.Pages(t) {
			files = append(files, filepath.Join(led.Dir, filepath.FromSlash(page)))
		}
		for _, fault := range website.Validate(t, files) {
			t.Error(fault)
		}
		for _, broken := range website.BrokenLinks(t, led.Dir) {
			t.Error(broken)
		}
	})
}

func TestFacilitatorsPagesPassAxe(t *testing.T) {
	website.EachLed(t, func(t *testing.T, led, _ *website.Site) {
		host := website.Serve(t, led.Dir)
		tab := browser.Open(t, browser.Look{})
		for _, page := range append([]string{"index.html", led.Lessons(t)[0]}, facilitators(led.Pages(t))...) {
			tab.Visit(host.URL + page)
			for _, look := range []browser.Look{{Width: 1280}, {Width: 320, Dark: true}, {Width: 320, ForcedColours: true}} {
				tab.Change(look)
				tab.WantNoFindings(page + ", " + look.String())
				if wide := tab.Sideways(); wide != "" {
					t.Errorf("%s, %s: %s", page, look, wide)
				}
			}
		}
	})
}

func facilitators(pages []string) (own []string) {
	for _, page := range pages {
		if strings.HasPrefix(page, "facilitator/") {
			own = append(own, page)
		}
	}
	return own
}

// With a script the answers would be folded away until a student asks.
func TestAnswersCanBeReadOutWithAndWithoutScript(t *testing.T) {
	website.EachLed(t, func(t *testing.T, led, _ *website.Site) {
		for _, look := range []browser.Look{{}, {ScriptOff: true}} {
			tab := browser.Open(t, look)
			tab.Visit(led.FileURL(led.Lessons(t)[0]))
			seen := browser.Eval[int](tab, `[...document.querySelectorAll(".q .answer")].filter(a => a.open && a.offsetHeight > 60).length`)
			all := browser.Eval[int](tab, `document.querySelectorAll(".q .answer").length`)
			if seen != all || all == 0 {
				t.Errorf("%s: %d of %d answers can be read", look, seen, all)
			}
		}
	})
}
