package check

import (
	"strings"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/quiz"
)

// stemRules look at what a question asks.
var stemRules = []Rule{
	{
		Name: "negative-stem", Finds: "A question that asks what is not so", question: negativeStem,
		Why:    "A “not” is easily missed, most of all under stress, in a second language, or by ear. The student then answers the opposite of what was asked.",
		Source: haladyna,
		Fix:    "ask what is so; or let nobody miss it: `**not**`",
	},
	{
		Name: "stem-has-no-question", Finds: "A heading that asks nothing", question: stemHasNoQuestion,
		Why:    "With a mere topic the student has to read all answers to find out what is wanted.",
		Source: haladyna,
		Fix:    "write a whole question, or the beginning of a sentence that the answers end",
	},
	{
		Name: "unfocused-stem", Finds: "“Which of these is true?”", question: unfocusedStem,
		Why:    "It can be about anything, so each answer is a question of its own. A student should be able to think of the answer before reading any.",
		Source: nbme,
		Fix:    "ask about the one thing that matters: “What do you do first when …?”",
	},
	{
		Name: "blank-first", Finds: "A blank at the beginning of a sentence", question: blankFirst,
		Why:    "The student, and most of all one who listens, has to fill something in before knowing what the sentence is about.",
		Source: haladyna,
		Fix:    "turn the sentence round, so that the blank comes at its end",
	},
	{
		Name: "too-many-blanks", Finds: "More blanks than words to go by", question: tooManyBlanks,
		Why:    "With too many gaps, what is left could mean many things.",
		Source: haladyna,
		Fix:    "leave out only the words that matter; give the others",
	},
	{
		Name: "id-missing", once: true, Finds: "A question without an id", question: idMissing,
		Why:    "A student's progress is kept by the question's id. Without one it goes by the heading, and is lost when that is reworded.",
		Source: "Lectern's own format.",
		Fix:    "`lectern ids --write` puts ids into the lessons and changes nothing else",
	},
	{
		Name: "too-many-true-false", once: true, Finds: "Mostly true or false", group: tooManyTrueFalse,
		Why:    "Every second guess is right, and what a student knows hardly shows.",
		Source: haladyna,
		Fix:    "turn some into questions with three answers, or into one with all that apply",
	},
}

// chosen reports whether the question has answers to choose from.
func (q *question) chosen() bool {
	switch q.shape.(type) {
	case quiz.Choices, quiz.Judged:
		return true
	}
	return false
}

var negative = byLanguage(
	`^(?:which|what|who)\b[^,]*?(?:\b(?:is|are|was|were|do|does|did|should|would|could|can|must|will|may|has|have)(?:n't| (?:[\pL-]+ ){0,2}?not|n't)|\bcannot|\bnever)\b|\ball\b.*\bexcept\b|\bexcept\b[^.]*$|\bleast (?:likely|helpful|important|useful|appropriate|effective|suitable|safe)\b`,
	`^(?:lequel|laquelle|lesquels|lesquelles|quel|quelle|quels|quelles|qu'est-ce (?:qui|que|qu')|que|qui|qu')(?:[^,\pL]|[^,])*?\b(?:ne |n')(?:[\pL-]+ ){0,2}?[\pL-]+ (?:pas|jamais|plus)\b|\bsauf\b|\bexcepté|à l'exception|\ble moins (?:probable|utile|important|approprié|efficace|sûr)`)

// Behind one of these the negation is about the case, not about what is asked.
var subordinate = byLanguage(`\b(?:if|when|while|because|that|who|whose|whom|before|after|since|until|unless|where|why|how|although|though|person|people|someone) (?:.* )?(?:not|never|cannot)\b|\b(?:if|when|while|because|that|who|whose|since|unless|where) .*n't\b`,
	`.\b(?:si|quand|lorsque|parce|puisque|qui|que|dont|où|car|avant|après|pendant)\b.*\b(?:ne |n')|.\b(?:s'|qu')(?:il|elle|on|ils|elles)\b.*\b(?:ne |n')`)

