// Package judge is the kind of question that a panel of people answered
// before: how good a reply is goes by how many of them chose it.
package judge

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

//go:embed judge.html judge.css judge.js example*.md
var files embed.FS

// Kind is the kind "judge".
type Kind struct{}

func (Kind) Name() string    { return "judge" }
func (Kind) Keyword() string { return "Judge" }
func (Kind) Files() fs.FS    { return files }

// Claims implements quiz.Kind. No other kind has this keyword.
func (Kind) Claims(*quiz.Block) bool { return true }

// Question is a valid question with two or more replies.
type Question struct {
	base    quiz.Base
	Panel   int // how many people there are on the panel
	Most    int // how many of them chose the reply that most chose
	Replies []Reply
}

// Reply is one reply to choose.
type Reply struct {
	Fingerprint string
	Votes       int
	Text        prose.Text
	Feedback    prose.Text // empty when the author gave none

	at source.Range
}

func (q *Question) Base() *quiz.Base { return &q.base }

// Shape implements quiz.Question.
func (q *Question) Shape() quiz.Shape {
	shape := quiz.Judged{Panel: q.Panel}
	for _, r := range q.Replies {
		shape.Replies = append(shape.Replies, quiz.JudgedReply{Text: r.Text, Feedback: r.Feedback, Votes: r.Votes})
	}
	return shape
}

// votesPattern is what a reply begins with: (8/10).
var votesPattern = once.Regexp(`^\(\s*(\d{1,4})\s*/\s*(\d{1,4})\s*\)(?:\s+|$)`)

func isReply(item quiz.Item) bool { return item.Marker == "" && votesPattern.MatchString(item.Source) }

type settings struct{ quiz.Settings }

// Parse implements quiz.Kind.
func (Kind) Parse(b *quiz.Block, d *diag.List) quiz.Question {
	var s settings
	base, ok := b.Base(&s, &s.Settings, isReply, d)
	q := &Question{base: base}
	items := b.Answers(isReply)
	for _, item := range items {
		ok = q.add(b, item, d) && ok
	}
	if len(items) < 2 {
		d.Error(b.File, b.HeadingAt, "replies-few", "this question has "+howMany(len(items))+" to choose from",
			"write two or more, each with how many of the panel chose it: `- (8/10) Thank you for telling me.`")
		ok = false
	}
	if ok && q.Most == 0 {
		d.Error(b.File, b.HeadingAt, "votes-none", "nobody on the panel chose any of these replies",
			"without votes nothing can be judged; ask people first, or write it as `Reflect:`")
		ok = false
	}
	if !ok {
		return nil
	}
	return q
}

func howMany(n int) string {
	if n == 0 {
		return "no replies"
	}
	return "one reply"
}

func (q *Question) add(b *quiz.Block, item quiz.Item, d *diag.List) bool {
	if !isReply(item) {
		d.Error(b.File, item.At, "votes-missing", "this reply does not say how many of the panel chose it",
			"begin it with their number and the panel's: `(8/10)`, or `(0/10)` when nobody did")
		return false
	}
	m := votesPattern.FindStringSubmatch(item.Source)
	votes, _ := strconv.Atoi(m[1]) // the pattern lets four digits through at most
	panel, _ := strconv.Atoi(m[2])
	if !q.checkVotes(b, item, votes, panel, d) || !b.OneParagraph(item, d) {
		return false
	}
	if !item.LeftOut.Empty() {
		d.Error(b.File, item.At, "left-out-unread", "`If left out:` has no place here: of several replies only one can be chosen", "say it in `> **Why:** …`")
		return false
	}
	words := item.Source[len(m[0]):]
	if words == "" {
		d.Error(b.File, item.At, "answer-empty", "this reply has no words", "")
		return false
	}
	text := b.Inline(words, item.At)
	reply := Reply{quiz.Fingerprint(quiz.Item{Text: text, Source: words}.Words()), votes, text, item.Feedback, item.At}
	for _, r := range q.Replies {
		if r.Fingerprint == reply.Fingerprint {
			d.Error(b.File, item.At, "answer-twice", "this reply is there twice", "take one out, or say how they differ")
			return false
		}
	}
	q.Replies = append(q.Replies, reply)
	q.Most = max(q.Most, votes)
	return true
}

func (q *Question) checkVotes(b *quiz.Block, item quiz.Item, votes, panel int, d *diag.List) bool {
	if votes > panel {
		d.Error(b.File, item.At, "votes-over", fmt.Sprintf("%d of a panel of %d cannot have chosen this", votes, panel),
			"write how many chose it before the stroke, and after it how many there are")
		return false
	}
	if q.Panel != 0 && q.Panel != panel {
		d.Error(b.File, item.At, "panel-differs", fmt.Sprintf("the panel has %d people here and %d above", panel, q.Panel),
			"the same people judge every reply, so write the same number after each stroke")
		return false
	}
	q.Panel = panel
	return true
}
