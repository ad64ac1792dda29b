package reference

import (
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/source"
)

func TestFormsOfTheFile(t *testing.T) {
	const one = "id: a\n  type: book\n  title: T\n"
	for name, text := range map[string]string{
		"a list":              "- " + one,
		"a key that holds it": "references:\n- " + one,
		"with other keys":     "nocite: '@*'\nreferences:\n- " + one,
		"between dashes":      "---\nreferences:\n- " + one + "...\n",
		"as pandoc writes it": "---\nreferences:\n- " + one + "---\n\nSome text.\n",
		"Windows lines":       strings.ReplaceAll("- "+one, "\n", "\r\n"),
	} {
		if got := strings.Join(library(t, text).Keys(), " "); got != "a" {
			t.Errorf("%s: the works are %q", name, got)
		}
	}
	for name, text := range map[string]string{"empty": "", "a comment": "# none yet\n", "no works": "references:\n", "an empty list": "[]\n"} {
		if got := library(t, text).Keys(); len(got) != 0 {
			t.Errorf("%s: the works are %q", name, got)
		}
	}
}

func TestMessagesNameThePlaceAndTheFix(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no id", "- type: book\n  title: T\n", `references.yaml:1:3: error: this reference has no id [reference-id]
    - type: book
      ^
    hint: add a line such as ` + "`id: tracy2016`" + `; a lesson then cites it as [@tracy2016]
`},
		{"an id with a space", "- id: tracy 2016\n  type: book\n  title: T\n", "references.yaml:1:7: error: the id `tracy 2016` holds a character that a citation cannot [reference-id]\n" + `    - id: tracy 2016
          ^^^^^^^^^^
    hint: use letters, digits and - _ . : /
`},
		{"an id used twice", "- id: a\n  type: book\n  title: T\n- id: a\n  type: book\n  title: U\n", "references.yaml:4:7: error: the id `a` is used twice [reference-duplicate]\n" + `    - id: a
          ^
    hint: it is first used on line 1; give this reference another id, or remove it
`},
		{"a misspelt type", "- id: a\n  type: artcle-journal\n  title: T\n", "references.yaml:2:9: error: unknown type `artcle-journal` [reference-type]\n" + `      type: artcle-journal
            ^^^^^^^^^^^^^^
    hint: did you mean ` + "`article-journal`?\n"},
		{"another type", "- id: a\n  type: something\n  title: T\n", "references.yaml:2:9: error: unknown type `something` [reference-type]\n" + `      type: something
            ^^^^^^^^^
    hint: most works are one of article-journal, book, chapter, report, thesis, webpage
`},
		{"no type", "- id: a\n  title: T\n", "references.yaml:1:7: error: `a` has no type [reference-type]\n" + `    - id: a
          ^
    hint: most works are one of article-journal, book, chapter, report, thesis, webpage
`},
		{"no title", "- id: a\n  type: book\n  title: ' '\n", "references.yaml:1:7: error: `a` has no title [reference-title]\n" + `    - id: a
          ^
    hint: add a line such as ` + "`title: Peer support`\n"},
		{"a misspelt title", "- id: a\n  type: book\n  tilte: T\n", "references.yaml:1:7: error: `a` has no title [reference-title]\n" + `    - id: a
          ^
    hint: it has ` + "`tilte`: did you mean `title`?\n"},
		{"an author in plain text", "- id: a\n  type: book\n  title: T\n  author: Jane Doe\n", "references.yaml:4:11: error: this author is neither a person (`family`, `given`) nor a group (`literal`) [reference-name]\n" + `      author: Jane Doe
              ^^^^^^^^
    hint: for a person write ` + "`family: Tracy` and `given: Kathlene`; for a group, or a person with one name, `literal: City of Vancouver`\n"},
		{"an editor without a family name", "- id: a\n  type: book\n  title: T\n  editor:\n  - given: Jane\n", "references.yaml:5:5: error: this editor is neither a person (`family`, `given`) nor a group (`literal`) [reference-name]\n" + `      - given: Jane
        ^
    hint: for a person write ` + "`family: Tracy` and `given: Kathlene`; for a group, or a person with one name, `literal: City of Vancouver`\n"},
		{"a day nobody can tell", "- id: a\n  type: book\n  title: T\n  issued: 4/5/2001\n", "references.yaml:4:11: error: `issued` is not a date [reference-date]\n" + `      issued: 4/5/2001
              ^^^^^^^^
    hint: write it as ` + "`issued: 2001-04-04`, or with the year alone; leave it out when there is none\n"},
		{"a month that is none", "- id: a\n  type: book\n  title: T\n  accessed: {date-parts: [[2001, 40]]}\n", "references.yaml:4:13: error: `accessed` is not a date [reference-date]\n" + `      accessed: {date-parts: [[2001, 40]]}
                ^
    hint: write it as ` + "`accessed: 2001-04-04`, or with the year alone; leave it out when there is none\n"},
		{"a DOI that is none", "- id: a\n  type: book\n  title: T\n  DOI: www.example.org\n", "references.yaml:4:8: warning: `www.example.org` is not a DOI [reference-doi]\n" + `      DOI: www.example.org
           ^^^^^^^^^^^^^^^
    hint: a DOI begins with 10 and has a slash, such as 10.2147/SAR.S81535
`},
		{"an address that is no link", "- id: a\n  type: book\n  title: T\n  URL: www.example.org\n", "references.yaml:4:8: warning: `www.example.org` is printed without a link [reference-url]\n" + `      URL: www.example.org
           ^^^^^^^^^^^^^^^
    hint: an address begins with https:// or http://
`},
		{"a key of a wrong shape", "- id: a\n  type: book\n  title: T\n  page: [1, 2]\n", "references.yaml:4:9: error: `page` must be a single value, not a list [yaml-type]\n" + `      page: [1, 2]
            ^
`},
		{"no list", "title: My references\n", `references.yaml:1:1: error: a list of references is expected here [reference-list]
    title: My references
    ^
    hint: begin each one with a dash: ` + "`- id: tracy2016`\n"},
		{"text", "references: none\n", `references.yaml:1:13: error: a list of references is expected here [reference-list]
    references: none
                ^^^^
    hint: begin each one with a dash: ` + "`- id: tracy2016`\n"},
		{"text in the list", "- tracy2016\n", `references.yaml:1:3: error: this must be a group of keys, not a single value [yaml-type]
    - tracy2016
      ^^^^^^^^^
`},
		{"a title with a colon", "- id: a\n  type: book\n  title: Peers: a guide\n", `references.yaml:3:10: error: a value with a colon in it needs quotes around it [yaml-colon]
      title: Peers: a guide
             ^^^^^^^^^^^^^^
    hint: write: title: "Peers: a guide"
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := parse(t, c.text); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestEveryFaultIsReportedAndTheWorksStayCitable(t *testing.T) {
	l, messages := parse(t, "- {id: a, type: bok}\n- {id: b, type: book, title: T, author: [Jane]}\n- {type: book}\n- {id: c, type: book, title: T, issued: 1/2/3}\n")
	for _, name := range []string{"reference-type", "reference-title", "reference-name", "reference-id", "reference-date"} {
		if strings.Count(messages, "["+name+"]") != 1 {
			t.Errorf("%s is not reported once in\n%s", name, messages)
		}
	}
	if got := strings.Join(l.Keys(), " "); got != "a b c" {
		t.Errorf("the works are %s", got)
	}
	if got := PlainText(cite(t, l, "@a")); got != "(a, n.d.)" {
		t.Errorf("a work without a title is cited as %s", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{shelf, "references:\n- id: a\n", "- {id: a, issued: {date-parts: [[2001, 4]]}}", "- id: [x]\n  author: {a: b}\n", "- id: a\n  type: book\n  title: '<i>x</sub>*y*'\n  URL: 'javascript:x'\n  DOI: 10.1234/<\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := source.New("references.yaml", data)
		if err != nil {
			return
		}
		l := Parse(file, new(diag.List))
		for _, it := range l.Sorted() {
			checkInert(t, it.HTML())
			for _, narrative := range []bool{false, true} {
				parts, ok := l.Cite(Citation{Keys: []Key{{ID: it.ID}}, Narrative: narrative})
				if !ok {
					t.Fatalf("%q is in the list and cannot be cited", it.ID)
				}
				for _, p := range parts {
					checkInert(t, p.HTML)
				}
			}
		}
	})
}
