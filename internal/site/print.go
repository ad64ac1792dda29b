package site

import (
	"crypto/sha256"
	"encoding/hex"
	"html"
	"strings"
	"sync"

	"lectern/internal/course"
	"lectern/internal/prose"
	"lectern/internal/search"
	"lectern/internal/together"
	"lectern/quiz"
)

// printOf is a fingerprint of a lesson as students read it: of its words, and of
// what its questions ask, answer and mark. What only looks different
// (markup, punctuation, a link that leads elsewhere, an id) does not count, nor
// does a sentence of the interface. A translation has that of its original: who
// changes the language finds nothing changed.
func (w *workshop) printOf(l *course.Lesson) string {
	if p, ok := w.prints.Load(l.URL); ok {
		return p.(string)
	}
	first := w.languages[0]
	if original := first.course.LessonAt(l.URL); original != nil {
		l = original
	}
	room := lines.Get().(*[]byte)
	line := (*room)[:0]
	for _, text := range []string{l.Title, l.Summary, l.Front.ContentNote, l.Doc.Body.Plain()} {
		line = search.AppendWords(line, text)
	}
	for _, o := range l.Objectives {
		line = search.AppendWords(line, o.Text)
	}
	for _, concept := range l.Front.KeyConcepts {
		line = search.AppendWords(line, concept)
	}
	for _, q := range l.Doc.Questions {
		line = search.AppendWords(line, first.wordsOf(q))
	}
	sum := sha256.Sum256(line)
	*room = line
	lines.Put(room)
	p := hex.EncodeToString(sum[:3])
	w.prints.Store(l.URL, p)
	return p
}

// lines are what the words of lessons are written to.
var lines = sync.Pool{New: func() any { return new([]byte) }}

// printAll makes the fingerprints of all lessons side by side, for a page that
// shows every one of them and that somebody may wait for.
func (b *builder) printAll() {
	_ = together.Do(len(b.course.Lessons), func(i int) error {
		b.printOf(b.course.Lessons[i])
		return nil
	})
}

// wordsOf is all that a question says and marks by, without the interface's own
// words.
func (b *builder) wordsOf(q quiz.Question) string {
	var w strings.Builder
	err := b.theme.Questions.Render(&w, quiz.View{
		Question: q, Words: silent{},
		Fill: func(t prose.Text) string { return html.EscapeString(t.Plain()) },
	})
	if err != nil {
		b.diags.ErrorIn("quiz/"+q.Base().Kind, "theme", err.Error(), "")
	}
	return prose.Text{HTML: w.String()}.Plain()
}

// silent is an interface without words.
type silent struct{}

func (silent) Say(string, ...any) string { return "" }
