// Package kinds is the one list of the kinds of question there are.
package kinds

import (
	"lectern/quiz"
	"lectern/quiz/choice"
	"lectern/quiz/reflect"
	"lectern/quiz/text"
)

// All returns every kind. Of two kinds that share a keyword, the first to
// claim a question's answers gets it.
func All() quiz.Catalog {
	return quiz.Catalog{
		choice.Kind{},
		text.Kind{},
		reflect.Kind{},
	}
}
