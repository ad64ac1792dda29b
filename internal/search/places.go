package search

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxText is how much of a text is kept to show, in characters. All of its words
// are found.
const maxText = 1200

// cutPlaces cuts the list of places into pieces of a size, in bytes.
func cutPlaces(places []Place, size int) (pieces [][]Place) {
	used, from := 0, 0
	for i, p := range places {
		weight := len(p.Fragment) + len(p.Heading) + len(beginning(p.Text))
		if used > 0 && used+weight > size {
			pieces, used, from = append(pieces, places[from:i]), 0, i
		}
		if beginsPage(places[from:], i-from) {
			weight += len(p.Address) + len(p.Title)
		}
		used += weight
	}
	return append(pieces, places[from:])
}

// beginsPage reports whether place i is the first of its page in a piece.
func beginsPage(piece []Place, i int) bool {
	return i == 0 || piece[i-1].Address != piece[i].Address || piece[i-1].Title != piece[i].Title
}

// appendPlaces writes a piece as JSON: [address, title, [[kind, fragment, heading, text],
// …]] for each page, and nothing for none.
func appendPlaces(list []byte, piece []Place) []byte {
	for i, p := range piece {
		switch {
		case !beginsPage(piece, i):
			list = append(list, ",["...)
		case i == 0:
			list = appendTexts(append(list, "[["...), p.Address, p.Title)
			list = append(list, ",[["...)
		default:
			list = appendTexts(append(list, "]],["...), p.Address, p.Title)
			list = append(list, ",[["...)
		}
		list = strconv.AppendInt(list, int64(p.Kind), 10)
		list = appendTexts(append(list, ','), p.Fragment, p.Heading, beginning(p.Text))
		list = append(list, ']')
	}
	if len(piece) > 0 {
		list = append(list, "]]]"...)
	}
	return list
}

// appendTexts writes texts as JSON, parted by commas.
func appendTexts(list []byte, texts ...string) []byte {
	for i, text := range texts {
		if i > 0 {
			list = append(list, ',')
		}
		if isAsInJSON(text) {
			list = append(append(append(list, '"'), text...), '"')
		} else {
			list = append(list, encoded(text)...)
		}
	}
	return list
}

// isAsInJSON reports whether a text is written in JSON as it is, which spares most
// texts the long way.
func isAsInJSON(text string) bool {
	high := byte(0) // all bits that any sign has
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c == '"' || c == '\\' {
			return false
		}
		high |= c
	}
	return high < utf8.RuneSelf || utf8.ValidString(text) && !strings.Contains(text, "\u2028") && !strings.Contains(text, "\u2029")
}

// encoded is content as JSON, in which <, > and & stand as they are.
func encoded(content any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(content) // texts and numbers always encode
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func beginning(text string) string {
	if len(text) <= maxText {
		return text
	}
	n := 0
	for i := range text {
		if n++; n > maxText {
			return text[:i]
		}
	}
	return text
}
