package hostile

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lectern/test/tools"
	"lectern/test/website"
)

// payloads are what becomes markup or script wherever it is written without care: in text, in an attribute with any quotes
// or none, in a comment, in the elements whose text is not text, in script, in JSON, in a style, in an address, in a
// template. Each element of theirs is an <x-evil>, and each script calls evil().
var payloads = []string{
	`<x-evil>`, `<script>evil()</script>`, `<ScRiPt/x>evil()</sCrIpT >`, `<img src=x onerror=evil()>`, `<svg/onload=evil()>`, `<svg><script>evil()</script></svg>`,
	`<x-evil style=x:expression(evil()) onclick=evil() onfocus=evil() autofocus tabindex=1>`, `<iframe srcdoc="<script>parent.evil()</script>"></iframe>`,
	`<math><mtext></mtext><mglyph><style></style><img src=x onerror=evil()>`, `<details open ontoggle=evil()>`, `<base href=//evil.example/>`, `<meta http-equiv=refresh content=0;//evil.example>`,
	`"><x-evil onerror=evil()>`, `'><x-evil>`, "`><x-evil>", `" onmouseover="evil()" x="`, `' onfocus='evil()' autofocus x='`, ` onload=evil() `, `"/><x-evil/>`,
	`--><x-evil>`, `--!><x-evil>`, `<!--`, `<!--><x-evil>`, `]]><x-evil>`, `<![CDATA[<x-evil>]]>`, `<?php evil() ?>`, `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`,
	`</title><x-evil>`, `</textarea><x-evil>`, `</style><x-evil>`, `</noscript><x-evil>`, `</template><x-evil>`, `</script><x-evil>`, `</details></fieldset></form></main><x-evil>`, `<plaintext>`,
	`";evil();//`, `';evil();//`, "`+evil()+`", `${evil()}`, `\";evil();//`, `\u003cx-evil\u003e`, `*/evil();/*`, "\u2028evil()\u2029evil()", `}</style>`, `;}*{background:url(//evil.example)}`,
	`&lt;x-evil&gt;`, `&#60;x-evil&#62;`, `&#x3c;x-evil&#x3e;`, `%3Cx-evil%3E`, "\u00ad\u202e\u2066", `＜x-evil＞`, `javascript:evil()`, `JaVa&#09;ScRiPt&colon;evil()`, `data:text/html,<x-evil>`,
	`{{evil}}`, `{{.Title}}`, `{% evil %}`, `<%= evil() %>`, `#{evil()}`, `__proto__`, `constructor`, `$&`, `\0`,
}

// hostile is all of it; tame is what of it has no sign that parts answers, and fits into a sentence of the interface.
var (
	hostile = strings.Join(payloads, " ")
	tame    = `"'><x-evil><img src=x onerror=evil()>`
)

// inYAML is a text as YAML and JSON write it.
func inYAML(text string) string {
	quoted, _ := json.Marshal(text)
	return string(quoted)
}

// words fills a file in. ALL and TAME stand for the hostile text in Markdown, "ALL" and "TAME" for it in YAML.
var words = strings.NewReplacer(`"ALL"`, inYAML(hostile), `"TAME"`, inYAML(tame), "ALL", strings.ReplaceAll(hostile, "|", ""), "TAME", tame)

const front = "---\ntitle: \"ALL\"\nsummary: \"ALL\"\nobjectives: {see: \"ALL\"}\nkey_concepts: [\"ALL\"]\ncontent_note: \"ALL\"\nowner: \"ALL\"\nreview_by: 2001-01-01\n---\n"

