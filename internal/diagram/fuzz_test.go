package diagram

import (
	"strings"
	"testing"
)

// Any source is either drawn, well formed and free of impossible numbers, or refused with a place inside it.
func FuzzDraw(f *testing.F) {
	for _, source := range []string{model, continuum, "", "T", "- a", "T\n- a\n-", "T\n- \xff\x00 / b\n- </title>",
		"T\n- a\n- ᐃᓄᒃᑎᑐᑦ / ا́ب / 漢字 / 👩🏽‍🌾", "T\n- a->b", "T\n- " + strings.Repeat("w", 120) + "\n- " + strings.Repeat("a / ", 11) + "b"} {
		f.Add("rings", source)
		f.Add("pathway", source)
	}
	f.Fuzz(func(t *testing.T, kind, source string) {
		d, problem := Draw(kind, source, "d1")
		if problem != nil {
			if problem.Offset < 0 || problem.Offset > len(source) || problem.Text == "" || problem.Hint == "" {
				t.Fatalf("%+v for %q", problem, source)
			}
			return
		}
		for _, markup := range []string{d.SVG, d.List} {
			tags, err := elements(markup)
			if err != nil {
				t.Fatalf("%v in %s", err, markup)
			}
			for _, tag := range tags {
				for _, a := range tag.Attr {
					if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
						t.Fatalf("%s=%q for %q", a.Name.Local, a.Value, source)
					}
				}
			}
		}
	})
}
