package serve

import (
	"slices"
	"time"

	"lectern/internal/check"
	"lectern/internal/diag"
)

// needsAll are the rules that cannot tell from one page alone: `lectern check`
// reads all of them.
var needsAll = []string{"undefined-acronym"}

// advice is what `lectern check` says of one page.
func (s *Server) advice(name string) []diag.Message {
	alone := s.live.Alone(name)
	if alone == nil {
		return nil
	}
	var d diag.List
	check.Course(alone, check.Options{FS: s.options.Course, Today: time.Now(), Broken: map[string]bool{}}, &d)
	config := s.live.Config()
	d.Drop(func(m diag.Message) bool { return slices.Contains(needsAll, m.Name) || config.Silenced(m.Name) })
	return d.Sorted()
}
