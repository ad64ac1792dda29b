package arch

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// naming are the ways to single out one kind of question in Go, templates,
// scripts and styles; KIND stands for its name. The plain word is not among
// them: text, order and match are words of their own.
var naming = []string{
	`[kK]ind\s*[!=]==?\s*["']KIND["']`, // q.Kind == "choice", view.kind === "choice"
	`Name\(\)\s*[!=]=\s*"KIND"`,        // k.Name() == "choice"
	`eq\s+\.Kind\s+"KIND"`,             // in a template
	`template\s+"KIND(?:-answer)?"`,    // in a template
	`kinds\.KIND\b`,                    // Lectern.kinds.choice
	`kinds\[["']KIND["']\]`,            // Lectern.kinds["choice"]
	`data-kind[~|^$*]?=\\?["']?KIND\b`, // in a style, a selector, a template
	`\.(?:q|kind)-KIND\b`,              // a class made of the name
}

func kindNames(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, f := range goFiles(t) {
		if name := path.Base(f.dir); room(f.dir) == kind && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		t.Fatal("there are no kinds of question")
	}
	return names
}

// namesKind matches where text singles one of the kinds out.
func namesKind(kinds []string) *regexp.Regexp {
	any := "(?:" + strings.Join(kinds, "|") + ")"
	return regexp.MustCompile(strings.ReplaceAll(strings.Join(naming, "|"), "KIND", any))
}

func TestNothingOutsideItsFolderNamesAKind(t *testing.T) {
	named := namesKind(kindNames(t))
	err := walk(func(name string, data []byte) error {
		written := slices.Contains([]string{".go", ".html", ".js", ".css"}, path.Ext(name)) && !strings.HasSuffix(name, "_test.go")
		home := room(path.Dir(name))
		if !written || home == kind || home == "quiz/kinds" || home == "test" {
			return nil
		}
		if found := named.FindString(string(data)); found != "" {
			t.Errorf("%s names a kind of question: %s", name, found)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNamingAKindIsNoticed(t *testing.T) {
	named := namesKind([]string{"choice", "text"})
	for _, text := range []string{
		`if q.Base().Kind == "choice" {`, `if (view.kind === 'choice')`, `{{if eq .Kind "choice"}}`, `{{template "choice-answer" .}}`,
		`Lectern.kinds.choice.mark()`, `.q[data-kind=choice]{}`, `<form data-kind="choice">`, `.q-choice .opt{}`,
	} {
		if !named.MatchString(text) {
			t.Errorf("not noticed: %s", text)
		}
	}
	for _, text := range []string{"a choice of words", `input[type="text"]`, `"text/css"`, "Lectern.kinds[form.dataset.kind]", `data-kind="{{.Kind}}"`, "// implementers: choice and text"} {
		if found := named.FindString(text); found != "" {
			t.Errorf("taken for a kind: %s in %s", found, text)
		}
	}
}
