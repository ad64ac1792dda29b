package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"path"
	"strings"
	"testing"

	"lectern/internal/theme"
)

func TestACourseCanBeInstalled(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	var m installable
	if err := json.Unmarshal(s.find(installFile), &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != s.Config.Title.Value || m.ShortName == "" || m.Lang != "en" || m.Display != "minimal-ui" {
		t.Errorf("it says %+v", m)
	}
	// Browsers read them from where the file lies: its folder is the site.
	if s.find(m.StartURL) == nil || m.Scope != "./" {
		t.Errorf("it starts at %q in %q", m.StartURL, m.Scope)
	}
	purposes := map[string]bool{}
	for _, icon := range m.Icons {
		purposes[icon.Purpose+" "+icon.Sizes] = true
		drawn, err := png.Decode(bytes.NewReader(s.find(icon.Src)))
		if err != nil {
			t.Fatalf("%s: %v", icon.Src, err)
		}
		side := drawn.Bounds().Dx()
		if drawn.Bounds() != image.Rect(0, 0, side, side) || icon.Sizes != fmt.Sprintf("%dx%d", side, side) {
			t.Errorf("%s is %v, want %s", icon.Src, drawn.Bounds(), icon.Sizes)
		}
	}
	for _, want := range []string{"any 192x192", "any 512x512", "maskable 512x512"} {
		if !purposes[want] {
			t.Errorf("there is no icon %s", want)
		}
	}
	for _, f := range s.Files {
		isSheet := strings.HasPrefix(f.Path, printDir) // paper is not installed
		if path.Ext(f.Path) == ".html" && !isSheet && !bytes.Contains(f.Data, []byte(`<link rel="manifest" href="`+root(f.Path)+installFile+`">`)) {
			t.Errorf("%s does not lead to %s", f.Path, installFile)
		}
	}
}

func TestABrowsersColoursAreThoseOfTheTokens(t *testing.T) {
	for tokens, want := range map[string]theme.Colours{
		":root{--surface:#ABCDEF}@media (prefers-color-scheme:dark){:root{--surface: #123456}}": {Light: "#ABCDEF", Dark: "#123456"},
		":root{--surface:white}": {},
	} {
		s := mustBuild(t, full.with(files{"layouts/styles/tokens.css": tokens}).fs(), Options{})
		page := string(s.find("help.html"))
		if got := strings.Contains(page, "theme-color"); got != (want != theme.Colours{}) || !strings.Contains(page, want.Light) || !strings.Contains(page, want.Dark) {
			t.Errorf("%s: theme-color is there: %v", tokens, got)
		}
	}
}