var leadingWho = once.Regexp(`(?i)^(who|which of these people|qui|que|qu['’]est-ce (?:qui|que|qu['’])|lesquels?|lesquelles?|laquelle)`)

var strongNegative = once.Regexp(`(?i)<(?:strong|em|b|i|u)>[^<]*(?:\bnot\b|n['’]t\b|except|never|least|cannot|\bpas\b|sauf|jamais|moins|excepté|exception)[^<]*</`)

var loudNegative = once.Regexp(`\b(?:NOT|EXCEPT|NEVER|LEAST|PAS|SAUF|JAMAIS|MOINS)\b`)

func negativeStem(q *question, say report) {
	lang := q.page.lang
	if !q.chosen() || !negative.in(lang, q.asked) || strongNegative.MatchString(q.Stem.HTML) || loudNegative.MatchString(q.asked) {
		return
	}
	if subordinate.in(lang, strings.TrimSpace(leadingWho.ReplaceAllString(q.asked, "?"))) {
		return
	}
	say(q.At, "this question asks what is not so")
}

var (
	asks = byLanguage(
		`\b(?:what|which|who|whom|whose|when|where|why|how)\b`,
		`(?:^|[^\pL])(?:quel|quelle|quels|quelles|lequel|laquelle|lesquels|lesquelles|qui|que|quoi|quand|où|pourquoi|comment|combien|qu'est-ce|est-ce)(?:$|[^\pL])`)
	tells = byLanguage(
		`^(?:please )?(?:choose|select|pick|mark|tick|name|find|complete|finish|type|write|give|put|calculate|work|match|sort|order|say|tell|read|look|list|describe|explain|decide|count|add|spell|enter|fill|identify|show|think|imagine|use|drag|check|rank|rate|convert|estimate|round|guess|compare|translate|click|point|state|underline|answer|judge|place|arrange)\b`,
		`^(?:choisi|coche|nomme|trouve|complète|compléte|termine|écri|donne|mette|calcule|associe|classe|dite|indique|liste|décri|explique|décide|compte|ajoute|entre|tape|saisi|identifie|montre|pense|imagine|utilise|relie|place|range|sélectionne|estime|converti|arrondi|souligne|réponde|remplisse|précise)\pL*`)
	opens = byLanguage(
		`\b(?:is|are|was|were|be|to|by|a|an|the|of|with|for|from|in|on|at|should|must|can|will|may|than|because|when|if|means|called|first|and|or|that|has|have|needs?|helps?|you|do|does|as|into|about|it|them|people)$`,
		`(?:^|[^\pL])(?:est|sont|était|être|de|d'|du|des|un|une|le|la|les|l'|par|avec|pour|dans|en|sur|à|au|aux|doit|doivent|faut|peut|peuvent|que|parce|quand|si|signifie|appelle|et|ou|a|ont|vous)$`)
	openEnd = once.Regexp(`[?:…_]["”»’)\s\x{a0}\x{202f}]*$|\.\.\.$|\p{Po}?_{2,}`)
)

func stemHasNoQuestion(q *question, say report) {
	switch q.shape.(type) {
	case quiz.Choices, quiz.Text, quiz.Number:
	default:
		return
	}
	lang, stem := q.page.lang, strings.TrimSpace(q.StemText)
	if asks[lang] == nil || openEnd.MatchString(stem) || asks.in(lang, stem) || len(q.Stem.Openings(prose.Image)) > 0 {
		return
	}
	detail := q.Detail.Plain()
	if strings.Contains(detail, "?") || tells.in(lang, q.asked) || tells.in(lang, detail) || q.isTrueFalse() {
		return
	}
	if bare := strings.TrimRight(stem, " ."); opens.in(lang, bare) && bare == stem {
		return
	}
	if len(wordsOf(stem)) > 6 && !strings.HasSuffix(stem, ".") {
		return // the beginning of a sentence, most likely
	}
	say(q.At, "this names a topic and asks nothing")
}

