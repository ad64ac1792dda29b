package main

import (
	"html"
	"html/template"
	"regexp"
	"strings"
)

// The parts of a line that have a meaning to Lectern, each with the class it is shown in. The first that fits wins.
var lines = []struct {
	begins *regexp.Regexp
	class  string // of what the first group holds
	rest   string // of what is left
}{
	{regexp.MustCompile(`^(### Question:)`), "key", "head"},
	{regexp.MustCompile(`^(- \(x\))`), "yes", ""},
	{regexp.MustCompile(`^(- \( \))`), "no", ""},
	{regexp.MustCompile(`^(  &gt;)`), "soft", "soft"},
	{regexp.MustCompile(`^(&gt; \*\*[^*]+\*\*)`), "label", ""},
	{regexp.MustCompile(`^(&lt;!--)`), "soft", "soft"},
	{regexp.MustCompile(`^(---)$`), "soft", ""},
	{regexp.MustCompile(`^( *[a-z]+:)`), "setting", ""},
	{regexp.MustCompile(`^(&gt;)`), "soft", ""},
}

var strong = regexp.MustCompile(`\*\*[^*]+\*\*`)

// coloured is a lesson's Markdown as HTML, line by line as it was written.
func coloured(source string) template.HTML {
	var out []string
	for line := range strings.Lines(strings.TrimSpace(source)) {
		out = append(out, colouredLine(html.EscapeString(strings.TrimRight(line, "\n"))))
	}
	return template.HTML(strings.Join(out, "\n"))
}

func colouredLine(line string) string {
	for _, l := range lines {
		if at := l.begins.FindStringSubmatchIndex(line); at != nil {
			return span(l.class, line[:at[3]]) + span(l.rest, line[at[3]:])
		}
	}
	return strong.ReplaceAllString(line, `<span class="head">$0</span>`)
}

func span(class, text string) string {
	if class == "" || text == "" {
		return text
	}
	return `<span class="` + class + `">` + text + `</span>`
}
