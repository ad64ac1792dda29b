package layouts

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// icons are the names that authors write as :name: in lists, and then those
// the pages themselves use.
var icons = strings.Fields(`house people crisis shop healing info compass megaphone basket scales palette book mentor door clock
	heart pin handshake
	check again half note key practice quote care warning tip important caution arrow-right arrow-left arrow-up arrow-down
	menu search home link external close plus minus print download list sun moon phone talk`)

// The icons are drawn by hand; this holds them to one style.
func TestIconsAreOfOneStyle(t *testing.T) {
	const frame = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">`
	drawings, err := Icons(Over(nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range icons {
		if drawings[name] == "" {
			t.Errorf("there is no icon %s, on which authors or the theme rely", name)
		}
	}
	shapes := map[string]string{}
	for name, svg := range drawings {
		if !strings.HasPrefix(svg, frame) || strings.ContainsAny(svg, "\n#") || len(svg) > 350 {
			t.Errorf("%s is not one line of at most 350 bytes in the common frame", name)
		}
		wantNoStyleOfItsOwn(t, name, svg)
		if twin, ok := shapes[svg]; ok {
			t.Errorf("%s and %s are the same drawing", name, twin)
		}
		shapes[svg] = name
	}
}

func wantNoStyleOfItsOwn(t *testing.T, name, svg string) {
	t.Helper()
	for decoder := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := decoder.Token()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				t.Errorf("%s: %v", name, err)
			}
			return
		}
		tag, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range tag.Attr {
			if k := a.Name.Local; k == "id" || k == "style" || strings.HasPrefix(k, "stroke") {
				t.Errorf("%s sets %s, which is icons.css's to say", name, k)
			}
		}
	}
}
