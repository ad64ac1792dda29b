package diagram

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// icons are the names that authors write as :name: in lists, and then those the pages themselves use.
var icons = strings.Fields(`house people crisis shop healing info compass megaphone basket scales palette book mentor door clock
	heart pin handshake
	check again half note key practice quote care warning tip important caution arrow-right arrow-left arrow-up arrow-down
	menu search home link external close plus minus print download list sun moon phone`)

// The icons are drawn by hand, in layouts/icons; this holds them to one style.
func TestIconsAreOfOneStyle(t *testing.T) {
	const frame = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">`
	files, _ := filepath.Glob("../../layouts/icons/*.svg")
	if len(files) < len(icons) {
		t.Errorf("%d icons, and authors and the theme rely on %d", len(files), len(icons))
	}
	for _, name := range icons {
		if _, err := os.Stat("../../layouts/icons/" + name + ".svg"); err != nil {
			t.Error(err)
		}
	}
	shapes := map[string]string{}
	for _, file := range files {
		name := filepath.Base(file)
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		svg, _ := strings.CutSuffix(string(text), "\n")
		if !strings.HasPrefix(svg, frame) || strings.ContainsAny(svg, "\n#") || len(text) > 350 {
			t.Errorf("%s is not one line of at most 350 bytes in the common frame", name)
		}
		tags, err := elements(svg)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, tag := range tags {
			for _, a := range tag.Attr {
				if k := a.Name.Local; k == "id" || k == "style" || strings.HasPrefix(k, "stroke") {
					t.Errorf("%s sets %s, which is icons.css's to say", name, k)
				}
			}
		}
		if twin, ok := shapes[svg]; ok {
			t.Errorf("%s and %s are the same drawing", name, twin)
		}
		shapes[svg] = name
	}
}
