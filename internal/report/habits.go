package report

import (
	"fmt"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/quiz"
)

// Habit is where the right answers of a group of questions stand, and whether
// they are the longest. It looks at questions with one right answer among three
// or more.
type Habit struct {
	Quiz    string `json:"quiz"`   // its id; "" for a lesson's other questions, and for the course
	Lesson  string `json:"lesson"` // its URL; "" for the course
	Name    string `json:"name"`   // for people
	Places  Places `json:"places"`
	Longest Count  `json:"longest"` // right answers that are longer than all others
}

// Places is how often the right answer stands first, second, and so on, where
// answers do not change places.
type Places struct {
	At       []int `json:"at"`
	Favoured int   `json:"favoured"` // the place that chance explains least, from 1; 0 when there is none
	Count
}

// Count is how often something is so, and how often by chance.
type Count struct {
	Asked    int     `json:"asked"`
	Found    int     `json:"found"`
	Expected float64 `json:"expected"` // by chance, on average
	Chance   float64 `json:"chance"`   // how probable it is that chance alone brings as many, or more
	Says     string  `json:"says"`     // what it means, as a sentence
}

// fewKeys are too few to say anything about.
const fewKeys = 5

// habitsOf are the habits of the course, and of each quiz and lesson that has
// questions enough.
func habitsOf(c *course.Course) (habits []Habit) {
	var all []check.Key
	for _, l := range c.Lessons {
		rest := keysOf(l.Doc.Questions)
		all = append(all, rest...)
		for _, g := range l.Doc.Quizzes {
			if keys := keysOf(g.Questions); len(keys) >= fewKeys {
				h := newHabit(l.Title+": "+titleOf(g, l), keys)
				h.Quiz, h.Lesson = g.ID, l.URL
				habits = append(habits, h)
			}
		}
		if keys := keysOf(outside(l)); len(keys) >= fewKeys {
			h := newHabit(l.Title, keys)
			h.Lesson = l.URL
			habits = append(habits, h)
		}
	}
	return append([]Habit{newHabit("The whole course", all)}, habits...)
}

// titleOf is the heading of a quiz.
func titleOf(g *quiz.Quiz, l *course.Lesson) string {
	for _, h := range l.Doc.Headings {
		if h.ID == g.HeadingID {
			return h.Text
		}
	}
	return g.ID
}

// outside are the questions that belong to no quiz.
func outside(l *course.Lesson) (questions []quiz.Question) {
	for _, q := range l.Doc.Questions {
		if quizOf(l, q) == "" {
			questions = append(questions, q)
		}
	}
	return questions
}

func keysOf(questions []quiz.Question) (keys []check.Key) {
	for _, q := range questions {
		if k, ok := check.KeyOf(q); ok {
			keys = append(keys, k)
		}
	}
	return keys
}

func newHabit(name string, keys []check.Key) Habit {
	at, favoured, places := check.KeyPlaces(keys)
	h := Habit{Name: name, Places: Places{At: append([]int{}, at...), Count: newCount(places)}, Longest: newCount(check.LongestKeys(keys))}
	if places.Asked > 0 {
		h.Places.Favoured = favoured + 1
	}
	h.Places.Says = h.Places.sentence("Where it stands", fmt.Sprintf("number %d", h.Places.Favoured))
	h.Longest.Says = h.Longest.sentence("How long it is", "the longest")
	return h
}

func newCount(h check.Habit) Count {
	return Count{Asked: h.Asked, Found: h.Found, Expected: round(h.Expected, 1), Chance: round(h.Chance, 4)}
}

// sentence says what a count means. about names it, and what ends "the right
// answer is".
func (c Count) sentence(about, what string) string {
	if c.Asked < fewKeys {
		return fmt.Sprintf("%s: too few questions to say anything (%d).", about, c.Asked)
	}
	said := fmt.Sprintf("In %d of %d questions the right answer is %s; by chance it would be about %.1f.", c.Found, c.Asked, what, c.Expected)
	switch {
	case c.Chance < 0.01:
		return said + " Chance alone brings this less than once in 100 times: students may learn to guess by it."
	case c.Chance < 0.05:
		return said + fmt.Sprintf(" Chance alone brings this about %.0f times in 100: worth a look.", max(1, 100*c.Chance))
	}
	return said + " That is no more than chance brings."
}
