package reference

import (
	"strconv"
	"strings"

	"lectern/internal/once"
)

// HTML is the entry of the reference list, with <em> for italics and <a> for
// its address. It holds no other element but <sub> and <sup>, and is safe to
// put into a page whatever the file says.
func (it Item) HTML() string { return it.entry().HTML() }

// Text is the same entry without italics and links.
func (it Item) Text() string { return it.entry().String() }

// entry is author, date, title, source and address. Without an author the
// title takes its place.
func (it Item) entry() rich {
	date := text("(" + it.printedDate().inList(it.words, it.suffix) + ")")
	var said rich
	if names := it.creators(); names != "" {
		said = sentences(text(names), date, it.title(), it.source(), it.publisher())
	} else {
		said = sentences(it.title(), date, it.source(), it.publisher())
	}
	if address := it.address(); address != nil {
		return join(said, text(" "), address)
	}
	return said
}

// makers are the people or groups that a work is listed under.
func (it Item) makers() (names []name, role string) {
	switch {
	case len(it.authors) > 0:
		return it.authors, ""
	case it.layout() == part:
		return nil, "" // the editors are named after "In"
	case len(it.directors) > 0:
		return it.directors, one(it.directors, it.words.Director, it.words.Directors)
	}
	return it.editors, one(it.editors, it.words.Editor, it.words.Editors)
}

func (it Item) creators() string {
	makers, role := it.makers()
	if len(makers) == 0 {
		return ""
	}
	var names []string
	for _, n := range makers {
		names = append(names, n.inverted())
	}
	joined := it.words.joinNames(names, it.words.Ampersand, true)
	if role == "" {
		return joined
	}
	return joined + " (" + role + ")"
}

func (it Item) title() rich {
	title := marked(it.csl.Title)
	if it.layout() != standalone {
		return title
	}
	title = emphasised(title)
	if details := it.details(); details != "" {
		title = join(title, text(" ("+details+")"))
	}
	if what := it.description(); what != "" {
		title = join(title, text(" ["+what+"]"))
	}
	return title
}

// details stand in brackets after the title of a whole work.
func (it Item) details() string {
	w := it.words
	var said []string
	if it.csl.Type.Value == "report" && it.csl.Number != "" {
		what := it.csl.Genre
		if what == "" {
			what = w.Report
		}
		said = append(said, spaced(what, w.Number, it.csl.Number))
	}
	if len(it.authors) > 0 && len(it.editors) > 0 {
		said = append(said, straightNames(it.editors, w)+", "+one(it.editors, w.Editor, w.Editors))
	}
	if len(it.translators) > 0 {
		said = append(said, straightNames(it.translators, w)+", "+w.Translator)
	}
	if it.csl.Version != "" {
		said = append(said, w.Version+" "+it.csl.Version)
	}
	if numbers := commaed(it.edition(), it.volume()); numbers != "" {
		said = append(said, numbers)
	}
	return strings.Join(said, "; ")
}

// description says, in square brackets, what a work is that is not a text.
func (it Item) description() string {
	what := it.csl.Genre
	switch {
	case it.csl.Type.Value == "report" && it.csl.Number != "":
		return "" // it stands before the number
	case what == "":
		what = it.words.Kinds[it.csl.Type.Value]
	}
	if it.csl.Type.Value == "thesis" {
		return commaed(what, it.csl.Publisher)
	}
	return what
}

var editionNumber = once.Regexp(`^(?i)(\d{1,4})\s*(?:st|nd|rd|th|er?|re|ème)?\.?(?:\s*(?:edition|éd?ition|ed|éd)\.?)?$`)

func (it Item) edition() string {
	given := it.csl.Edition
	if m := editionNumber.FindStringSubmatch(given); m != nil {
		n, _ := strconv.Atoi(m[1])
		if n == 1 {
			return "" // APA names no first edition
		}
		return it.words.ordinal(n) + " " + it.words.Edition
	}
	for _, ending := range []string{" edition", " ed.", " ed"} {
		if cut := len(given) - len(ending); cut > 0 && strings.EqualFold(given[cut:], ending) {
			given = given[:cut]
			break
		}
	}
	if given == "" {
		return ""
	}
	return given + " " + it.words.Edition
}

func (it Item) volume() string {
	if it.csl.Volume == "" {
		return ""
	}
	return it.words.Volume + " " + enDashed(it.csl.Volume)
}

func straightNames(list []name, w *Words) string {
	var names []string
	for _, n := range list {
		names = append(names, n.straight())
	}
	return w.joinNames(names, w.Ampersand, false)
}

func one(list []name, singular, plural string) string {
	if len(list) == 1 {
		return singular
	}
	return plural
}

func commaed(words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, ", ")
}
