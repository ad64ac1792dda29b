package serve

import (
	"slices"
	"time"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/internal/diag"
)

// needsAll are the rules that cannot tell from one page alone, until the others
// have been read for what they explain.
var needsAll = []string{"undefined-acronym"}

// advice is what `lectern check` says of one page.
func (s *Server) advice(name string) []diag.Message {
	var d diag.List
	var read bool
	found := s.live.Alone(name, func(c *course.Course) {
		var explained func(string) bool
		explained, read = s.letters.explainedIn(c.Language)
		check.Course(c, check.Options{FS: s.options.Course, Today: time.Now(), Broken: map[string]bool{}, Explained: explained}, &d)
	})
	if !found {
		return nil
	}
	config := s.live.Config()
	d.Drop(func(m diag.Message) bool {
		return !read && slices.Contains(needsAll, m.Name) || config.Silenced(m.Name)
	})
	return d.Sorted()
}
