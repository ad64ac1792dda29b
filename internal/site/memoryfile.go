package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"io/fs"
	"path"
	"slices"

	"lectern/internal/together"
)

// A memory is kept as a digest of the rest, what is known of all lessons, and
// groups of lessons. Groups are written and read side by side, and those in which
// every lesson stands are taken over as they lie.

// group is some lessons in a memory as it is kept.
type group struct {
	Files []string // of lessons
	Size  int      // in bytes
	data  []byte
}

// inGroup is how many lessons a group has at most, all of one folder.
const inGroup = 64

// groupsOf parts lessons into groups.
func groupsOf(files []string) (groups []group) {
	for i, name := range files {
		if i == 0 || path.Dir(name) != path.Dir(files[i-1]) || len(groups[len(groups)-1].Files) == inGroup {
			groups = append(groups, group{})
		}
		last := &groups[len(groups)-1]
		last.Files = append(last.Files, name)
	}
	return groups
}

// memoryHead is what is known of all lessons.
type memoryHead struct {
	Memory
	Groups []group
}

// Bytes is the memory as it is kept.
func (m *Memory) Bytes() ([]byte, error) {
	groups := groupsOf(sortedKeys(m.Lessons))
	err := together.Do(len(groups), func(i int) error { return m.write(&groups[i]) })
	if err != nil {
		return nil, err
	}
	head := memoryHead{*m, groups}
	head.Lessons = nil
	var b bytes.Buffer
	b.Write(make([]byte, sha256.Size))
	if err := gob.NewEncoder(&b).Encode(head); err != nil {
		return nil, err
	}
	for _, g := range groups {
		b.Write(g.data)
	}
	data := b.Bytes()
	sum := sha256.Sum256(data[sha256.Size:])
	copy(data, sum[:])
	return data, nil
}

// write makes the bytes of a group, or takes them from the build before.
func (m *Memory) write(g *group) error {
	if g.data = m.standing(g); g.data == nil {
		lessons := make([]*lessonIn, len(g.Files))
		for i, name := range g.Files {
			lessons[i] = m.Lessons[name]
		}
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(lessons); err != nil {
			return err
		}
		g.data = b.Bytes()
	}
	g.Size = len(g.data)
	return nil
}

// standing are the bytes of a group whose lessons are those of the build before;
// nil if one is not.
func (m *Memory) standing(g *group) []byte {
	if m.was == nil {
		return nil
	}
	for _, name := range g.Files {
		if m.Lessons[name] != m.was.Lessons[name] {
			return nil
		}
	}
	for _, was := range m.was.groups {
		if slices.Equal(was.Files, g.Files) {
			return was.data
		}
	}
	return nil
}

var errForgotten = errors.New("this is no memory of a build")

// ReadMemory reads what Bytes wrote. The site that it is of lies in site.
func ReadMemory(data []byte, site fs.FS) (*Memory, error) {
	if len(data) < sha256.Size || sha256.Sum256(data[sha256.Size:]) != [sha256.Size]byte(data[:sha256.Size]) {
		return nil, errForgotten
	}
	rest := bytes.NewReader(data[sha256.Size:])
	var head memoryHead
	if err := gob.NewDecoder(rest).Decode(&head); err != nil {
		return nil, err
	}
	m := &head.Memory
	m.site, m.Lessons, m.groups = site, map[string]*lessonIn{}, head.Groups
	data = data[len(data)-rest.Len():]
	lessons := make([][]*lessonIn, len(m.groups))
	for i := range m.groups {
		g := &m.groups[i]
		if g.Size < 0 || g.Size > len(data) {
			return nil, errForgotten
		}
		g.data, data = data[:g.Size], data[g.Size:]
	}
	err := together.Do(len(m.groups), func(i int) error {
		return gob.NewDecoder(bytes.NewReader(m.groups[i].data)).Decode(&lessons[i])
	})
	if err != nil {
		return nil, err
	}
	for i, g := range m.groups {
		if len(lessons[i]) != len(g.Files) {
			return nil, errForgotten
		}
		for n, name := range g.Files {
			m.Lessons[name] = lessons[i][n]
		}
	}
	return m, nil
}
