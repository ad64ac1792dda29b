package site

import (
	"html/template"
	"strings"

	"lectern/internal/prose"
	"lectern/internal/reference"
)

type workView struct {
	ID     string
	HTML   template.HTML
	UsedIn []Link
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
	used := b.citedIn(f.url)
	v.Cited = make([]workView, len(b.works))
	for id, w := range b.works {
		w.UsedIn = used[id]
		v.Cited[w.rank] = w.workView
	}
	return v
}

// citedIn lists the lessons whose text cites each work.
func (b *builder) citedIn(from string) map[string][]Link {
	used := map[string][]Link{}
	for _, l := range b.course.Lessons {
		seen := map[string]bool{}
		for _, r := range l.Page.Body.Refs {
			for _, id := range citedBy(r) {
				if !seen[id] {
					seen[id] = true
					used[id] = append(used[id], b.linkTo(from, &l.Page, b.code))
				}
			}
		}
	}
	return used
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
