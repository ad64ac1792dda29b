package site

import (
	"testing"

	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/layouts"
)

// A template that is left to html/template is right, and slow.
func TestTemplatesOfTheThemeAreFollowedByStencils(t *testing.T) {
	var d diag.List
	c := generated(1)
	theme := readTheme(c, settings.Read(c, &d), Options{}, &d)
	if theme == nil {
		t.Fatal(printed(&d))
	}
	for _, name := range layouts.Pages {
		for _, part := range []string{"base", "main"} {
			if !theme.pages.byName[name].Follows(part) {
				t.Errorf("%s of the page %s is left to html/template", part, name)
			}
		}
	}
	for name := range sharedViews {
		if !theme.pages.shared.Follows(name) {
			t.Errorf("%s is left to html/template", name)
		}
	}
}
