package site

import (
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/layouts"
)

func TestEveryPageSaysWhatItsTemplateIsGiven(t *testing.T) {
	for _, name := range layouts.Pages {
		if views.Pages[name] == nil {
			t.Errorf("nothing is known of what %s.html is given", name)
		}
	}
}

func TestATemplateThatAsksForNothingThatIsThereIsAnError(t *testing.T) {
	for name, c := range map[string]struct{ file, template, want string }{
		"a slip": {"layouts/help.html", "{{define \"main\"}}\n<h1>{{.Titel}}</h1>{{end}}",
			"layouts/help.html:2:7: error: there is no `Titel` here [theme]\n    <h1>{{.Titel}}</h1>{{end}}\n          ^^^^^^\n    hint: did you mean `Title`?"},
		"where no page looks": {"layouts/lesson.html", "{{define \"main\"}}{{if .Draft}}{{.Wrong}}{{end}}{{end}}", "there is no `Wrong` here"},
		"in what is else":     {"layouts/lesson.html", "{{define \"main\"}}{{with .Next}}{{.URL}}{{else}}{{.URL}}{{end}}{{end}}", "there is no `URL` here"},
		"in a range":          {"layouts/lesson.html", "{{define \"main\"}}{{range $i, $o := .Objectives}}{{.Text}}{{$o.ID}}{{$o.Words}}{{end}}{{end}}", "there is no `Words` here"},
		"of the whole":        {"layouts/module.html", "{{define \"main\"}}{{range .Path}}{{.Lessons}}{{$.Number}}{{$.Owner}}{{end}}{{end}}", "there is no `Owner` here"},
		"in another template": {"layouts/module.html", "{{define \"main\"}}{{template \"mine\" .Path}}{{end}}{{define \"mine\"}}{{range .}}{{.Leson}}{{end}}{{end}}", "there is no `Leson` here [theme]"},
		"in brackets":         {"layouts/module.html", "{{define \"main\"}}{{(index .Path 0).Any}}{{if (and .Draft .Title)}}x{{end}}{{end}}", "there is no `Draft` here"},
		"on paper":            {"layouts/parts/paper.html", "{{define \"people\"}}{{.Noone}}{{end}}", "layouts/parts/paper.html:1:22: error: there is no `Noone` here"},
		"no template":         {"layouts/home.html", "{{define \"main\"}}\n\n{{if}}", "layouts/home.html:3:1: error: missing value for if [theme]\n    {{if}}\n    ^^^^^^"},
		"at work":             {"layouts/help.html", "{{define \"main\"}}\n{{icon \"no-such-icon\"}}{{end}}", "layouts/help.html:2:1: error: "},
	} {
		t.Run(name, func(t *testing.T) {
			if said := errorsOf(t, small.with(files{c.file: c.template})); !strings.Contains(said, c.want) {
				t.Errorf("want %s\ngot %s", c.want, said)
			}
		})
	}
}

func TestAllThatIsWrongWithAThemeIsToldAtOnce(t *testing.T) {
	said := errorsOf(t, small.with(files{
		"layouts/help.html": "{{define \"main\"}}{{.One}} {{.Two}}{{end}}", "layouts/home.html": "{{define \"main\"}}{{.Three}}{{end}}",
	}))
	for _, name := range []string{"One", "Two", "Three"} {
		if strings.Count(said, "there is no `"+name+"` here") != 1 {
			t.Errorf("%s is not told once: %s", name, said)
		}
	}
	said = errorsOf(t, small.with(files{"layouts/help.html": "{{define", "layouts/home.html": "{{end}}"}))
	if !strings.Contains(said, "layouts/help.html:1") || !strings.Contains(said, "layouts/home.html:1") {
		t.Errorf("not both files are named: %s", said)
	}
}

// A template that is left to html/template is right, and slow.
func TestTemplatesOfTheThemeAreFollowedByStencils(t *testing.T) {
	var d diag.List
	c := generated(1)
	look := readTheme(c, settings.Read(c, &d), false, &d)
	if look == nil {
		t.Fatal(printed(&d))
	}
	if slow := look.Slow(views); len(slow) > 0 {
		t.Errorf("left to html/template: %q", slow)
	}
}
