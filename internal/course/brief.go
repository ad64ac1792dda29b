package course

import (
	"crypto/sha256"
	"slices"

	"lectern/internal/markdown"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
)

// Brief is what the rest of a course knows of a lesson: enough to number it, to
// list it and to lead to it, not to show it. A build keeps the briefs of its
// lessons for the next one, which parses only those whose text is another.
type Brief struct {
	Text       [sha256.Size]byte // a digest of the file's text
	Slug       string
	Front      FrontMatter // but for Glossary, which Terms have heeded
	Title      string      // as Document has it, and what follows
	Words      int
	Drawn      bool
	Headings   []markdown.Heading
	Anchors    []string
	Objectives []yamlx.Text
	Questions  []quiz.Base // without prose and file
	Quizzes    []quiz.Quiz // likewise, without questions
	Terms      []string    // ids, in order
	Cited      []prose.Ref // the citations in its body
}

// BriefOf is what to keep of a lesson in a course's own language, which has no
// errors.
func BriefOf(l *Lesson) *Brief {
	if l.Brief != nil {
		return l.Brief
	}
	doc := l.Doc
	b := &Brief{
		Text: sha256.Sum256(l.File.Text()), Slug: l.Slug(), Front: l.Front, Title: doc.Title, Words: doc.Words, Drawn: doc.Drawn,
		Headings: doc.Headings, Objectives: doc.Objectives,
	}
	for anchor := range doc.Anchors {
		b.Anchors = append(b.Anchors, anchor)
	}
	slices.Sort(b.Anchors)
	for _, q := range doc.Questions {
		q := q.Base()
		b.Questions = append(b.Questions, quiz.Base{
			Kind: q.Kind, ID: q.ID, Derived: q.Derived, Was: q.Was, StemText: q.StemText, Objectives: q.Objectives, Points: q.Points,
			Confidence: q.Confidence, Unmarked: q.Unmarked, At: q.At, IDAt: q.IDAt,
		})
	}
	for _, q := range doc.Quizzes {
		b.Quizzes = append(b.Quizzes, quiz.Quiz{ID: q.ID, IDAt: q.IDAt})
	}
	for _, e := range l.Terms {
		b.Terms = append(b.Terms, e.ID)
	}
	for _, r := range l.Body.Refs {
		if r.Kind == prose.Citation || r.Kind == prose.Mention {
			b.Cited = append(b.Cited, r)
		}
	}
	return b
}

// isOf reports whether b is of this text, read in this way.
func (b *Brief) isOf(f *source.File, request markdown.Request) bool {
	return b.isReadAs(request) && b.IsOf(f)
}

func (b *Brief) isReadAs(request markdown.Request) bool {
	return b.Slug == request.Slug && !request.Entries
}

// page is the brief as what was read of a file.
func (b *Brief) page(f *source.File) readPage {
	doc := &markdown.Document{
		Body: prose.Text{Refs: b.Cited}, Title: b.Title, Words: b.Words, Drawn: b.Drawn, Headings: b.Headings, Objectives: b.Objectives,
		Anchors: map[string]bool{},
	}
	for _, anchor := range b.Anchors {
		doc.Anchors[anchor] = true
	}
	for _, base := range b.Questions {
		base.File = f
		doc.Questions = append(doc.Questions, quiz.Noted(base))
	}
	for _, q := range b.Quizzes {
		q.File = f
		doc.Quizzes = append(doc.Quizzes, &q)
	}
	return readPage{front: b.Front, doc: doc, ok: true, brief: b}
}

// Shorten leaves of a lesson what b knows of it.
func (l *Lesson) Shorten(b *Brief) {
	read := b.page(l.File)
	l.Brief, l.Doc, l.Body = b, read.doc, read.doc.Body
}

// Recall is for reading a course of which there are briefs, by the paths of
// files. It keeps nothing besides. Files that are untouched since the briefs were
// made are not read: what is said of them has no place.
func Recall(briefs map[string]*Brief, untouched map[string]bool) *Kept {
	return &Kept{briefs: briefs, untouched: untouched, builds: true}
}

// Begin is for a preview of a course of which there are briefs, whose files are all
// untouched. Begun ends it.
func Begin(briefs map[string]*Brief) *Kept {
	k := &Kept{briefs: briefs, untouched: map[string]bool{}, begins: true}
	for path := range briefs {
		k.untouched[path] = true
	}
	return k
}

// Begun has every page parsed that is read from now on.
func (k *Kept) Begun() { k.briefs, k.untouched, k.begins = nil, nil, false }

// IsOf reports whether b is of the text of a file.
func (b *Brief) IsOf(f *source.File) bool { return b.Text == sha256.Sum256(f.Text()) }
