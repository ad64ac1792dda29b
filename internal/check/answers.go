package check

import (
	"slices"
	"strings"

	"lectern/internal/once"
)

// Where the advice on questions comes from.
const (
	haladyna = "Haladyna, Downing and Rodriguez (2002), A review of multiple-choice item-writing guidelines for classroom assessment."
	nbme     = "National Board of Medical Examiners, Item-Writing Guide."
)

// answerRules look at the answers of a question.
var answerRules = []Rule{
	{
		Name: "all-of-the-above", Finds: "An answer that means all the others", question: allOfTheAbove,
		Why:    "A student who knows that two answers are right knows that this one is, and one who knows that a single answer is wrong knows that it is not. It also makes no sense once answers are shuffled.",
		Source: haladyna,
		Fix:    "ask for all that apply: begin the answers with `- [x]` and `- [ ]`, and take this one out",
	},
	{
		Name: "none-of-the-above", Finds: "An answer that means none of the others", question: noneOfTheAbove,
		Why:    "Who chooses it has only shown what is wrong, not what is right. It makes no sense once answers are shuffled.",
		Source: haladyna,
		Fix:    "write a real answer in its place, or leave it out: three good answers are enough",
	},
	{
		Name: "a-and-b", Finds: "An answer that points at other answers by their letters", question: aAndB,
		Why:    "Answers have no letters on a screen, and their order may change. Such an answer tests logic, not the subject.",
		Source: nbme,
		Fix:    "ask for all that apply: begin the answers with `- [x]` and `- [ ]`, and take this one out",
	},
	{
		Name: "absolute-word", Finds: "An absolute word that gives a wrong answer away", question: absoluteWord,
		Why:    "Little is always or never so. Students learn to pass over such answers without knowing the subject.",
		Source: haladyna,
		Fix:    "say how it is in the case the question asks about, without the absolute word",
	},
	{
		Name: "vague-frequency", Finds: "An answer that says how often in a vague word", question: vagueFrequency,
		Why:    "“Often” and “sometimes” mean other things to other people, so two students who know the same may choose differently.",
		Source: nbme,
		Fix:    "say how often (“once a week”, “in one of ten cases”), or leave the word out",
	},
	{
		Name: "repeated-opening", Finds: "All answers begin with the same words", question: repeatedOpening,
		Why:    "The same words are read several times, and what differs comes late. It is tiring to read, and more so to hear.",
		Source: haladyna,
		Fix:    "put the words they share at the end of the question",
	},
	{
		Name: "numbers-not-sorted", Finds: "Numbers that do not go up or down", question: numbersNotSorted,
		Why:    "Looking for a number in a mixed-up list takes attention away from the question.",
		Source: haladyna,
		Fix:    "put them in order, the smallest or the largest first",
	},
	{
		Name: "duplicate-answer", Finds: "The same answer twice", question: duplicateAnswer,
		Why:    "Capitals and punctuation apart, the two say the same. Only one of them can be marked as students expect.",
		Source: haladyna,
		Fix:    "take one of them out",
	},
	{
		Name: "near-duplicate-answer", Finds: "Two answers that hardly differ", question: nearDuplicate,
		Why:    "If two answers say the same in other little words, neither can be the right one, and a student sees that. If they do differ, the difference is easily missed.",
		Source: haladyna,
		Fix:    "say in clearly different words what differs, or take one of them out",
	},
	{
		Name: "too-few-answers", Finds: "Two answers to choose from", question: tooFewAnswers,
		Why:    "Every second guess is right.",
		Source: "Rodriguez (2005), Three options are optimal for multiple-choice items.",
		Fix:    "add a third answer that somebody might really choose",
	},
	{
		Name: "too-many-answers", Finds: "More answers than anyone compares", question: tooManyAnswers,
		Why:    "Three or four good answers test as well as many. A long list tests patience and memory, and most of it is hardly ever chosen.",
		Source: "Rodriguez (2005), Three options are optimal for multiple-choice items.",
		Fix:    "keep the ones that somebody might really choose",
	},
	{
		Name: "tick-all-wins", Finds: "Ticking everything is right", question: tickAllWins,
		Why:    "If every answer is right, nobody has to read them.",
		Source: haladyna,
		Fix:    "add an answer that somebody might tick and that is not right",
	},
}

// eachAnswer reports every answer to choose that a pattern finds.
func eachAnswer(q *question, p patterns, say report, text string) {
	answers, _ := q.choices()
	for _, a := range answers {
		if p.in(q.page.lang, a.text) {
			say(a.at, text)
		}
	}
}

