package paper

import (
	"iter"
	"strings"

	"golang.org/x/net/html"

	"lectern/internal/once"
)

// tag is a tag as it is written.
type tag struct {
	raw, name string
	kind      html.TokenType
	easy      bool // it is as easyTag wants it
}

// easyTag reads the tag that a text begins with, when it is written as Lectern
// writes them: each attribute after white space, values in double quotes. Nearly
// all are, and asking browsers' rules about them takes long.
func easyTag(source string) (t tag, ok bool) {
	t = tag{kind: html.StartTagToken, easy: true}
	at := 1
	if strings.HasPrefix(source, "</") {
		t.kind, at = html.EndTagToken, 2
	}
	end := at + run(source[min(at, len(source)):], isName)
	if end == at || !isLetter(source[at]) {
		return t, false
	}
	t.name = strings.ToLower(source[at:end])
	c := cursor{source, end}
	for name, more := "", t.kind == html.StartTagToken; more; {
		if name, _, more = c.next(); name != "" && !more {
			return t, false
		}
	}
	rest := source[c.at:]
	switch {
	case strings.HasPrefix(rest, ">"):
		t.raw = source[:c.at+1]
	case strings.HasPrefix(rest, "/>") && t.kind == html.StartTagToken:
		t.raw, t.kind = source[:c.at+2], html.SelfClosingTagToken
	default:
		return t, false
	}
	return t, t.kind == html.EndTagToken || !holdsText[t.name] || isEnded(source[len(t.raw):], t.name)
}

// holdsText are the elements in which nothing is a tag but their end.
var holdsText = map[string]bool{
	"iframe": true, "noembed": true, "noframes": true, "noscript": true, "plaintext": true, "script": true, "style": true, "textarea": true, "title": true, "xmp": true,
}

// isEnded reports whether the next tag is the end of an element that holds text.
func isEnded(rest, name string) bool {
	end := strings.IndexByte(rest, '<')
	return end >= 0 && name != "plaintext" && strings.HasPrefix(rest[end:], "</"+name+">")
}

// cursor goes through the attributes of an easy tag.
type cursor struct {
	source string
	at     int
}

// next is the next attribute. At the end of all there is none; before anything
// that is not easy there is a name without more.
func (c *cursor) next() (name, value string, more bool) {
	space := run(c.source[c.at:], isSpace)
	start := c.at + space
	end := start + run(c.source[start:], isName)
	if end == start {
		c.at = start
		return "", "", false
	}
	name = c.source[start:end]
	if space == 0 {
		return name, "", false
	}
	if c.at = end; !strings.HasPrefix(c.source[end:], "=") {
		return name, "", !strings.HasPrefix(strings.TrimLeft(c.source[end:], " \t\n\f\r"), "=")
	}
	if !strings.HasPrefix(c.source[end:], `="`) {
		return name, "", false
	}
	start = end + len(`="`)
	length := strings.IndexByte(c.source[start:], '"')
	if length < 0 {
		return name, "", false
	}
	c.at = start + length + 1
	return name, c.source[start : start+length], true
}

// run is how many bytes at the beginning are of a sort.
func run(s string, is func(byte) bool) int {
	for i := range len(s) {
		if !is(s[i]) {
			return i
		}
	}
	return len(s)
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isName(c byte) bool {
	return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == ':' || c == '_'
}

// attributes are the names and values of those of an easy start, in order.
func (t tag) attributes() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		c := cursor{t.raw, 1 + len(t.name)}
		for name, value, more := c.next(); more; name, value, more = c.next() {
			if !yield(name, value) {
				return
			}
		}
	}
}

// link is where a link leads, and whether something may lead to the link.
func (t tag) link() (address string, named bool) {
	if !t.easy || strings.ContainsAny(t.raw, "&\r\x00") {
		return linkAsRead(t.raw)
	}
	found := false
	for name, value := range t.attributes() {
		switch name = strings.ToLower(name); {
		case name == "href" && !found: // of two the first counts
			address, found = value, true
		case name == "id":
			named = true
		}
	}
	return address, named
}

// linkAsRead is link as browsers read any tag.
func linkAsRead(raw string) (address string, named bool) {
	in := html.NewTokenizer(strings.NewReader(raw))
	in.Next()
	in.TagName()
	for more := true; more; {
		var key, value []byte
		switch key, value, more = in.TagAttr(); string(key) {
		case "href":
			address = string(value)
		case "id":
			named = true
		}
	}
	return address, named
}

var (
	ids = once.Regexp(`(\s(?:id|for|headers|aria-labelledby|aria-describedby)=["'])([^"']*)`)
	to  = once.Regexp(`((?:\s(?:xlink:)?href=["']|url\()#)`)
)

// prefixed writes the tag with a prefix before every id in it.
func (t tag) prefixed(out *strings.Builder, prefix string) {
	if !t.easy || strings.Contains(t.raw, "url(") || strings.IndexByte(t.raw, '\'') >= 0 {
		out.WriteString(prefixedAny(t.raw, prefix))
		return
	}
	written := 0
	for c := (cursor{t.raw, 1 + len(t.name)}); ; {
		name, value, more := c.next()
		if !more {
			break
		}
		switch start := c.at - 1 - len(value); name {
		case "href", "xlink:href":
			if strings.HasPrefix(value, "#") {
				out.WriteString(t.raw[written : start+1])
				out.WriteString(prefix)
				written = start + 1
			}
		case "id", "for", "headers", "aria-labelledby", "aria-describedby":
			if t.raw[c.at-1] == '"' {
				out.WriteString(t.raw[written:start])
				writeNames(out, value, prefix)
				written = start + len(value)
			}
		}
	}
	out.WriteString(t.raw[written:])
}

func writeNames(out *strings.Builder, names, prefix string) {
	for i, name := range strings.Fields(names) {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(prefix)
		out.WriteString(name)
	}
}

// prefixedAny is prefixed for a tag however it is written.
func prefixedAny(raw, prefix string) string {
	raw = to.ReplaceAllString(raw, "${1}"+prefix)
	return ids.ReplaceAllStringFunc(raw, func(m string) string {
		parts := ids.FindStringSubmatch(m)
		var names strings.Builder
		writeNames(&names, parts[2], prefix)
		return parts[1] + names.String()
	})
}
