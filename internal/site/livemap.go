package site

import (
	"html"
	"slices"
	"strings"

	"lectern/layouts"
	"lectern/quiz"
)

// Map is the page that shows where each choice of a branching question leads, as
// the facilitator's edition has it; id is the question's. ok is false when there is no
// such question.
func (l *Live) Map(id string) (page []byte, ok bool) {
	l.parseFor(l.pageAsking(id))
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.shop == nil {
		return nil, false
	}
	b := l.shop.languages[0]
	for _, lesson := range b.course.Lessons {
		for _, q := range lesson.Doc.Questions {
			if q.Base().ID != id {
				continue
			}
			if drawn := b.mapOf(q); drawn != "" {
				return b.mapPage(q.Base().StemText, "/"+escapePath(lesson.URL)+"#"+escapePath("q-"+id), drawn, lesson.Title), true
			}
		}
	}
	return nil, false
}

// pageAsking is the page of a question, by its id; "" when there is none.
func (l *Live) pageAsking(id string) string {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.shop != nil {
		for _, lesson := range l.shop.languages[0].course.Lessons {
			if slices.ContainsFunc(lesson.Doc.Questions, func(q quiz.Question) bool { return q.Base().ID == id }) {
				return lesson.URL
			}
		}
	}
	return ""
}

// mapPage is a page around a map. It lies in no site, and its addresses begin at
// the top.
func (b *builder) mapPage(title, way, drawn, lesson string) []byte {
	styles, _ := b.theme.Assets.Of([]string{layouts.Drawings})
	page := "<!doctype html>\n<html lang=\"" + html.EscapeString(b.code) + "\"" + string(dirOf(b.code)) + ">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>" + html.EscapeString(title) + "</title>\n"
	for _, style := range styles {
		page += "<link rel=\"stylesheet\" href=\"/" + html.EscapeString(style) + "\">\n"
	}
	page += "</head>\n<body>\n<main class=\"map-alone\">\n<h1>" + html.EscapeString(title) + "</h1>\n" +
		"<p><a href=\"" + html.EscapeString(way) + "\">" + html.EscapeString(lesson) + "</a></p>\n" +
		strings.Replace(drawn, `<details class="map">`, `<details class="map" open>`, 1) + "</main>\n</body>\n</html>\n"
	return []byte(page)
}
