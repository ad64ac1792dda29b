package check

import (
	"path"
	"strings"

	"lectern/internal/markdown"
	"lectern/internal/once"
	"lectern/internal/source"
)

const wcag = "Web Content Accessibility Guidelines 2.2, "

// accessRules look for what some people cannot see, hear or find. A picture
// without a description stops the build already.
var accessRules = []Rule{
	{
		Name: "alt-is-file-name", Finds: "A description that is the name of a file", page: altIsFileName,
		Why:    "Whoever listens to the page hears “IMG underscore 2034”.",
		Source: wcag + "1.1.1.",
		Fix:    "say what the picture shows, as you would on the phone",
	},
	{
		Name: "link-text", Finds: "A link that does not say where it leads", page: linkText,
		Why:    "Screen readers list the links of a page without the text around them: “here, here, here”.",
		Source: wcag + "2.4.4 and 2.4.9.",
		Fix:    "let the link be the words for the page it leads to: `[How to ask](ask.md)`",
	},
	{
		Name: "heading-jump", Finds: "A heading that skips a level", page: headingJump,
		Why:    "People who cannot see the page walk it by its headings. A level that is left out seems to be a part that is missing.",
		Source: wcag + "1.3.1; W3C, Headings tutorial.",
		Fix:    "take away signs # until it is one level below the heading above it",
	},
	{
		Name: "table-header", Finds: "A table without names for its columns", page: tableHeader,
		Why:    "A screen reader says the name of the column with each cell. Without names, a table is a heap of words.",
		Source: wcag + "1.3.1.",
		Fix:    "write the name of each column into the first row; only the first cell may be empty",
	},
	{
		Name: "captions-missing", Finds: "A film without captions", page: captionsMissing,
		Why:    "People who are deaf, or on a bus, see lips move.",
		Source: wcag + "1.2.2.",
		Fix:    "put a file of the same name that ends in .vtt beside it",
	},
	{
		Name: "transcript-missing", Finds: "A recording that nobody can read", page: transcriptMissing,
		Why:    "A transcript serves people who are deaf, people with little data, and everyone who looks for a passage.",
		Source: wcag + "1.2.1.",
		Fix:    "write down what is said, in a file of the same name that ends in .md, .txt or .pdf beside it",
	},
	{
		Name: "language-unmarked", Finds: "Words in another language that are not marked", page: languageUnmarked,
		Why:    "A screen reader speaks them with the sounds of the page's language, which nobody understands.",
		Source: wcag + "3.1.2.",
		Fix:    "put them between `<span lang=\"fr\">` and `</span>`, with the language's code",
	},
}

var fileName = once.Regexp(`(?i)^\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)$|^(?:img|dsc|dscn|pict|screenshot|image|scan|photo)[ _-]?\d+$`)

func altIsFileName(p *page, say report) {
	for _, use := range p.Doc.Links {
		if !use.Picture {
			continue
		}
		words, base := strings.TrimSpace(use.Words), path.Base(use.To)
		stem := strings.TrimSuffix(base, path.Ext(base))
		if fileName.MatchString(words) || words == stem && strings.ContainsAny(stem, "_-0123456789") {
			say(use.At, "“%s” is the name of a file and says nothing about the picture", words)
		}
	}
}

var emptyLink = byLanguage(
	`^(?:click|click here|here|this|this link|this page|link|read more|more|learn more|see more|more info|details|this one|page|website|go|download)\W*$`,
	`^(?:cliquez|cliquez ici|ici|ce lien|cette page|lien|le lien|lire la suite|en savoir plus|plus|voir plus|suite|page|site|télécharger|par ici)\W*$`)

func linkText(p *page, say report) {
	for _, use := range p.Doc.Links {
		if !use.Picture && emptyLink.in(p.lang, strings.TrimSpace(use.Words)) {
			say(use.At, "the words of this link, “%s”, do not say where it leads", strings.TrimSpace(use.Words))
		}
	}
}

// headingJump counts the page's title as the first level. Above a lesson's text
// stand its objectives, below a heading of the second.
func headingJump(p *page, say report) {
	above := 1
	for _, passage := range p.passages() {
		if passage.Kind != markdown.Title {
			continue
		}
		asks := passage.Question > 0 && passage.Level == 3 // a question may stand below the title
		if passage.Level > above+1 && !asks {
			say(p.File.LineRange(passage.Place(0, 1).Start), "this heading is of level %d, and the one above it of level %d", passage.Level, above)
		}
		above = passage.Level
	}
}

