package site

import "lectern/internal/course"

// locale is one of the languages of a course.
type locale struct {
	code   string // BCP 47
	folder string // of its pages in the site, with a slash; "" for the default language
	title  string // of the course
}

// locales lists the languages of the course, the default one first.
func (c *Config) locales() []locale {
	return []locale{{code: c.Language.Value, title: c.Title.Value}}
}

// addressOf is how a page refers to what a link leads to: a page of the same
// language, or a file that lies beside the lessons.
func (b *builder) addressOf(from string, t *course.Target) string {
	if t.Anchors == nil {
		return b.way(from, t.URL)
	}
	return relative(from, t.URL)
}

// way is how a page refers to a file that is there once for all languages.
func (b *builder) way(from, file string) string {
	return relative(b.folder+from, file)
}
