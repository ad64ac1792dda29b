package reference

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is what the text calls the authors of a work. inSentence writes "and"
// where brackets have "&". Without authors it is the title, shortened.
func (it Item) label(inSentence bool) rich {
	makers, _ := it.makers()
	if len(makers) == 0 {
		return it.titleLabel()
	}
	var names []string
	for _, n := range makers {
		names = append(names, n.surname())
	}
	if it.withInitials {
		names[0] = spaced(makers[0].initials(), names[0])
	}
	and := it.words.Ampersand
	if inSentence {
		and = it.words.And
	}
	switch shown := it.namesShown; {
	case len(names) <= 2 || shown >= len(names)-1: // "et al." stands for two or more
		return text(it.words.joinNames(names, and, false))
	case shown == 1:
		return text(names[0] + " " + it.words.EtAl)
	default:
		return text(strings.Join(names[:shown], ", ") + ", " + it.words.EtAl)
	}
}

func (it Item) titleLabel() rich {
	title := text(it.shortTitle())
	if it.layout() == standalone {
		return emphasised(title)
	}
	return join(text(it.words.OpenQuote), title, text(it.words.CloseQuote))
}

// fewWords is how many words of a long title a citation repeats.
const fewWords = 5

// shortTitle is the file's own short title, or the first few words of the
// title and nothing of a subtitle.
func (it Item) shortTitle() string {
	title := plainText(it.csl.ShortTitle)
	if title == "" {
		title, _, _ = strings.Cut(plainText(it.csl.Title), ": ")
		words := strings.Fields(title)
		if len(words) > fewWords {
			words = words[:fewWords]
		}
		for len(words) > 1 && len(words) == fewWords && it.words.isSmall(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		title = strings.Join(words, " ")
	}
	title = strings.TrimRight(title, ".,;:")
	if title == "" {
		return it.ID // a work without a title was reported; it is still cited
	}
	if it.words.TitleCase {
		return it.words.titleCase(title)
	}
	return title
}

func (w *Words) isSmall(word string) bool {
	return slices.Contains(w.SmallWords, strings.ToLower(word))
}

// titleCase begins each word with a capital, small words inside excepted.
func (w *Words) titleCase(title string) string {
	words := strings.Split(title, " ")
	first := true
	for i, word := range words {
		if first || !w.isSmall(word) {
			words[i] = capitalised(word)
		}
		first = strings.HasSuffix(word, ":") || strings.HasSuffix(word, "—") || word == "–"
	}
	return strings.Join(words, " ")
}

func capitalised(word string) string {
	parts := strings.Split(word, "-")
	for i, part := range parts {
		if r, size := utf8.DecodeRuneInString(part); size > 0 {
			parts[i] = string(unicode.ToTitle(r)) + part[size:]
		}
	}
	return strings.Join(parts, "-")
}