var (
	htmlTable  = once.Regexp(`(?is)<table\b.*?</table>`)
	headerCell = once.Regexp(`(?i)<th[\s>]`)
	forLayout  = once.Regexp(`(?i)^<table[^>]*role=["']?(?:presentation|none)`)
)

func tableHeader(p *page, say report) {
	for _, t := range p.Doc.Tables {
		for i, name := range t.Header {
			if strings.TrimSpace(name) == "" && (i > 0 || len(t.Header) == 1) {
				say(t.At, "column %d of this table has no name", i+1)
				break
			}
		}
	}
	for i := range p.Doc.Passages {
		passage := &p.Doc.Passages[i]
		if passage.Kind != markdown.Raw {
			continue
		}
		for _, at := range htmlTable.FindAllStringIndex(passage.Text, -1) {
			table := passage.Text[at[0]:at[1]]
			if !headerCell.MatchString(table) && !forLayout.MatchString(table) {
				say(p.File.LineRange(passage.Place(at[0], at[0]+1).Start), "this table has no header cells, `<th>`")
			}
		}
	}
}

var (
	film      = once.Regexp(`(?i)\.(?:mp4|webm|ogv|mov|m4v)$`)
	recording = once.Regexp(`(?i)\.(?:mp3|ogg|oga|wav|m4a|opus|flac|mp4|webm|ogv|mov|m4v)$`)
)

// media calls each with the films and recordings of the course that a page
// shows or leads to.
func (p *page) media(kind once.Pattern, each func(base string, at source.Range)) {
	for _, use := range p.Doc.Links {
		_, file, _, ok := p.whole.Lookup(p.Dir, use.To)
		if ok && kind.MatchString(file) {
			each(strings.TrimSuffix(file, path.Ext(file)), use.At)
		}
	}
}

// beside reports whether a file of the course lies beside another with one of
// the endings.
func (p *page) beside(base string, endings ...string) bool {
	for _, e := range endings {
		if _, _, _, ok := p.whole.Lookup(".", base+e); ok {
			return true
		}
	}
	return false
}

func captionsMissing(p *page, say report) {
	p.media(film, func(base string, at source.Range) {
		if !p.beside(base, ".vtt", "."+p.lang+".vtt") {
			say(at, "there are no captions, `%s.vtt`, for this film", path.Base(base))
		}
	})
}

func transcriptMissing(p *page, say report) {
	p.media(recording, func(base string, at source.Range) {
		if !p.beside(base, ".md", ".txt", ".pdf", ".html", "."+p.lang+".md") {
			say(at, "there is no transcript, `%s.md`, for this recording", path.Base(base))
		}
	})
}

// littleWords are those that hardly any sentence of a language does without,
// and that the other has not.
var littleWords = map[string]map[string]bool{
	"en": set("the of and to in is you that it for was with as his they at be this have from or had by not but what all were we when your can there an each which she do how their if will"),
	"fr": set("le la les de des du un une et est vous que qui dans pour pas sur ce cette il elle nous au aux avec sont par ne se sa son ses ou où mais leur être avez j'ai c'est n'est d'un d'une l'on qu'il"),
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// languageUnmarked looks at sentences of some length, and at what is quoted in
// them.
func languageUnmarked(p *page, say report) {
	other, name := "fr", "French"
	if p.lang == "fr" {
		other, name = "en", "English"
	}
	if littleWords[p.lang] == nil {
		return
	}
	for _, passage := range p.passages() {
		var parts [][]int
		if strings.ContainsAny(passage.Text, marks) {
			parts = quotations.FindAllStringIndex(passage.Text, -1)
		}
		for _, s := range sentences(passage.Text) {
			parts = append(parts, []int{s.start, s.end})
		}
		for _, at := range parts {
			if isIn(passage.Text[at[0]:at[1]], other, p.lang) && !marked(passage, at[0], at[1]) {
				text := passage.Text[at[0]:at[1]]
				start := at[0] + len(text) - len(strings.TrimLeft(text, " "))
				say(passage.Place(start, at[1]), "this looks like %s and is not marked as such", name)
				break
			}
		}
	}
}

func isIn(text, lang, not string) bool {
	words := wordsOf(text)
	yes, no := 0, 0
	for _, w := range words {
		if littleWords[lang][w] {
			yes++
		}
		if littleWords[not][w] {
			no++
		}
	}
	return len(words) >= 5 && yes >= 2 && no == 0 && 4*yes >= len(words)
}

func marked(p *markdown.Passage, start, end int) bool {
	for _, m := range p.Marked {
		if m.Start < end && start < m.End {
			return true
		}
	}
	return false
}
