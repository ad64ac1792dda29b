package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// root is what the page reads first. A list names pieces, parted by spaces: what
// a piece begins with, a colon, and the name of its file. It is the largest thing
// that every search reads, so it is written short.
type root struct {
	Count  int    `json:"count"`  // of all places
	Words  string `json:"words"`  // the beginning of the least word of each piece
	Places string `json:"places"` // how many places each piece has
	// What is only one piece stands here, without a file.
	Text  string          `json:"text,omitempty"`
	Pages json.RawMessage `json:"pages,omitempty"`
}

// build cuts words and places into pieces of a size.
func build(places []Place, entries []entry, wordsSize, placesSize int) []File {
	r, s := root{Count: len(places)}, shelf{}
	words, groups := cutWords(entries, wordsSize), cutPlaces(places, placesSize)
	if len(words) == 1 && len(groups) == 1 {
		r.Text, r.Pages = words[0].text, appendPlaces(nil, groups[0])
		s.add("index", script(encoded(r)))
		return s.files
	}
	var list []string
	made := scripts(len(words), func(room []byte, i int) []byte { return appendTexts(room, words[i].text) })
	for i, p := range words {
		list = append(list, p.first+":"+s.add("words", made[i]))
	}
	r.Words, list = strings.Join(list, " "), nil
	made = scripts(len(groups), func(room []byte, i int) []byte { return appendPlaces(room, groups[i]) })
	for i, p := range groups {
		list = append(list, strconv.Itoa(len(p))+":"+s.add("places", made[i]))
	}
	r.Places = strings.Join(list, " ")
	s.add("index", script(encoded(r)))
	last := len(s.files) - 1
	return append(s.files[last:], s.files[:last]...)
}

// shelf collects files. Each is named by a part of its hash, so that a browser
// may keep it for ever.
type shelf struct {
	files []File
	taken map[string]bool
}

// shortest is how much of a hash names a file, in digits, where no other file of
// the index has the same.
const shortest = 6

// scripts hand n pieces to the page. Each is written into room that is used again.
func scripts(n int, write func(room []byte, i int) []byte) [][]byte {
	made := make([][]byte, n)
	inParts(n, func(from, to int) {
		var room []byte
		for i := from; i < to; i++ {
			room = write(room[:0], i)
			made[i] = script(room)
		}
	})
	return made
}

// script hands content to the page.
func script(content []byte) []byte {
	return slices.Concat([]byte("Lectern.index("), content, []byte(")\n"))
}

// add takes a script, and returns its hash.
func (s *shelf) add(name string, script []byte) string {
	sum := sha256.Sum256(script)
	hash := hex.EncodeToString(sum[:])
	digits := shortest
	for s.taken[name+hash[:digits]] {
		digits++
	}
	if s.taken == nil {
		s.taken = map[string]bool{}
	}
	s.taken[name+hash[:digits]] = true
	s.files = append(s.files, File{"assets/" + name + "." + hash[:digits] + ".js", script})
	return hash[:digits]
}

// wordsPiece is a piece of the list of words: a line each, a word, its hits, and
// in how many places it stands where not all are kept.
type wordsPiece struct {
	first string // the least word it may hold
	text  string
	last  string // of its words
}

func cutWords(entries []entry, size int) []wordsPiece {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b entry) int { return compare(a.word, b.word) })
	lines := make([]string, len(entries))
	for i, e := range entries {
		lines[i] = e.line()
	}
	pieces := []wordsPiece{{}}
	var text strings.Builder
	for i, e := range entries {
		last := &pieces[len(pieces)-1]
		if text.Len() > 0 && text.Len()+len(lines[i]) > size {
			last.text = text.String()
			text.Reset()
			pieces = append(pieces, wordsPiece{first: e.word[:len(shared(last.last, e.word))+runeAfter(last.last, e.word)]})
			last = &pieces[len(pieces)-1]
		}
		text.WriteString(lines[i])
		last.last = e.word
	}
	pieces[len(pieces)-1].text = text.String()
	addBeginnings(pieces, entries)
	return pieces
}

// compare orders words as a browser's < does, which sees characters beyond
// U+FFFF as pairs that come before U+E000.
func compare(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	if i < len(a) && i < len(b) && a[i] >= 0xEE && b[i] >= 0xEE && (a[i] >= 0xF0) != (b[i] >= 0xF0) {
		return cmp.Compare(b[i], a[i])
	}
	return strings.Compare(a, b)
}

// shared is what two words both begin with.
func shared(a, b string) string {
	end := 0
	for i, r := range b {
		if !strings.HasPrefix(a[min(i, len(a)):], string(r)) {
			break
		}
		end = i + len(string(r))
	}
	return b[:end]
}

// runeAfter is the length of the first character by which b differs from a.
func runeAfter(a, b string) int {
	for _, r := range b[len(shared(a, b)):] {
		return len(string(r))
	}
	return 0
}

// line writes an entry: each hit is the way from the hit before in base 36 and a
// capital letter for how much it says.
func (e entry) line() string {
	b := append([]byte(e.word), ' ')
	before := int32(0)
	for _, h := range e.hits {
		b = strconv.AppendInt(b, int64(h.place-before), 36)
		b = append(b, byte('A'+h.level-1))
		before = h.place
	}
	if e.count > len(e.hits) {
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(e.count), 36)
	}
	return string(append(b, '\n'))
}

// fewest is how many places the beginning of words leads to that stand in several
// pieces: who types two letters wants something to choose from, not all of it.
const fewest = 60

// addBeginnings adds what students type on the way to a word: for a beginning
// whose words stand in several pieces the best of them all, as the word
// "beginning*" of the first.
func addBeginnings(pieces []wordsPiece, entries []entry) {
	done := map[string]bool{}
	for i := 1; i < len(pieces); i++ {
		beginning := shared(pieces[i-1].last, pieces[i].first)
		for end := range beginning + "." {
			if start := beginning[:end]; start != "" && !done[start] {
				done[start] = true
				at := pieceOf(pieces, start)
				pieces[at].text += bestOf(start, entries).line()
			}
		}
	}
}

// pieceOf is the piece that a word stands in, if it stands anywhere.
func pieceOf(pieces []wordsPiece, word string) int {
	at, exact := slices.BinarySearchFunc(pieces, word, func(p wordsPiece, w string) int { return compare(p.first, w) })
	if exact {
		return at
	}
	return at - 1
}

func bestOf(start string, entries []entry) entry {
	from, _ := slices.BinarySearchFunc(entries, start, func(e entry, w string) int { return compare(e.word, w) })
	var best []int32 // the highest level, by place
	for _, e := range entries[from:] {
		if !strings.HasPrefix(e.word, start) {
			break
		}
		for _, h := range e.hits {
			for len(best) <= int(h.place) {
				best = append(best, 0)
			}
			best[h.place] = max(best[h.place], h.level)
		}
	}
	e := entry{word: start + "*"}
	for place, level := range best {
		if level > 0 {
			e.hits = append(e.hits, hit{int32(place), level})
		}
	}
	e.count = len(e.hits)
	e.hits = strongest(e.hits, fewest)
	return e
}
