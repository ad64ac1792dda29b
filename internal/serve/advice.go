package serve

import (
	"slices"
	"time"

	"lectern/internal/check"
	"lectern/internal/diag"
)

// needsAll are the rules that cannot tell from one page alone, until the others
// have been read for what they explain.
var needsAll = []string{"undefined-acronym"}

// advice is what `lectern check` says of one page.
func (s *Server) advice(name string) []diag.Message {
	alone := s.live.Alone(name)
	if alone == nil {
		return nil
	}
	explained, read := s.letters.explainedIn(alone.Language)
	var d diag.List
	check.Course(alone, check.Options{FS: s.options.Course, Today: time.Now(), Broken: map[string]bool{}, Explained: explained}, &d)
	config := s.live.Config()
	d.Drop(func(m diag.Message) bool {
		return !read && slices.Contains(needsAll, m.Name) || config.Silenced(m.Name)
	})
	return d.Sorted()
}
