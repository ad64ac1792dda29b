package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"io/fs"
	"path"
	"slices"

	"lectern/internal/together"
)

// A memory is kept as a head, which is what is known of all lessons, and groups of
// lessons. Groups are written and read side by side, and those in which every
// lesson stands are taken over as they lie. What the search reads of lessons is the
// most of it, and lies behind the rest of its group as it is.

// group is some lessons in a memory as it is kept.
type group struct {
	Files []string // of lessons
	Size  int      // in bytes
	Texts int      // how many of them are texts of the search
	Sum   digest   // of data
	data  []byte
}

// lessonKept is a lesson in a group. The places have no texts: these lie behind.
type lessonKept struct {
	Lesson lessonIn
	Texts  []int // how long those of the places are, in bytes
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

// Pieces are the memory as it is kept, one after the other.
func (m *Memory) Pieces() ([][]byte, error) {
	groups := groupsOf(sortedKeys(m.Lessons))
	err := together.Do(len(groups), func(i int) error { return m.write(&groups[i]) })
	if err != nil {
		return nil, err
	}
	head := memoryHead{*m, groups}
	head.Lessons = nil
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(head); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b.Bytes())
	pieces := [][]byte{binary.BigEndian.AppendUint64(sum[:], uint64(b.Len())), b.Bytes()}
	for _, g := range groups {
		pieces = append(pieces, g.data)
	}
	return pieces, nil
}

// write makes the bytes of a group, or takes them from the build before.
func (m *Memory) write(g *group) error {
	if m.stands(g) {
		return nil
	}
	var b, texts bytes.Buffer
	kept := make([]lessonKept, len(g.Files))
	for i, name := range g.Files {
		kept[i] = m.Lessons[name].withoutTexts(&texts)
	}
	if err := gob.NewEncoder(&b).Encode(kept); err != nil {
		return err
	}
	g.Texts = texts.Len()
	b.Write(texts.Bytes())
	g.data, g.Size, g.Sum = b.Bytes(), b.Len(), sha256.Sum256(b.Bytes())
	return nil
}

func (l *lessonIn) withoutTexts(texts *bytes.Buffer) lessonKept {
	k := lessonKept{*l, make([]int, len(l.Places))}
	k.Lesson.Places = slices.Clone(l.Places)
	for i := range k.Lesson.Places {
		p := &k.Lesson.Places[i]
		k.Texts[i] = len(p.Text)
		texts.WriteString(p.Text)
		p.Text = ""
	}
	return k
}

// read reads the lessons of a group.
func (g *group) read() (lessons []*lessonIn, err error) {
	if sha256.Sum256(g.data) != g.Sum || g.Texts < 0 || g.Texts > len(g.data) {
		return nil, errForgotten
	}
	var kept []lessonKept
	end := len(g.data) - g.Texts
	if err := gob.NewDecoder(bytes.NewReader(g.data[:end])).Decode(&kept); err != nil || len(kept) != len(g.Files) {
		return nil, errors.Join(err, errForgotten)
	}
	texts := string(g.data[end:])
	for i := range kept {
		l := &kept[i].Lesson
		for n, size := range kept[i].Texts {
			if n >= len(l.Places) || size < 0 || size > len(texts) {
				return nil, errForgotten
			}
			l.Places[n].Text, texts = texts[:size], texts[size:]
		}
		lessons = append(lessons, l)
	}
	return lessons, nil
}

// stands takes a group over whose lessons are those of the build before. It returns
// false if one is not.
func (m *Memory) stands(g *group) bool {
	if m.was == nil {
		return false
	}
	for _, name := range g.Files {
		if m.Lessons[name] != m.was.Lessons[name] {
			return false
		}
	}
	for _, was := range m.was.groups {
		if slices.Equal(was.Files, g.Files) {
			*g = was
			return true
		}
	}
	return false
}

var errForgotten = errors.New("this is no memory of a build")

// ReadMemory reads what Pieces made. The site that it is of lies in site.
func ReadMemory(data []byte, site fs.FS) (*Memory, error) {
	const before = sha256.Size + 8 // what stands before the head
	if len(data) < before {
		return nil, errForgotten
	}
	sum, size, data := [sha256.Size]byte(data), binary.BigEndian.Uint64(data[sha256.Size:]), data[before:]
	if size > uint64(len(data)) || sha256.Sum256(data[:size]) != sum {
		return nil, errForgotten
	}
	var head memoryHead
	if err := gob.NewDecoder(bytes.NewReader(data[:size])).Decode(&head); err != nil {
		return nil, err
	}
	data = data[size:]
	m := &head.Memory
	m.site, m.Lessons, m.groups = site, map[string]*lessonIn{}, head.Groups
	for i := range m.groups {
		g := &m.groups[i]
		if g.Size < 0 || g.Size > len(data) {
			return nil, errForgotten
		}
		g.data, data = data[:g.Size], data[g.Size:]
	}
	lessons := make([][]*lessonIn, len(m.groups))
	err := together.Do(len(m.groups), func(i int) (err error) {
		lessons[i], err = m.groups[i].read()
		return err
	})
	if err != nil || len(data) > 0 {
		return nil, errors.Join(err, errForgotten)
	}
	for i, g := range m.groups {
		for n, name := range g.Files {
			m.Lessons[name] = lessons[i][n]
		}
	}
	return m, nil
}
