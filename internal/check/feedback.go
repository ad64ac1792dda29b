package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lectern/internal/once"
	"lectern/quiz"
)

// feedbackRules look at what a student is told.
var feedbackRules = []Rule{
	{
		Name: "no-feedback", Finds: "A question that never says why", question: noFeedback,
		Why:    "A mark alone teaches little. What helps is the reason, right after the answer.",
		Source: "Shute (2008), Focus on formative feedback; Butler, Karpicke and Roediger (2008).",
		Fix:    "write the reason below an answer, as `  > …`, or below all of them, as `> **Why:** …`",
	},
	{
		Name: "empty-feedback", Finds: "Feedback that says no more than the mark", question: emptyFeedback,
		Why:    "The page has said already whether the answer is right. The student still does not know why.",
		Source: "Shute (2008), Focus on formative feedback.",
		Fix:    "say why it is right, or what somebody who chose it may have thought",
	},
	{
		Name: "hint-tells-answer", Finds: "A hint that holds the answer", question: hintTellsAnswer,
		Why:    "Then there is nothing left to find.",
		Source: "Shute (2008), Focus on formative feedback.",
		Fix:    "point to what to think about; `> **Why:** …` is the place for the answer",
	},
}

// noFeedback looks at marked questions whose answers can have reasons.
func noFeedback(q *question, say report) {
	if q.Unmarked || !q.Why.Empty() || q.explains() {
		return
	}
	say(q.At, "nothing tells the student why an answer is right or not")
}

// explains reports whether any answer has a reason, or the kind of question
// has none to give.
func (q *question) explains() bool {
	switch shape := q.shape.(type) {
	case quiz.Choices, quiz.Text, quiz.Number:
		return slices.ContainsFunc(q.answers, func(a answer) bool { return !a.feedback.Empty() || !a.leftOut.Empty() })
	case quiz.Pairs:
		return slices.ContainsFunc(shape.Pairs, func(p quiz.Pair) bool { return !p.Feedback.Empty() || !p.LeftOut.Empty() })
	case quiz.Sequence:
		return slices.ContainsFunc(shape.Steps, func(s quiz.SequenceStep) bool { return !s.Feedback.Empty() })
	case quiz.Groups:
		return slices.ContainsFunc(shape.Groups, func(g quiz.Group) bool { return !g.Feedback.Empty() })
	case quiz.Judged:
		return slices.ContainsFunc(shape.Replies, func(r quiz.JudgedReply) bool { return !r.Feedback.Empty() })
	}
	return true // of a text with blanks, the whole text is the answer
}

var sayNothing = byLanguage(
	`^(?:(?:yes|no|right|wrong|correct|incorrect|exactly|true|false|good|great|sorry|not quite|not really|not yet|try again|almost|close|well done|good job|great job|nice work|perfect|that's right|that's correct|that's wrong|that is (?:right|correct|wrong|incorrect)|this is (?:right|correct|wrong|incorrect|not right|not correct)|the (?:right|wrong) answer|(?:right|wrong|correct|good) answer)\W*){1,3}$`,
	`^(?:(?:oui|non|vrai|faux|exact|juste|correct|incorrect|bravo|dommage|presque|désolé|bien|très bien|parfait|pas tout à fait|essayez encore|essaie encore|réessayez|c'est (?:juste|exact|faux|correct|vrai|bien|ça)|bonne réponse|mauvaise réponse|la bonne réponse|bien joué)\W*){1,3}$`)

func emptyFeedback(q *question, say report) {
	for _, a := range q.answers {
		if words := a.feedback.Plain(); words != "" && sayNothing.in(q.page.lang, words) {
			say(a.at, "the feedback “%s” says no more than the mark", words)
		}
	}
	if words := q.Why.Plain(); words != "" && sayNothing.in(q.page.lang, words) {
		say(q.At, "the reason “%s” says no more than the mark", words)
	}
}

var onlyDigits = once.Regexp(`^\d+$`)

// hintTellsAnswer passes over words so short that they are part of many
// sentences, and over hints that name other answers, too.
func hintTellsAnswer(q *question, say report) {
	for _, hint := range q.Hints {
		words := " " + simple(hint.Plain()) + " "
		told, others := "", 0
		for _, a := range q.answers {
			form := simple(a.text)
			if !strings.Contains(words, " "+form+" ") || utf8.RuneCountInString(form) < 4 && !onlyDigits.MatchString(form) || form == "" {
				continue
			}
			if a.right {
				told = a.text
			} else {
				others++
			}
		}
		if told != "" && others == 0 {
			say(q.At, "a hint holds the answer, “%s”", told)
			return
		}
	}
}
