package match

import (
	"strings"

	"lectern/internal/diag"
	"lectern/quiz"
)

// arrows finds where a line's sides part. An arrow in `code` is a word like
// any other.
func arrows(line string) (at [][2]int) {
	code := false
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '`':
			code = !code
		case code:
		case strings.HasPrefix(line[i:], "->"):
			at = append(at, [2]int{i, i + len("->")})
		case strings.HasPrefix(line[i:], "→"):
			at = append(at, [2]int{i, i + len("→")})
		}
	}
	return at
}

func hasArrow(item quiz.Item) bool { return len(arrows(item.Source)) > 0 }

// add reads one line: a pair, or a right side that fits nothing.
func (q *Question) add(b *quiz.Block, item quiz.Item, d *diag.List) bool {
	at := arrows(item.Source)
	switch {
	case len(at) == 0:
		d.Error(b.File, item.At, "arrow-missing", "this line does not say what goes with what", "write an arrow between the two: `- left -> right`")
		return false
	case len(at) > 1:
		d.Error(b.File, item.At, "arrow-twice", "this line has two arrows", "write the one that does not part the pair as `&rarr;`")
		return false
	case item.Marker != "":
		d.Error(b.File, item.At, "marker-unread", "`"+item.Marker+"` has no place here", "take it out: every pair is right")
		return false
	case !b.OneParagraph(item, d):
		return false
	}
	left, right := strings.TrimSpace(item.Source[:at[0][0]]), strings.TrimSpace(item.Source[at[0][1]:])
	if right == "" {
		d.Error(b.File, item.At, "right-empty", "nothing stands to the right of the arrow", "")
		return false
	}
	text := b.Inline(right, item.At)
	option := Option{Fingerprint: quiz.FingerprintOf(text, right), Text: text, Fits: left != "", at: item.At}
	if left == "" {
		option.Feedback = item.Feedback
		return q.addExtra(b, item, option, d)
	}
	return q.addPair(b, item, left, option, d)
}

func (q *Question) addPair(b *quiz.Block, item quiz.Item, left string, o Option, d *diag.List) bool {
	text := b.Inline(left, item.At)
	pair := Pair{Fingerprint: quiz.FingerprintOf(text, left), Left: text, Right: o.Text, Option: o.Fingerprint,
		Feedback: item.Feedback, LeftOut: item.LeftOut, at: item.At}
	for _, p := range q.Pairs {
		if p.Fingerprint == pair.Fingerprint {
			d.Error(b.File, item.At, "left-twice", "this left side is there twice", "take one out, or say how they differ")
			return false
		}
	}
	q.Pairs = append(q.Pairs, pair)
	known := q.option(o.Fingerprint)
	if known == nil {
		q.Options = append(q.Options, o)
		return true
	}
	return known.Fits || reportFitting(b, item, d)
}

func (q *Question) addExtra(b *quiz.Block, item quiz.Item, o Option, d *diag.List) bool {
	if !item.LeftOut.Empty() {
		d.Error(b.File, item.At, "left-out-unread", "`If left out:` has no place here: what fits nothing is rightly left out", "say why it fits nothing without that label")
		return false
	}
	known := q.option(o.Fingerprint)
	switch {
	case known == nil:
		q.Options = append(q.Options, o)
		return true
	case known.Fits:
		return reportFitting(b, item, d)
	}
	d.Error(b.File, item.At, "extra-twice", "this right side is there twice", "take one out")
	return false
}

func reportFitting(b *quiz.Block, item quiz.Item, d *diag.List) bool {
	d.Error(b.File, item.At, "extra-fits", "this right side fits nothing in one line and something in another", "take one of the lines out")
	return false
}

func (q *Question) option(fingerprint string) *Option {
	for i := range q.Options {
		if q.Options[i].Fingerprint == fingerprint {
			return &q.Options[i]
		}
	}
	return nil
}

// check wants something to tell apart on both sides.
func (q *Question) check(b *quiz.Block, first quiz.Item, d *diag.List) bool {
	switch {
	case len(q.Pairs) < 2:
		d.Error(b.File, first.At, "pairs-few", "there are not two pairs to tell apart", "give at least two: `- left -> right`")
		return false
	case len(q.Options) < 2:
		d.Error(b.File, first.At, "options-few", "every pair has the same right side, so there is nothing to choose", "give another pair, or a right side that fits nothing: `- -> extra`")
		return false
	}
	return true
}
