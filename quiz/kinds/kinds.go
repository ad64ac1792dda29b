// Package kinds is the one list of the kinds of question there are.
package kinds

import (
	"lectern/quiz"
	"lectern/quiz/card"
	"lectern/quiz/choice"
	"lectern/quiz/gaps"
	"lectern/quiz/judge"
	"lectern/quiz/match"
	"lectern/quiz/number"
	"lectern/quiz/order"
	"lectern/quiz/rate"
	"lectern/quiz/reflect"
	"lectern/quiz/scenario"
	"lectern/quiz/sort"
	"lectern/quiz/text"
)

// Card is a card to turn that is no question of a lesson, such as a term of the
// glossary. base says what stands on its front.
func Card(base quiz.Base, face quiz.Flashcard) quiz.Question { return card.New(base, face) }

// All returns every kind. Of two kinds that share a keyword, the first to
// claim a question's answers gets it.
func All() quiz.Catalog {
	return quiz.Catalog{
		choice.Kind{},
		number.Kind{}, // before text, which takes any words
		text.Kind{},
		reflect.Kind{},
		gaps.Kind{},
		judge.Kind{},
		sort.Kind{},
		match.Kind{},
		rate.Kind{},
		card.Kind{},
		order.Kind{},
		scenario.Kind{},
	}
}
