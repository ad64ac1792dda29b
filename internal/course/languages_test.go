package course_test

import (
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/course"
	"lectern/internal/diag"
)

func TestSlipsInTranslationsAreExplained(t *testing.T) {
	messages := map[string]string{}
	archive, err := txtar.ParseFile("testdata/translations.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		messages[f.Name] = string(f.Data)
	}
	one := func(old, new string) files { return twice.sub(t, "1-a/1-one.fr.md", old, new) }
	for name, f := range map[string]files{
		"an objective is missing": one("do: Le faire, ", ""),
		"an objective is new":     one("do: Le faire,", "do: Le faire, doo: Faire,"),
		"no content note":         one("content_note: Parle de deuil.\n", ""),
		"settings are missing":    one("objectives: {do: Le faire, see: Le voir.}\nkey_concepts: [C'est là.]\n", ""),
		"no title":                one("title: Un\n", ""),
		"an unknown id":           one("deux?\n", "deux?\n<!-- {id: which-on} -->\n"),
		"the same id twice":       one("deux?\n", "deux?\n<!-- {id: which-one} -->\n").sub(t, "1-a/1-one.fr.md", "Quoi?\n", "Quoi?\n<!-- {id: which-one} -->\n"),
		"another kind":            one("- (x) Celui-ci\n- ( ) Celui-là\n", "- = ceci\n"),
		"a question too many":     one("## Quiz", "### Reflect: Et vous?\n\n## Quiz"),
		"a question is missing":   one("### Question: Quoi?\n\n- = ceci\n", ""),
		"one that is known is":    one("### Question: Lequel?\n\n- (x) Celui-ci\n- ( ) Celui-là\n", "").sub(t, "1-a/1-one.fr.md", "deux?\n", "deux?\n<!-- {id: which-one} -->\n").sub(t, "1-a/1-one.fr.md", "Quoi?\n", "Quoi?\n<!-- {id: one--what} -->\n"),
		"no quiz":                 one("## Quiz: Fin", "## Fin"),
		"another quiz":            one("### Question: Lequel?\n\n- (x) Celui-ci\n- ( ) Celui-là\n\n## Quiz: Fin\n", "## Quiz: Fin\n\n### Question: Lequel?\n\n- (x) Celui-ci\n- ( ) Celui-là\n"),
		"a term is missing":       twice.sub(t, "glossary.md", "along.\n", "along.\n\nTea\n: Hot.\n"),
		"a broken question":       one("- (x) Celui-ci", "- ( ) Celui-ci"),
		"no original":             twice.with(files{"1-a/1-on.fr.md": "---\ntitle: Un\n---\n"}),
		"no original near":        twice.with(files{"2-b/index.fr.md": "Texte.\n", "2-b/1-three.md": "# Three\n", "2-b/1-three.fr.md": "# Trois\n"}),
		"its own language":        twice.with(files{"1-a/2-two.en.md": "---\ntitle: Two\n---\n"}),
		"own references":          twice.with(files{"references.yaml": "[]", "references.fr.yaml": "[]"}),
		"a module of that name":   twice.with(files{"3-fr/1-x.md": "# X\n", "3-fr/1-x.fr.md": "# X\n"}),
	} {
		t.Run(name, func(t *testing.T) {
			_, _, said := inFrench(f, false)
			if want := messages[name]; said != want {
				t.Errorf("got\n%s\nwant\n%s", said, want)
			}
		})
	}
}

func TestANameThatOnlyLooksLikeALanguageIsALesson(t *testing.T) {
	c, out := read(files{"1-a/what.is.md": "# What is it\n", "1-a/README.fr.md": "For us.\n", "1-a/notes.old.txt": "x"}.folder(), false)
	if out != "" {
		t.Fatal(out)
	}
	wantEqual(t, "the lessons", urls(c), []string{"a/what-is.html"})
	var d diag.List
	folder := course.Find(twice.with(files{"1-a/README.md": "For us.", "1-a/README.fr.md": "Pour nous.", "1-a/what.is.md": "# What\n", "1-a/what.is.fr.md": "# Quoi\n"}).folder(), "en", nil, &d)
	if !slices.Equal(folder.Languages, []string{"fr"}) || len(d.Sorted()) > 0 {
		t.Errorf("the languages are %q", folder.Languages)
	}
}
