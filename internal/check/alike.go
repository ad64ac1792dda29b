package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

var plainNumber = once.Regexp(`^\D{0,2}(\d{1,3}(?:[ ,\x{a0}\x{202f}]\d{3})+|\d+(?:[.,]\d+)?)(?:\s*[-–:]\s*\d+)?((?:[\s\x{a0}\x{202f}]*[\pL%°/$€.]+){0,3})$`)

// numbersNotSorted wants all answers to be numbers of the same unit.
func numbersNotSorted(q *question, say report) {
	answers, _ := q.choices()
	var numbers []float64
	unit := ""
	for i, a := range answers {
		m := plainNumber.FindStringSubmatch(strings.TrimSpace(a.text))
		if m == nil {
			return
		}
		if i > 0 && singular(m[2]) != unit {
			return
		}
		unit = singular(m[2])
		digits := m[1]
		if groups := regexp.MustCompile(`[ ,\x{a0}\x{202f}]`).Split(digits, -1); len(groups) > 1 && len(groups[len(groups)-1]) == 3 {
			digits = strings.Join(groups, "")
		}
		n, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", "."), 64)
		if err != nil {
			return
		}
		numbers = append(numbers, n)
	}
	down := slices.Clone(numbers)
	slices.Reverse(down)
	if len(numbers) >= 3 && !slices.IsSorted(numbers) && !slices.IsSorted(down) {
		say(answers[0].at, "these numbers are in no order")
	}
}

func singular(unit string) string {
	return strings.TrimSuffix(strings.ToLower(strings.TrimSpace(strings.Trim(unit, ". "))), "s")
}

// texts are what a question lists, of which no two may be the same.
func (q *question) texts() (list []string, at []source.Range) {
	plain := func(t prose.Text) { list = append(list, t.Plain()) }
	switch shape := q.shape.(type) {
	case quiz.Choices, quiz.Text:
		for _, a := range q.answers {
			list = append(list, a.text)
		}
	case quiz.Sequence:
		for _, s := range shape.Steps {
			plain(s.Text)
		}
	case quiz.Judged:
		for _, r := range shape.Replies {
			plain(r.Text)
		}
	}
	for i := range list {
		at = append(at, q.answerAt(i))
	}
	return list, at
}

// twins reports each text that is the same as an earlier one once form has
// been at them.
func twins(q *question, form func(string) string, differ bool, say func(at source.Range, other string)) {
	list, at := q.texts()
	seen := map[string]string{}
	for i, text := range list {
		key := form(text)
		other, there := seen[key]
		same := quiz.Fold(other, false) == quiz.Fold(text, false)
		if key != "" && there && same != differ {
			say(at[i], other)
		}
		if !there {
			seen[key] = text
		}
	}
}

func duplicateAnswer(q *question, say report) {
	twins(q, func(s string) string { return quiz.Fold(s, false) }, false, func(at source.Range, _ string) {
		say(at, "but for capitals and punctuation this is there twice")
	})
}

// little are words that change nothing about what an answer says.
var little = map[string]bool{
	"a": true, "an": true, "the": true, "your": true, "their": true, "his": true, "her": true, "our": true, "some": true, "very": true, "really": true, "just": true,
	"un": true, "une": true, "le": true, "la": true, "les": true, "l": true, "des": true, "du": true, "votre": true, "vos": true, "son": true, "sa": true, "ses": true, "leur": true, "leurs": true, "très": true, "bien": true,
}

// nearDuplicate looks at longer answers to choose from: of a single word, a
// letter may be what is asked.
func nearDuplicate(q *question, say report) {
	if _, ok := q.shape.(quiz.Choices); !ok {
		return
	}
	form := func(s string) string {
		var kept []string
		for _, w := range wordsOf(s) {
			w = strings.TrimPrefix(w, "l'")
			if !little[w] {
				kept = append(kept, strings.TrimSuffix(w, "s"))
			}
		}
		if len(kept) < 2 {
			return ""
		}
		return strings.Join(kept, " ")
	}
	twins(q, form, true, func(at source.Range, other string) { say(at, "this hardly differs from “%s”", other) })
}

var yesOrNo = byLanguage(`^(?:true|false|yes|no|right|wrong|agree|disagree|correct|incorrect)\W*$`, `^(?:vrai|faux|oui|non|exact|inexact|correct|incorrect)e?\W*$`)

// isTrueFalse reports whether a question is to be answered by yes or no.
func (q *question) isTrueFalse() bool {
	answers, several := q.choices()
	return !several && len(answers) == 2 && yesOrNo.in(q.page.lang, answers[0].text) && yesOrNo.in(q.page.lang, answers[1].text)
}

func tooFewAnswers(q *question, say report) {
	if answers, several := q.choices(); !several && len(answers) == 2 && !q.isTrueFalse() {
		say(q.At, "there are only two answers to choose from")
	}
}

func tooManyAnswers(q *question, say report) {
	answers, several := q.choices()
	limit := 6
	if several {
		limit = 8
	}
	if len(answers) > limit {
		say(q.At, "there are %d answers to choose from", len(answers))
	}
}

func tickAllWins(q *question, say report) {
	answers, several := q.choices()
	if several && !slices.ContainsFunc(answers, func(a answer) bool { return !a.right }) {
		say(q.At, "every answer is right, so ticking all of them is")
	}
}
