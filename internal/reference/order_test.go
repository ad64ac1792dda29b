package reference

import "testing"

func TestTheListIsInAPAOrder(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"letter by letter, case and punctuation passed over", `
- {id: mcauliffe, type: book, title: T, author: [{family: McAuliffe, given: W}]}
- {id: macpherson, type: book, title: T, author: [{family: MacPherson, given: D}]}
- {id: mamdani, type: book, title: T, author: [{family: Mamdani, given: Z}]}
- {id: ohagan, type: book, title: T, author: [{family: O’Hagan, given: M}]}
- {id: ogden, type: book, title: T, author: [{family: Ogden, given: M}]}
- {id: devlin, type: book, title: T, author: [{family: Devlin, given: M}]}
- {id: devries, type: book, title: T, author: [{family: Vries, non-dropping-particle: de, given: M}]}
`, "devlin devries macpherson mamdani mcauliffe ogden ohagan"},
		{"nothing comes before something", `
- {id: browning, type: book, title: T, author: [{family: Browning, given: A}]}
- {id: brownjr, type: book, title: T, author: [{family: Brown, given: J R}]}
- {id: brown2, type: book, title: T, issued: 1990, author: [{family: Brown, given: J}, {family: Zed, given: A}]}
- {id: brown1, type: book, title: T, issued: 2020, author: [{family: Brown, given: J}]}
`, "brown1 brown2 brownjr browning"},
		{"undated, dated, in press; then the title without its article", `
- {id: press, type: book, title: A, issued: in press, author: [{literal: G}]}
- {id: y2000, type: book, title: A, issued: 2000, author: [{literal: G}]}
- {id: bce, type: book, title: A, issued: {date-parts: [[-10]]}, author: [{literal: G}]}
- {id: nd, type: book, title: Z, author: [{literal: G}]}
- {id: nda, type: book, title: The middle, author: [{literal: G}]}
- {id: ndb, type: book, title: Last, author: [{literal: G}]}
`, "ndb nda nd bce y2000 press"},
		{"works without authors stand by their titles", `
- {id: title, type: book, title: A nest}
- {id: group, type: book, title: T, author: [{literal: The Nation}]}
- {id: person, type: book, title: T, author: [{family: Nero, given: A}]}
- {id: quoted, type: book, title: “Never” again}
`, "group person title quoted"},
		{"journals of one year go by title whatever their month", `
- {id: a, type: article-journal, title: Beta, container-title: J, issued: 2000-01, author: [{literal: G}]}
- {id: b, type: article-journal, title: Alpha, container-title: J, issued: 2000-09, author: [{literal: G}]}
- {id: c, type: report, title: Zeta, issued: 2000-02, author: [{literal: G}]}
`, "b a c"},
		{"accents are folded", `
- {id: z, type: book, title: T, author: [{family: Zed, given: A}]}
- {id: e2, type: book, title: T, author: [{family: Éluard, given: B}]}
- {id: e1, type: book, title: T, author: [{family: Eluard, given: A}]}
- {id: e3, type: book, title: T, author: [{family: Emond, given: B}]}
`, "e1 e2 e3 z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(library(t, c.yaml).Sorted()); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestEachLanguageHasItsAlphabet(t *testing.T) {
	l := library(t, `
- {id: a, type: book, title: T, author: [{family: Ärlig, given: A}]}
- {id: z, type: book, title: T, author: [{family: Zed, given: A}]}
`)
	for lang, want := range map[string]string{"en": "a z", "fr": "a z", "sv": "z a", "no such tag": "a z"} {
		if got := ids(l.For(lang, English).Sorted()); got != want {
			t.Errorf("%s: got %s, want %s", lang, got, want)
		}
	}
}

func TestWordsNotGivenAreLeftOut(t *testing.T) {
	l := library(t, "- {id: a, type: book, title: T, edition: 2, issued: 2001-05-06, author: [{literal: G}]}\n")
	it, _ := l.For("", Words{Edition: "ed."}).Item("a")
	if got := it.Text(); got != "G. (2001). T (2 ed.)." {
		t.Errorf("got %s", got)
	}
}

func TestAnotherLanguageGivesItsWords(t *testing.T) {
	l := library(t, `
- {id: chapter, type: chapter, title: Écouter, container-title: La rencontre, edition: 2, page: 1-9, issued: 2010, author: [{family: Roy, given: Anne}, {family: Cyr, given: Bo}, {family: Gagné, given: Éva}], editor: [{family: Doe, given: Jean}, {family: Poe, given: Zoé}]}
- {id: page, type: webpage, title: Le soutien, URL: "https://example.org/", accessed: 2020-04-01}
- {id: report, type: report, title: Les chemins, number: 4, issued: 2001-02-03, author: [{literal: Groupe}, {literal: Ville}]}
- {id: article, type: article-newspaper, title: Un lieu à soi dans le nord, container-title: Le Jour, issued: 2001-02-03}
`).For("fr-CA", WordsIn("fr-CA"))
	for id, want := range map[string][2]string{
		"chapter": {"Roy, A., Cyr, B. et Gagné, É. (2010). Écouter. Dans J. Doe et Z. Poe (dir.), La rencontre (2e éd., p. 1–9).", "(Roy et al., 2010)"},
		"page":    {"Le soutien. (s.d.). Consulté le 1er avril 2020 à l’adresse https://example.org/", "(Le soutien, s.d.)"},
		"report":  {"Groupe et Ville. (2001, 3 février). Les chemins (Rapport no 4).", "(Groupe et Ville, 2001)"},
		"article": {"Un lieu à soi dans le nord. (2001, 3 février). Le Jour.", "(«\u00a0Un lieu à soi\u00a0», 2001)"},
	} {
		it, _ := l.Item(id)
		if got := it.Text(); got != want[0] {
			t.Errorf("\n got %s\nwant %s", got, want[0])
		}
		if got := PlainText(cite(t, l, "@"+id)); got != want[1] {
			t.Errorf("got %s, want %s", got, want[1])
		}
	}
}
