package reference

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// sortItems puts items into APA order: letter by letter, case, accents and
// punctuation passed over as the alphabet of lang has it; "nothing" before
// something; then the date, then the title.
func sortItems(items []Item, lang string) {
	key := newKeys(lang)
	places := make([]place, len(items))
	for i, it := range items {
		places[i] = place{it, key.authors(it), key.of(it.sortTitle())}
	}
	slices.SortStableFunc(places, comparePlaces)
	for i, p := range places {
		items[i] = p.item
	}
}

// place is a work with what decides where it stands.
type place struct {
	item    Item
	authors [][]byte
	title   []byte
}

func comparePlaces(a, b place) int {
	return cmp.Or(
		slices.CompareFunc(a.authors, b.authors, bytes.Compare),
		compareDates(a.item, b.item),
		bytes.Compare(a.title, b.title),
		strings.Compare(a.item.ID, b.item.ID),
	)
}

// keys turns text into bytes that sort as a language wants.
type keys struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

func newKeys(lang string) *keys {
	return &keys{collator: collate.New(language.Make(lang), collate.Loose)}
}

func (k *keys) of(s string) []byte {
	k.buffer.Reset()
	return bytes.Clone(k.collator.KeyFromString(&k.buffer, letters(s)))
}

func (k *keys) authors(it Item) [][]byte {
	makers, _ := it.makers()
	if len(makers) == 0 {
		return [][]byte{k.of(it.sortTitle())}
	}
	var out [][]byte
	for _, n := range makers {
		listed := n.surname()
		if n.Family == "" {
			listed = it.words.withoutArticle(listed)
		}
		out = append(out, k.of(listed), k.of(n.initials()), k.of(n.Suffix))
	}
	return out
}

func (it Item) sortTitle() string { return it.words.withoutArticle(plainText(it.csl.Title)) }

func (w *Words) withoutArticle(s string) string {
	first, rest, ok := strings.Cut(s, " ")
	if ok && slices.Contains(w.Articles, strings.ToLower(first)) {
		return rest
	}
	return s
}

// letters keeps what counts in an alphabet.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
