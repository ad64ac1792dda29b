package scaffold

import (
	"io/fs"
	"path"

	"lectern/internal/once"
	"lectern/internal/settings"
)

// name is what may be an id, in whatever it stands.
var name = once.Regexp(`[\pL\pM\p{Nd}][\pL\pM\p{Nd}._-]*`)

// Taken returns which ids are taken in a course: every word of every lesson that
// could be one, so that it needs no lesson without errors.
func Taken(course fs.FS) func(id string) bool {
	words := map[string]bool{}
	_ = fs.WalkDir(course, settings.Content, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(p) != ".md" {
			return nil // what cannot be read is told by whoever builds the course
		}
		text, _ := fs.ReadFile(course, p)
		for _, word := range name.FindAll(text, -1) {
			words[string(word)] = true
		}
		return nil
	})
	return func(id string) bool { return words[id] }
}
