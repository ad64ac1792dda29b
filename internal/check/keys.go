package check

import (
	"strings"
	"unicode/utf8"

	"lectern/internal/once"
)

// keyRules look for what gives the right answer away.
var keyRules = []Rule{
	{
		Name: "key-is-longest", Finds: "The right answer is the longest", question: keyIsLongest, group: keysAreLongest,
		Why:    "Authors explain the right answer and only name the others. Students notice, and choose the longest.",
		Source: haladyna,
		Fix:    "make it shorter, or the others fuller; explanations belong into the feedback",
	},
	{
		Name: "key-position", once: true, Finds: "The right answer stands mostly in the same place", group: keyPosition,
		Why:    "Whoever always chooses that place gets most of them right.",
		Source: haladyna,
		Fix:    "move some of them, or let the answers change places: `<!-- {shuffle: true} -->`",
	},
	{
		Name: "clang", Finds: "A word of the question stands only in the right answer", question: clang,
		Why:    "The echo shows which answer it is, to somebody who knows nothing of the subject.",
		Source: nbme,
		Fix:    "use another word in the question or in the answer, or let other answers hold it, too",
	},
	{
		Name: "grammar-cue", Finds: "An answer that does not fit the sentence", question: grammarCue,
		Why:    "“… is an” lets only some answers through, without any knowledge of the subject.",
		Source: nbme,
		Fix:    "put the article into the answers, or write `a/an`",
	},
}

// keyIsLongest wants the right answer to stand out, not only to be longer by a
// word.
func keyIsLongest(q *question, say report) {
	answers, key, ok := q.key()
	if !ok || len(answers) < 3 {
		return
	}
	own, next := length(answers[key]), longestOther(answers, key)
	if float64(own) >= 1.6*float64(next) && own-next >= 20 {
		say(answers[key].at, "the right answer is much longer than the others (%d characters, the next %d)", own, next)
	}
}

func length(a answer) int { return utf8.RuneCountInString(a.text) }

func longestOther(answers []answer, key int) int {
	longest := 0
	for i, a := range answers {
		if i != key {
			longest = max(longest, length(a))
		}
	}
	return longest
}

// rare is how seldom chance may bring about what is reported of a group.
const rare = 0.01

// keysAreLongest reports what cannot well be chance: of so many questions, so
// many right answers that are the longest.
func keysAreLongest(g *group, say report) {
	if h := LongestKeys(g.keys()); h.Asked >= 4 && h.Chance < rare {
		say(g.at, "the right answer is the longest in %d of %d questions of %s", h.Found, h.Asked, g.name)
	}
}

// keyPosition looks at questions whose answers stay where they are.
func keyPosition(g *group, say report) {
	if _, place, h := KeyPlaces(g.keys()); h.Asked >= 5 && h.Chance < rare {
		say(g.at, "in %d of %d questions of %s the right answer is number %d", h.Found, h.Asked, g.name, place+1)
	}
}

// common are words that are in many questions and point at no answer.
var common = map[string]bool{
	"person": true, "people": true, "someone": true, "answer": true, "question": true, "should": true, "first": true, "before": true, "after": true,
	"because": true, "without": true, "together": true, "another": true, "personne": true, "quelqu'un": true, "lorsque": true, "pendant": true, "toujours": true, "souvent": true,
}

// clang compares the beginnings of long words, so that "recover" and
// "recovery" are one. Only what is asked counts, not the story before it.
func clang(q *question, say report) {
	answers, key, ok := q.key()
	if !ok || len(answers) < 3 {
		return
	}
	in := func(a answer, stem string) bool {
		for _, w := range wordsOf(a.text) {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
		return false
	}
	for _, w := range wordsOf(q.asked) {
		if utf8.RuneCountInString(w) < 8 || common[w] {
			continue
		}
		stem := string([]rune(w)[:7])
		if !in(answers[key], stem) {
			continue
		}
		alone := true
		for i, a := range answers {
			alone = alone && (i == key || !in(a, stem))
		}
		if alone {
			say(answers[key].at, "of the answers only the right one has the question's word “%s”", w)
			return
		}
	}
}

var (
	endsInArticle = once.Regexp(`(?i)(?:^|\s)(an?|le|la|de|du|que|[ld]['’])[\s.…:_]*$`)
	vowelSound    = once.Regexp(`(?i)^(?:[aeio]|u[^ns]|un[^i]|us[^eu]|hour|honest|honou?r|heir)`)
	consonant     = once.Regexp(`(?i)^(?:eu|one\b|once|ewe)`)
	frenchVowel   = once.Regexp(`(?i)^(?:[aeiouyàâéèêëîïôöûüœæ]|h[aeiouéèô])`)
)

// grammarCue looks at a sentence that ends with an article.
func grammarCue(q *question, say report) {
	answers, key, ok := q.key()
	m := endsInArticle.FindStringSubmatch(q.StemText)
	if !ok || m == nil {
		return
	}
	fits := articles(strings.ToLower(m[1]), q.page.lang)
	if fits == nil || !fits(answers[key].text) {
		return
	}
	for _, a := range answers {
		if !fits(a.text) {
			say(a.at, "this does not fit behind “%s”, and the right answer does", m[1])
			return
		}
	}
}

func articles(article, lang string) func(string) bool {
	vowel := func(s string) bool { return vowelSound.MatchString(s) && !consonant.MatchString(s) }
	switch {
	case lang == "en" && article == "an":
		return vowel
	case lang == "en" && article == "a":
		return func(s string) bool { return !vowel(s) }
	case lang == "fr" && strings.ContainsAny(article, "'’"):
		return frenchVowel.MatchString
	case lang == "fr" && article != "a" && article != "an":
		return func(s string) bool { return !frenchVowel.MatchString(s) || strings.HasPrefix(strings.ToLower(s), "h") }
	}
	return nil
}
