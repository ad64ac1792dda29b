package reference

import (
	"html"
	"strings"

	"lectern/internal/once"
)

// rich is a line of text with italics and links.
type rich []run

type run struct {
	text   string
	italic bool
	script string // "sub" or "sup"
	href   string // an http or https address
}

func text(s string) rich {
	if s == "" {
		return nil
	}
	return rich{{text: s}}
}

func emphasised(r rich) rich {
	out := make(rich, len(r))
	for i, one := range r {
		one.italic = !one.italic // italics within italics stand upright
		out[i] = one
	}
	return out
}

func join(parts ...rich) rich {
	var out rich
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// HTML is safe to put into a page whatever the text is.
func (r rich) HTML() string {
	var b strings.Builder
	for _, one := range r {
		s := html.EscapeString(one.text)
		if one.script != "" {
			s = "<" + one.script + ">" + s + "</" + one.script + ">"
		}
		if one.italic {
			s = "<em>" + s + "</em>"
		}
		if one.href != "" {
			s = `<a href="` + html.EscapeString(one.href) + `">` + s + "</a>"
		}
		b.WriteString(s)
	}
	return b.String()
}

func (r rich) String() string {
	var b strings.Builder
	for _, one := range r {
		b.WriteString(one.text)
	}
	return b.String()
}

var (
	// The marks that CSL allows in a title. Those that change nothing in APA
	// (nocase, bold, small capitals) are passed over.
	cslMark = once.Regexp(`</?(?:i|b|sub|sup|sc)>|<span (?:class="nocase"|style="font-variant: ?small-caps;?")>|</span>`)
	// pandoc writes the same as Markdown.
	pandocNoCase = once.Regexp(`\[([^\[\]]*)\]\{\.nocase\}`)
	pandocItalic = once.Regexp(`\*([^*\s](?:[^*]*[^*\s])?)\*`)
)

// marked reads a title with the marks that reference managers put into it.
// Any other mark-up is text.
func marked(title string) rich {
	title = pandocNoCase.ReplaceAllString(title, "$1")
	title = pandocItalic.ReplaceAllString(title, "<i>$1</i>")
	var out rich
	var now run
	add := func(s string) {
		if s != "" {
			now.text = s
			out = append(out, now)
		}
	}
	from := 0
	for _, at := range cslMark.FindAllStringIndex(title, -1) {
		add(title[from:at[0]])
		from = at[1]
		switch mark := title[at[0]:at[1]]; mark {
		case "<i>", "</i>":
			now.italic = mark == "<i>"
		case "<sub>", "<sup>":
			now.script = mark[1:4]
		case "</sub>", "</sup>":
			now.script = ""
		}
	}
	add(title[from:])
	return out
}

func plainText(title string) string { return strings.TrimSpace(marked(title).String()) }

// sentences joins the elements of an entry, each ended by a full stop unless
// it ends in a mark of its own.
func sentences(elements ...rich) rich {
	var out rich
	for _, e := range elements {
		if len(e) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, run{text: " "})
		}
		out = append(out, e...)
		if !endsSentence(e.String()) {
			out = append(out, run{text: "."})
		}
	}
	return out
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…")
}