var unfocused = byLanguage(
	`^what is (?:not )?(?:true|correct|false|right)\W*$|^which (?:one )?(?:(?:of )?(?:the following|these|those|them)(?: \pL+)?|statements?|sentences?|answers?|options?|ones?)(?: (?:below|about .*|on .*))? (?:is|are) (?:the )?(?:most )?(?:true|correct|false|right|accurate|untrue|incorrect|wrong)(?: (?:about|of|for|regarding|concerning) .*| statements?| ones?| answers?)?\W*$`,
	`^(?:lequel|laquelle|lesquels|lesquelles|quels?(?: sont les| est l')? ?énoncés?|quelles?(?: est l'| sont les )? ?(?:affirmations?|phrases?|réponses?))(?: (?:de ces|des|parmi) .*?)? ?(?:est|sont) (?:la |le |les )?(?:bonne |bonnes )?(?:vrai|exact|correct|juste|faux|fausse|inexact|incorrect)\pL*(?: (?:à propos|au sujet|concernant|sur) .*)?\W*$`)

func unfocusedStem(q *question, say report) {
	if q.chosen() && unfocused.in(q.page.lang, q.asked) {
		say(q.At, "this could be about anything: nobody can answer it without reading all answers")
	}
}

// gaps are the texts around the blanks of a question.
func (q *question) gaps() (around []prose.Text, shape quiz.Gaps, ok bool) {
	shape, ok = q.shape.(quiz.Gaps)
	if !ok {
		return nil, shape, false
	}
	around, _ = prose.Join(q.Stem, prose.Text{HTML: "<p>"}, q.Detail).Cut(prose.Blank)
	return around, shape, true
}

var sentenceEnd = once.Regexp(`(?:[.!?]["”»’)]*|^)\s*$`)

func blankFirst(q *question, say report) {
	if strings.HasPrefix(strings.TrimSpace(q.StemText), "__") && q.chosen() {
		say(q.At, "this sentence begins with its blank")
		return
	}
	around, shape, ok := q.gaps()
	if !ok {
		return
	}
	for i := range shape.Blanks {
		before := around[i].HTML[strings.LastIndex(around[i].HTML, "<p>")+1:]
		isStart := strings.HasPrefix(before, "p>") && strings.TrimSpace(before[2:]) == ""
		words := around[i].Plain()
		if (isStart || words != "" && sentenceEnd.MatchString(words)) && len(shape.Blanks[i].Options) == 0 && followed(around[i+1]) {
			say(q.At, "blank %d begins its sentence", i+1)
		}
	}
}

// followed reports whether words of the same sentence come after a blank.
func followed(after prose.Text) bool {
	html, _, _ := strings.Cut(after.HTML, "</")
	plain := prose.Text{HTML: html}.Plain()
	return len(wordsOf(plain)) > 0 && !strings.ContainsAny(plain[:1], ".!?;")
}

func tooManyBlanks(q *question, say report) {
	around, shape, ok := q.gaps()
	if !ok {
		return
	}
	words := 0
	for _, t := range around {
		words += len(wordsOf(t.Plain()))
	}
	if blanks := len(shape.Blanks); blanks >= 3 && words < 4*blanks {
		say(q.At, "there are %d blanks and only %d words around them", blanks, words)
	}
}

func idMissing(q *question, say report) {
	if q.Derived {
		say(q.At, "this question has no id, so rewording it loses what students have done")
	}
}

func tooManyTrueFalse(g *group, say report) {
	choices, trueFalse := 0, 0
	for _, q := range g.questions {
		if q.chosen() {
			choices++
		}
		if q.isTrueFalse() {
			trueFalse++
		}
	}
	if trueFalse >= 3 && 2*trueFalse > choices {
		say(g.at, "%d of the %d questions to choose from in %s are true or false", trueFalse, choices, g.name)
	}
}
