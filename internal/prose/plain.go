package prose

import (
	"bytes"
	"html"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Plain returns the words alone, without markup, each run of white space as
// one space.
func (t Text) Plain() string {
	p := plains.Get().(*plain)
	defer p.done()
	for rest := t.HTML; rest != ""; {
		open := strings.IndexByte(rest, '<')
		if open < 0 {
			p.add(rest)
			break
		}
		p.add(rest[:open])
		shut := strings.IndexByte(rest[open:], '>')
		if shut < 0 {
			break
		}
		if isBlock(rest[open : open+shut]) {
			p.parted = true
		}
		rest = rest[open+shut+1:]
	}
	return p.text()
}

// PlainStart returns the beginning of Plain, at least n bytes of it where there
// are so many.
func (t Text) PlainStart(n int) string {
	// Markup and the shortest way to write a sign take some, and a tag or a sign
	// that is cut in two spoils a little of the end.
	for part := 4 * n; part < len(t.HTML); part *= 2 {
		if words := (Text{HTML: t.HTML[:part]}).Plain(); len(words) >= n+longestSign {
			return words[:n]
		}
	}
	return t.Plain()
}

// longestSign is more than the longest name that HTML has for a sign, in bytes.
const longestSign = 64

// plain is text in which each run of white space is one space.
type plain struct {
	out    []byte
	parted bool // white space was seen since the last word
}

// plains are used again: the words of a lesson are asked for several times.
var plains = sync.Pool{New: func() any { return new(plain) }}

// mostKept is how much room is kept for another text, in bytes.
const mostKept = 1 << 20

func (p *plain) done() {
	if cap(p.out) <= mostKept {
		p.out, p.parted = p.out[:0], false
		plains.Put(p)
	}
}

func (p *plain) add(s string) {
	for s != "" {
		n, after := regular(s)
		p.word(s[:n])
		if n == len(s) {
			return
		}
		p.parted = true
		s = s[n+after:]
	}
}

// regular is how many bytes a text begins with that are words with one space
// between them, and how many bytes of white space follow.
func regular(s string) (n, space int) {
	for n < len(s) {
		switch c := s[n]; {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[n:])
			if unicode.IsSpace(r) {
				return n, size
			}
			n += size
		case !asciiSpace[c]:
			n++
		case c == ' ' && n > 0 && n+1 < len(s) && s[n+1] < utf8.RuneSelf && !asciiSpace[s[n+1]]:
			n += 2
		default:
			return n, 1
		}
	}
	return n, 0
}

func (p *plain) word(s string) {
	if s == "" {
		return
	}
	if p.parted && len(p.out) > 0 {
		p.out = append(p.out, ' ')
	}
	p.parted = false
	p.out = append(p.out, s...)
}

// text is all that was added, with the signs in the place of their names. Some
// of these are white space, too.
func (p *plain) text() string {
	at := bytes.IndexByte(p.out, '&')
	if at < 0 {
		return string(p.out)
	}
	if p.parted { // a name may end with the text, and then is read in another way
		p.out = append(p.out, ' ')
	}
	signs := plains.Get().(*plain)
	defer signs.done()
	rest := p.out
	for ; at >= 0; at = bytes.IndexByte(rest, '&') {
		signs.out = join(signs.out, rest[:at])
		n, sign := signIn(rest[at:])
		if n > 0 {
			signs.out = append(signs.out, sign)
		} else {
			n = nameIn(rest[at:])
			signs.out = join(signs.out, named(rest[at:], n))
		}
		rest = rest[at+n:]
	}
	return string(bytes.TrimSuffix(join(signs.out, rest), []byte(" ")))
}

// join adds words to others; where both have a space there, it is one.
func join(words, more []byte) []byte {
	if len(more) > 0 && more[0] == ' ' && (len(words) == 0 || words[len(words)-1] == ' ') {
		more = more[1:]
	}
	return append(words, more...)
}

// nameIn is how long the name of a sign may be that a text begins with.
func nameIn(text []byte) int {
	n := 1
	for n < len(text) && (text[n] == '#' || text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z' || text[n] >= '0' && text[n] <= '9') {
		n++
	}
	if n < len(text) && text[n] == ';' {
		n++
	}
	return n
}

// named is what a text stands for that begins with a name of n bytes, as far as
// that goes. White space is one space.
func named(text []byte, n int) []byte {
	name := string(text[:n])
	if n < len(text) {
		name = strings.TrimSuffix(html.UnescapeString(name+"&"), "&") // a name that is not the end
	} else {
		name = html.UnescapeString(name)
	}
	if m, _ := regular(name); m == len(name) {
		return []byte(name)
	}
	words := strings.Join(strings.Fields("."+name+"."), " ")
	return []byte(words[1 : len(words)-1])
}

// written are the names that Markdown's own signs are written with. None of them
// is white space.
var written = [...]struct {
	name []byte
	sign byte
}{{[]byte("&amp;"), '&'}, {[]byte("&lt;"), '<'}, {[]byte("&gt;"), '>'}, {[]byte("&quot;"), '"'}, {[]byte("&#34;"), '"'}, {[]byte("&#39;"), '\''}}

// signIn is the sign whose name a text begins with, and how long that is; 0 when
// it is not one of those written.
func signIn(text []byte) (n int, sign byte) {
	for _, w := range written {
		if bytes.HasPrefix(text, w.name) {
			return len(w.name), w.sign
		}
	}
	return 0, 0
}

var asciiSpace = [utf8.RuneSelf]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, ' ': true}

// isBlock reports whether a tag parts words even without white space.
func isBlock(tag string) bool {
	name := strings.TrimLeft(tag, "</")
	if end := strings.IndexAny(name, " \t\n/"); end >= 0 {
		name = name[:end]
	}
	switch name {
	case "a", "em", "strong", "code", "span", "abbr", "sup", "sub", "del", "b", "i", "u", "kbd", "mark", "small", "q", "cite", "dfn":
		return false
	}
	return true
}
