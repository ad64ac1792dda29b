package site

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"html/template"
	"io"
	"io/fs"
	"strings"

	"lectern/internal/course"
)

// wholeHere stands in the sheet of the whole course for what is on it.
const wholeHere = "body-of-the-whole-course-9d51c7"

// wholeFile makes the whole course on paper a lesson at a time: it is the
// largest file of a site. Lessons that stand in the one of the last build are
// taken from there.
func (b *builder) wholeFile(p page) File {
	s := b.emptySheet(p)
	b.titleWhole(s)
	s.Body = wholeHere
	head, foot, _ := strings.Cut(b.onPaper("paper", s), wholeHere)
	file := piecemeal{b: b, sum: sha256.New()}
	file.add([]byte(head))
	b.onWhole = map[string]span{}
	b.eachOnWhole(s, func(l *course.Lesson, part template.HTML) {
		start := file.size
		switch {
		case l == nil:
			file.add([]byte(part))
			return
		case l.Brief != nil:
			file.addStanding(b.before.OnPaper[l.File.Path])
		default:
			file.add([]byte(b.lessonOnPaper(s, l)))
		}
		b.onWhole[l.URL] = span{start, file.size}
	})
	file.add([]byte(foot))
	return file.done(p.url)
}

// piecemeal is a file that is made a piece at a time.
type piecemeal struct {
	b      *builder
	sum    hash.Hash
	size   int64
	pieces []piece
	stands span // the last piece, where it is one of the last build's file
}

func (f *piecemeal) add(data []byte) {
	f.endStanding()
	f.note(data)
	f.size += int64(len(data))
	f.pieces = append(f.pieces, f.b.shelvePiece(data))
}

func (f *piecemeal) note(data []byte) { _, _ = f.sum.Write(data) }

// addStanding adds a range of the last build's file. Ranges that follow each other
// are one piece, as far as there is room.
func (f *piecemeal) addStanding(s span) {
	if s.Start != f.stands.End || s.End-f.stands.Start > largestRoom {
		f.endStanding()
		f.stands = span{s.Start, s.Start}
	}
	f.stands.End = s.End
	f.size += s.End - s.Start
}

func (f *piecemeal) endStanding() {
	s := f.stands
	f.stands = span{}
	if s.Start == s.End {
		return
	}
	read := func(room []byte) ([]byte, error) { return readSpan(f.b.before.site, wholeCourse, s, room) }
	room := roomFor(int(s.End - s.Start))
	defer rooms.Put(room)
	data, err := read(*room)
	if err != nil {
		f.b.diags.ErrorIn(wholeCourse, "forgotten", err.Error(), "")
	}
	f.note(data)
	f.pieces = append(f.pieces, read)
}

func (f *piecemeal) done(path string) File {
	f.endStanding()
	file := File{Path: path, kept: &kept{pieces: f.pieces, size: int(f.size), print: hex.EncodeToString(f.sum.Sum(nil)[:8])}}
	if f.b.shelf == nil {
		file.Data, _ = file.Bytes() // which lie in the memory
		file.kept = nil
	}
	return file
}

// readSpan reads a range of a file, into room where that is enough.
func readSpan(folder fs.FS, name string, s span, room []byte) ([]byte, error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	at, ok := f.(io.ReaderAt)
	if !ok {
		return nil, fs.ErrInvalid
	}
	size := int(s.End - s.Start)
	if cap(room) < size {
		room = make([]byte, size)
	}
	data := room[:size]
	_, err = at.ReadAt(data, s.Start)
	return data, err
}
