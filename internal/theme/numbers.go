package theme

import (
	"html/template"
	"strings"

	"lectern/internal/once"
)

// dial is a phone number as a telephone wants it.
func dial(number string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
}

var hyphened = once.Regexp(`\d+(?:-\d+)+`)

// whole is a sentence whose phone numbers stay on one line: a browser breaks
// 9-1-1 after a hyphen, and who needs the number may not see that it goes on.
func whole(sentence string) template.HTML {
	escaped := template.HTMLEscapeString(sentence)
	return template.HTML(hyphened.ReplaceAllString(escaped, `<span class="number">$0</span>`))
}
