package site

import (
	"lectern/internal/settings"
	"lectern/layouts"
)

// The facilitator's edition holds the answers. It must not be taken for the
// students', so its name is another wherever a name is seen, and its id is
// another wherever a browser keeps something: what a facilitator tries out does
// not mix with a student's progress on the same device.

const facilitatorID = "-facilitator"

// mark gives the course the id of the facilitator's edition.
func mark(s *settings.Site) { s.ID.Value += facilitatorID }

// marked is a language of the course with the name of that edition.
func (l locale) marked(words *layouts.Words) locale {
	l.plain, l.title = l.title, words.Say("edition-title", "title", l.title)
	return l
}
