package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
)

// recorder receives rendered HTML and remembers the openings in it.
type recorder struct {
	bytes.Buffer
	refs  []prose.Ref
	words []prose.Span
	quiet int  // more than 0 inside links and headings, where no term is marked
	raw   int  // more than 0 inside links written as HTML
	over  bool // there was more than maxHTML
	cut   int  // the place of the last opening, which parts running text
}

// Buffered and Flush make a recorder a util.BufWriter, which goldmark then
// writes to directly.
func (r *recorder) Buffered() int { return 0 }
func (r *recorder) Flush() error  { return nil }

// Write and WriteString stop at a limit: a link that is defined once and used
// often could make a short text into a page that fills the memory.
func (r *recorder) Write(b []byte) (int, error) {
	if r.over = r.over || r.Len()+len(b) > maxHTML; r.over {
		return len(b), nil
	}
	return r.Buffer.Write(b)
}

func (r *recorder) WriteString(s string) (int, error) {
	if r.over = r.over || r.Len()+len(s) > maxHTML; r.over {
		return len(s), nil
	}
	return r.Buffer.WriteString(s)
}

// open leaves an opening at the present place.
func (r *recorder) open(kind prose.Kind, target string, place source.Range) {
	r.cut = r.Len()
	r.refs = append(r.refs, prose.Ref{Kind: kind, At: r.cut, Target: target, Place: place})
}

// put writes what was rendered before, with its openings.
func (r *recorder) put(t prose.Text) {
	start := r.Len()
	r.WriteString(t.HTML)
	if r.over {
		return
	}
	for _, ref := range t.Refs {
		ref.At += start
		r.refs = append(r.refs, ref)
		r.cut = ref.At
	}
}

// running notes that what was written since start is running text.
func (r *recorder) running(start int) {
	if r.quiet > 0 || r.raw > 0 || start == r.Len() {
		return
	}
	if n := len(r.words); n > 0 && r.words[n-1].End == start && start != r.cut {
		r.words[n-1].End = r.Len()
		return
	}
	r.words = append(r.words, prose.Span{Start: start, End: r.Len()})
}

var linkTag = once.Regexp(`(?i)^<(/?)(?:a|button)(?:[\s>])`)

// aroundLink keeps terms out of a link that an author wrote as HTML.
func (r *recorder) aroundLink(tag []byte) {
	switch m := linkTag.FindSubmatch(tag); {
	case m == nil:
	case len(m[1]) == 0:
		r.raw++
	case r.raw > 0:
		r.raw--
	}
}

func (r *recorder) text() prose.Text {
	return prose.Text{HTML: r.String(), Refs: append([]prose.Ref(nil), r.refs...), Words: append([]prose.Span(nil), r.words...)}
}

// recorded is the text that write writes. A lesson is rendered in a hundred pieces,
// and a piece sometimes while another is: recorders are used again, with the room
// that they have.
func (p *page) recorded(write func(*recorder)) prose.Text {
	r := &recorder{}
	if n := len(p.recorders); n > 0 {
		r, p.recorders = p.recorders[n-1], p.recorders[:n-1]
		r.Reset()
		*r = recorder{Buffer: r.Buffer, refs: r.refs[:0], words: r.words[:0]}
	}
	write(r)
	p.recorders = append(p.recorders, r)
	return r.text()
}

// recorderOf is the recorder behind a renderer's writer.
func recorderOf(w util.BufWriter) *recorder { return w.(*recorder) }

func countWords(s string) (n int) {
	inside := false
	for i, size := 0, 0; i < len(s); i += size {
		is := false
		if c := s[i]; c < utf8.RuneSelf {
			is, size = isOfWordInASCII[c], 1
		} else {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			is = isOfWord(r)
		}
		if is && !inside {
			n++
		}
		inside = is
	}
	return n
}

// isOfWordInASCII answers for nearly every sign of most texts.
var isOfWordInASCII = func() (is [utf8.RuneSelf]bool) {
	for r := range is {
		is[r] = isOfWord(rune(r))
	}
	return is
}()

func isOfWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '\'' || r == '-'
	}
	return r == '’' || unicode.IsLetter(r) || unicode.IsDigit(r)
}
