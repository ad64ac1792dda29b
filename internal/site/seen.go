package site

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"

	"lectern/internal/course"
)

// What the pages of a lesson see of the rest of the course is little: the menu,
// their neighbours, what links lead to, what they load. While that is the same,
// and the lesson's own text, so are they.

// sight is what lessons see.
type sight struct {
	b        *builder
	everyone []byte                    // what each of them sees
	modules  map[*course.Module]digest // what those of a module see besides
}

type digest [sha256.Size]byte

func sumOf(h hash.Hash) (d digest) {
	h.Sum(d[:0])
	return d
}

func (b *builder) sight() *sight {
	s := &sight{b: b, modules: map[*course.Module]digest{}}
	all := sha256.New()
	fmt.Fprintf(all, "%q %q %q %d\n", b.code, b.title, b.plain, len(b.course.Lessons))
	b.theme.Assets.WriteNames(all)
	for _, m := range b.course.Modules {
		fmt.Fprintf(all, "%d %q %q %d\n", m.Number, m.Slug, m.Dir, len(m.Lessons))
		writeLink(all, &m.Page)
		own := sha256.New()
		for _, l := range m.Lessons {
			writeLink(own, &l.Page)
		}
		s.modules[m] = sumOf(own)
		if m.Slug == "" || b.isSmall() { // these lessons are in every menu
			fmt.Fprintf(all, "%x\n", s.modules[m])
		}
	}
	s.everyone = all.Sum(nil)
	return s
}

// writeLink writes a page as others link to it; nil is none.
func writeLink(w io.Writer, p *course.Page) {
	if p == nil {
		p = &course.Page{}
	}
	fmt.Fprintf(w, "%q %q %q\n", p.URL, p.Title, p.Lang)
}

// from is what a lesson sees, whose pages follow these links.
func (s *sight) from(l *course.Lesson, links []asked) digest {
	h := sha256.New()
	fmt.Fprintf(h, "%x %x %d\n", s.everyone, s.modules[l.Module], l.Number)
	for _, n := range []int{l.Number - 2, l.Number} {
		if n >= 0 && n < len(s.b.course.Lessons) {
			writeLink(h, &s.b.course.Lessons[n].Page)
		}
	}
	for _, name := range l.Front.Prerequisites {
		writeLink(h, s.b.course.Prerequisite(name.Value))
	}
	for _, link := range links {
		s.b.course.WriteTarget(h, link.Dir, link.Destination)
	}
	return sumOf(h)
}

// asked is a link that a lesson's page follows, in a text that stands in the
// folder Dir.
type asked struct{ Dir, Destination string }

// inOneOrder lists links.
func inOneOrder(links map[asked]bool) []asked {
	return slices.SortedFunc(maps.Keys(links), func(x, y asked) int {
		return cmp.Or(cmp.Compare(x.Dir, y.Dir), cmp.Compare(x.Destination, y.Destination))
	})
}