var allPattern = byLanguage(
	`^(?:all (?:of )?(?:the above|(?:the |these )?(?:answers|options|choices)|of these)|all of these|any of the above|(?:both|each) of the above)(?: (?:is|are) .*| above| apply)?\W*$`,
	`^(?:tout(?:es)? (?:ces|les) (?:réponses|options)|tous (?:ces|les) (?:choix|énoncés)|toutes ces réponses|tout ce qui précède|l'ensemble de ces réponses|chacune de ces réponses)(?: (?:est|sont) .*| ci-dessus.*| précédentes| qui précèdent)?\W*$`)

func allOfTheAbove(q *question, say report) {
	eachAnswer(q, allPattern, say, "this answer means all the others")
}

var nonePattern = byLanguage(
	`^(?:none (?:of )?(?:the above|these|(?:the |these )?(?:answers|options|choices))|neither of the above|no answer is (?:right|correct))(?: (?:is|are) .*| above| apply)?\W*$`,
	`^(?:aucune? (?:de ces|des) (?:réponses|options|choix|énoncés)|rien de ce qui précède|aucune réponse n'est .*)(?: n'est .*| ci-dessus.*| précédentes)?\W*$`)

func noneOfTheAbove(q *question, say report) {
	eachAnswer(q, nonePattern, say, "this answer means none of the others")
}

var lettersPattern = once.Regexp(`^(?:(?i:both|only|answers?|options?|les réponses|réponses) )*\(?([A-Fa-f]|[1-6])\)?(?:, ?\(?(?:[A-Fa-f]|[1-6])\)?)*,? (?:and|or|&|et|ou) \(?(?:[A-Fa-f]|[1-6])\)?(?: (?:only|seulement|above|ci-dessus|are .*|sont .*))?\W*$`)

// aAndB passes over questions whose answers are all letters or numbers: then
// letters are what they are about.
func aAndB(q *question, say report) {
	answers, _ := q.choices()
	short := func(a answer) bool { return len(a.text) <= 2 || lettersPattern.MatchString(a.text) }
	if !slices.ContainsFunc(answers, func(a answer) bool { return !short(a) }) {
		return
	}
	for _, a := range answers {
		if lettersPattern.MatchString(a.text) {
			say(a.at, "this answer points at others by their letters")
		}
	}
}

var (
	absolute = byLanguage(
		`\b(?:always|never|under no circumstances|in every case|without exception|at all times|no matter what)\b`,
		`(?:^|[^\pL])(?:toujours|jamais|en aucun cas|dans tous les cas|sans exception|en toutes circonstances|quoi qu'il arrive)(?:$|[^\pL])`)
	// What has never happened, or still lasts, is no claim about every case.
	story = byLanguage(
		`\b(?:ha[sd]|have|'ve|'s|'d|was|were|as) (?:always|never)\b|\b(?:always|never)-|\bnever mind\b`,
		`\b(?:ai|as|a|avons|avez|ont|avait|avaient|comme) (?:jamais|toujours)|toujours (?:pas|en|là)\b`)
)

func absoluteWord(q *question, say report) {
	answers, key, ok := q.key()
	found := func(a answer) string {
		text := unquoted(a.text)
		if story.in(q.page.lang, text) {
			return ""
		}
		return strings.Trim(absolute.find(q.page.lang, text), " .,;:!?'’-\u00a0")
	}
	if !ok || found(answers[key]) != "" {
		return
	}
	for _, a := range answers {
		if word := found(a); word != "" {
			say(a.at, "“%s” makes this wrong answer easy to see", word)
		}
	}
}

var vague = byLanguage(
	`\b(?:often|sometimes|frequently|rarely|seldom|occasionally|usually|regularly|now and then|from time to time)\b`,
	`(?:^|[^\pL])(?:souvent|parfois|quelquefois|fréquemment|rarement|à l'occasion|de temps en temps|régulièrement|d'habitude)(?:$|[^\pL])`)

func vagueFrequency(q *question, say report) {
	answers, _ := q.choices()
	for _, a := range answers {
		if word := strings.Trim(vague.find(q.page.lang, unquoted(a.text)), " .,;:!?'’\u00a0"); word != "" {
			say(a.at, "“%s” means other things to other people", word)
		}
	}
}

// repeatedOpening leaves quoted speech alone: it cannot move into the question.
func repeatedOpening(q *question, say report) {
	const shared = 3
	answers, _ := q.choices()
	if len(answers) < 3 {
		return
	}
	first := wordsOf(answers[0].text)
	for _, a := range answers {
		words := wordsOf(unquoted(a.text))
		if len(words) <= shared || len(first) <= shared || !slices.Equal(words[:shared], first[:shared]) {
			return
		}
	}
	say(answers[0].at, "all answers begin with “%s”", strings.Join(first[:shared], " "))
}
