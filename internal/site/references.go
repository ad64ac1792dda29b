package site

import (
	"html/template"
	"strings"

	"lectern/internal/course"
	"lectern/internal/prose"
	"lectern/internal/reference"
)

type workView struct {
	ID       string
	HTML     template.HTML
	UsedIn   []Link
	MoreUses int // how many lessons UsedIn leaves out
}

// work is one work of the course's list of references, written out once for
// all pages.
type work struct {
	workView
	rank int // its place in the list
}

func worksOf(l *reference.Library, lang string) map[string]work {
	works := map[string]work{}
	for rank, item := range l.Sorted() {
		works[item.ID] = work{workView{ID: item.ID, HTML: template.HTML(prose.Unbroken(item.HTML(), lang))}, rank}
	}
	return works
}

type referencesView struct {
	*frame
	Cited []workView
}

func (b *builder) referencesView(f *frame) any {
	f.Title = f.T("references")
	v := referencesView{frame: f}
	citing := b.citing()
	v.Cited = make([]workView, len(b.works))
	for id, w := range b.works {
		used, more := few(citing[id])
		w.UsedIn, w.MoreUses = b.lessonLinks(f.url, used, b.code), more
		v.Cited[w.rank] = w.workView
	}
	return v
}

// citing lists the lessons whose text cites each work.
func (b *builder) citing() map[string][]*course.Lesson {
	citing := map[string][]*course.Lesson{}
	for _, l := range b.course.Lessons {
		seen := map[string]bool{}
		for _, r := range l.Page.Body.Refs {
			for _, id := range citedBy(r) {
				if !seen[id] {
					seen[id] = true
					citing[id] = append(citing[id], l)
				}
			}
		}
	}
	return citing
}

func citedBy(r prose.Ref) []string {
	switch r.Kind {
	case prose.Mention:
		return []string{strings.TrimPrefix(r.Target, "@")}
	case prose.Citation:
		c, _ := reference.ParseCitation(r.Target)
		var ids []string
		for _, k := range c.Keys {
			ids = append(ids, k.ID)
		}
		return ids
	}
	return nil
}