// courseFiles are a course that says it in every text that a course has.
var courseFiles = map[string]string{
	"site.yaml": "title: \"ALL\"\nid: course\nlanguages: {fr: {name: \"ALL\", title: \"ALL\"}}\nreview: {glossary: true}\nmarkdown: {html: false}\n",

	"content/index.md":                 front + "ALL\n",
	"content/index.fr.md":              "---\ntitle: \"ALL\"\nsummary: \"ALL\"\n---\nALL\n",
	"content/01-start/index.md":        "---\ntitle: \"ALL\"\nsummary: \"ALL\"\n---\nALL\n\n> **Facilitator:** ALL\n\n> **Role-play:** TAME\n> ALL\n>\n> - **TAME:** ALL\n",
	"content/01-start/index.fr.md":     "---\ntitle: \"ALL\"\n---\nALL\n",
	"content/01-start/01-prose.md":     front + prose,
	"content/01-start/01-prose.fr.md":  front + "## ALL\n\nALL\n",
	"content/01-start/02-questions.md": front + questions,
	"content/01-start/03-quiz.md":      front + quiz,
	"content/01-start/04-read.md":      front + "ALL\n",
	"content/01-start/a.svg":           `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>evil()</script></svg>`,
	"content/01-start/" + strangeFile:  "a file\n",

	"content/glossary.md":     "Kettle TAME\nOther TAME\n: ALL\n",
	"content/references.yaml": "- {id: work, type: book, title: \"ALL\", author: [{family: \"ALL\", given: \"ALL\"}], issued: \"ALL\", publisher: \"ALL\", URL: \"ALL\", DOI: \"ALL\"}\n",
	"content/support.yaml":    "note: \"ALL\"\nlines:\n  - {name: \"ALL\", for: \"ALL\", phone: \"ALL\", text: \"ALL\", url: \"https://example.org/" + strings.Trim(inYAML(hostile), `"`) + "\", hours: \"ALL\", confirmed_on: 2026-01-01}\n",
}

// strangeFile is the name of a file beside the lessons.
const strangeFile = `it's <x-evil> "onload=evil() &quot; %3C.txt`

const prose = `## ALL

ALL [@work, TAME] kettle is a word. [a link](02-questions.md "TAME") and [a file](<it's \<x-evil\> \"onload=evil() &amp;quot; %253C.txt>). [^note] [term TAME](term:kettle)

[^note]: ALL

![TAME](a.svg "TAME")

> **Note:** ALL

> [!WARNING]
> ALL

> ALL

- :house: ALL
- :shop: ALL

| TAME | TAME |
|---|---|
| TAME | TAME |

Word
: ALL

- [ ] ALL

` + "```html TAME\nALL\n```\n\n```rings\nTAME\n- TAME\n- TAME / TAME\n```\n\n```pathway\nTAME\n- TAME <-> TAME\n- TAME\n```\n"

// sentence is a sentence of the interface with its quotes, or without.
var sentence = regexp.MustCompile(`(?m)^  ([a-z0-9-]+): +(?:"((?:[^"\\]|\\.)*)"|([^"#\n]*?)) *(?:#.*)?$`)

// hostileSentences is the interface in English with the text in every sentence, and in each of its forms.
func hostileSentences(t *testing.T) string {
	t.Helper()
	english, err := os.ReadFile(filepath.Join(tools.Top(t), "layouts", "strings", "en.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	said := sentence.ReplaceAllStringFunc(string(english), func(line string) string {
		n++
		found := sentence.FindStringSubmatch(line)
		said := found[3]
		if found[2] != "" {
			_ = json.Unmarshal([]byte(`"`+found[2]+`"`), &said)
		}
		forms := strings.Split(said, "|")
		for i := range forms {
			forms[i] += tame
		}
		return "  " + found[1] + ": " + inYAML(strings.Join(forms, "|"))
	})
	if n < 200 {
		t.Fatalf("only %d sentences were found", n)
	}
	return said
}

// made is the folder of pages, once they are there.
var made string

// built writes the course and has the real command make its site, once for all tests.
func built(t *testing.T) (dir string) {
	t.Helper()
	if made != "" {
		return made
	}
	dir, err := os.MkdirTemp("", "lectern-hostile-")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"layouts/strings/en.yaml": hostileSentences(t)}
	for name, text := range courseFiles {
		files[name] = words.Replace(text)
	}
	website.WriteAll(t, dir, files)
	website.Build(t, dir)
	made = filepath.Join(dir, "public")
	return made
}
