package site

import (
	"io/fs"
	"strings"
	"testing"

	"lectern/internal/diag"
)

// A course replaces a part of the theme by a file of the same name.
func TestCourseReplacesPartsOfTheTheme(t *testing.T) {
	english := "pages:\n  skip: Straight to the words\n  course: The course\nscript:\n  check: Look at it\n"
	s := mustBuild(t, full.with(files{
		"layouts/help.html":         "{{define \"main\"}}<h1>Our own help: {{.T \"skip\"}} {{icon \"ours\"}} {{icon \"menu\"}}</h1>{{end}}",
		"layouts/parts/lists.html":  "{{define \"lists\"}}<p>our lists</p>{{end}}",
		"layouts/styles/print.css":  "@media print{.ours{color:#123456}}",
		"layouts/styles/own.css":    ".added{color:#654321}",
		"layouts/scripts/page.js":   "window.ours = 'ours alone';",
		"layouts/icons/ours.svg":    `<svg class="icon" viewBox="0 0 24 24"><path d="M1 2z"/></svg>`,
		"layouts/icons/menu.svg":    `<svg class="icon" viewBox="0 0 24 24"><path d="M3 4z"/></svg>`,
		"layouts/strings/en.yaml":   english,
		"content/02-more/02-two.md": "---\ntitle: Two\n---\n- :ours: A card\n- :menu: Another\n",
	}).fs(), Options{})
	for _, c := range []struct{ file, part string }{
		{"help.html", "Our own help: Straight to the words"}, {"help.html", `<path d="M1 2z"/>`}, {"help.html", `<path d="M3 4z"/>`},
		{"start/one.html", "<p>our lists</p>"}, {"start/one.html", "Straight to the words"},
		{"more/two.html", `<path d="M1 2z"/>`}, {s.Style, "#123456"}, {s.Style, "#654321"}, {s.Script, "ours alone"}, {s.Script, "Look at it"},
	} {
		if !strings.Contains(s.page(t, c.file), c.part) {
			t.Errorf("%s has no %s", c.file, c.part)
		}
	}
	for _, c := range []struct{ file, part string }{{s.Script, "overdue"}, {s.Script, "reviewBy"}, {s.Style, "18mm"}} {
		if strings.Contains(s.page(t, c.file), c.part) {
			t.Errorf("%s still has %s of the built-in part", c.file, c.part)
		}
	}
}

func TestBrokenThemeOfACourseIsAnError(t *testing.T) {
	for name, broken := range map[string]string{
		"layouts/help.html":       "{{define \"main\"}}{{.NoSuchThing}}{{end}}",
		"layouts/home.html":       "{{define \"main\"}}{{if}}",
		"layouts/lesson.html":     "{{define \"main\"}}{{icon \"no-such-icon\"}}{{end}}",
		"layouts/scripts/page.js": "function (",
		"layouts/strings/en.yaml": "pages: [",
		"layouts/parts/menu.html": "{{define \"menu\"}}{{.Nothing}}{{end}}",
	} {
		if said := errorsOf(t, small.with(files{name: broken})); !strings.Contains(said, "layouts") {
			t.Errorf("%s: the messages are %q", name, said)
		}
	}
}

// Whoever reads a pipe waits for another program, which may never write.
func TestAPipeInTheThemeOfACourseIsNotRead(t *testing.T) {
	course := small.with(files{"layouts/help.html": "", "layouts/strings/en.yaml": ""}).fs()
	for _, name := range []string{"layouts/help.html", "layouts/strings/en.yaml"} {
		course[name].Mode = fs.ModeNamedPipe
	}
	wantMessages(t, course, "layouts/help.html: unreadable", "layouts/strings/en.yaml: unreadable")
}

// errorsOf builds a course that must not build, and returns what it is told.
func errorsOf(t *testing.T, course files) string {
	t.Helper()
	var d diag.List
	if Build(course.fs(), Options{}, &d) != nil || !d.Failed() {
		t.Error("the course was built")
	}
	return printed(&d)
}
