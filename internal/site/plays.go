package site

import (
	"lectern/internal/course"
	"lectern/internal/markdown"
)

// foundPlay is a role-play with the page that it is on.
type foundPlay struct {
	page   *course.Page
	prefix string
	play   markdown.RolePlay
}

// plays are all role-plays of the course, in order.
func (b *builder) plays() (found []foundPlay) {
	on := func(p *course.Page, prefix string) {
		for _, play := range p.Doc.Led.RolePlays {
			found = append(found, foundPlay{p, prefix, play})
		}
	}
	on(b.course.Home, "h-")
	for _, m := range b.course.Modules {
		on(&m.Page, moduleID(m)+"-")
		for _, l := range m.Lessons {
			on(&l.Page, lessonPrefix(l))
		}
	}
	return found
}
