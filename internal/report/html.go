package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io/fs"
	"slices"

	"lectern/internal/once"
	"lectern/layouts"
)

const htmlMark = `<meta name="generator" content="lectern report">`

//go:embed report.html
var pageText string

//go:embed report.css
var ownStyle string

// style is the whole look of the page: the theme's tokens, and what tables need.
var style = once.Value(func() string {
	tokens, _ := fs.ReadFile(layouts.Over(nil), layouts.TokensFile) // it is embedded, so it is there
	return string(tokens) + ownStyle
})

// styleHash lets the page have its style within itself and nothing else: it is
// one file, opened by double click.
func styleHash() string {
	sum := sha256.Sum256([]byte(style()))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

var pageTemplate = once.Value(func() *template.Template {
	return template.Must(template.New("report").Funcs(functions).Parse(pageText))
})

var functions = template.FuncMap{
	"style":  func() template.CSS { return template.CSS(style()) }, // ours, no author's
	"hash":   styleHash,
	"mark":   func() template.HTML { return htmlMark },
	"asks":   contains,
	"gap":    func(name string) string { return gapWords[name] },
	"kb":     kilobytes,
	"nth":    func(i int) string { return ordinal(i + 1) },
	"spaced": spaced,
	"wide":   share,
	"points": points,
	"count":  plural,
}

// share is how long a bar is, in percent of the longest.
func share(n, of int) int { return 100 * n / max(1, of) }

// view is a report as the page shows it.
type view struct {
	Report
	Heaviest []Page
	Codes    []string // of the languages
	Overdue  int
}

// HTML is the report as one page that needs no other file, no script and no
// server.
func HTML(r Report) []byte {
	v := view{Report: r, Heaviest: r.Pages[:min(len(r.Pages), heaviest)]}
	for _, l := range r.Languages {
		v.Codes = append(v.Codes, l.Code)
	}
	for _, w := range r.Reviews {
		if w.Overdue {
			v.Overdue++
		}
	}
	var out bytes.Buffer
	if err := pageTemplate().Execute(&out, v); err != nil {
		panic("report: " + err.Error()) // the template is ours and is given what it asks for
	}
	return out.Bytes()
}

// Reading is how hard the lesson is to read in a language, for people.
func (l Lesson) Reading(code string) string { return l.reading(code) }

// Most is the largest count of a place.
func (p Places) Most() int { return slices.Max(append([]int{0}, p.At...)) }
