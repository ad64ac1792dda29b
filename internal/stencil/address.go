package stencil

import "strings"

// address is an address as an attribute may hold it. One with another scheme
// than those of the web is left to html/template, which takes it out.
func address(text string) string {
	if scheme, _, found := strings.Cut(text, ":"); found && !strings.Contains(scheme, "/") {
		switch scheme {
		case "http", "https", "mailto":
		default:
			giveUp()
		}
	}
	return normal(text)
}

// normal writes as % what an address does not hold. An escape that stands in it
// stays.
func normal(text string) string { return percent(text, &inAddress, true) }

// part is the same for a part of an address, in which no sign may have a meaning.
func part(text string) string { return percent(text, &inPart, false) }

func percent(text string, stays *[256]bool, escapes bool) string {
	var b strings.Builder
	from := 0
	for i := range len(text) {
		if stays[text[i]] || escapes && text[i] == '%' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]) {
			continue
		}
		b.WriteString(text[from:i])
		b.WriteByte('%')
		b.WriteByte(hex[text[i]>>4])
		b.WriteByte(hex[text[i]&15])
		from = i + 1
	}
	if from == 0 {
		return text
	}
	b.WriteString(text[from:])
	return b.String()
}

const hex = "0123456789abcdef"

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// The signs that stand for themselves in a part of an address, and in a whole one.
var (
	inPart    = signs("-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", [256]bool{})
	inAddress = signs("!#$&*+,/:;=?@[]", inPart)
)

func signs(all string, and [256]bool) [256]bool {
	for _, c := range []byte(all) {
		and[c] = true
	}
	return and
}
