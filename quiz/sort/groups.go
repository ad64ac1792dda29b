package sort

import (
	"html"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/quiz"
)

// cut finds the signs that part a line: a colon before a blank or at the end,
// and each semicolon. None counts in `code`, after a backslash, or where it
// ends a character's name such as &amp;.
func cut(line string, sign byte) (at []int) {
	code := false
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '`':
			code = !code
		case code:
		case line[i] == '\\':
			i++
		case line[i] != sign:
		case sign == ':' && i+1 < len(line) && line[i+1] != ' ':
		case sign == ';' && endsCharacter(line[:i+1]):
		default:
			at = append(at, i)
		}
	}
	return at
}

var reference = once.Regexp(`&#?[0-9A-Za-z]+;$`)

// endsCharacter tells the end of &amp; from that of B&Bs;.
func endsCharacter(line string) bool {
	name := reference.FindString(line)
	return html.UnescapeString(name) != name
}

func hasColon(item quiz.Item) bool { return len(cut(item.Source, ':')) > 0 }

// add reads one line: a group and its items. Only the first colon parts them.
func (q *Question) add(b *quiz.Block, line quiz.Item, d *diag.List) bool {
	at := cut(line.Source, ':')
	switch {
	case len(at) == 0:
		d.Error(b.File, line.At, "colon-missing", "this line does not say which group it is", "write the group first: `- Group: item; item; item`")
		return false
	case line.Marker != "":
		d.Error(b.File, line.At, "marker-unread", "`"+line.Marker+"` has no place here", "take it out: every item is in its right group")
		return false
	case !line.LeftOut.Empty():
		d.Error(b.File, line.At, "left-out-unread", "`If left out:` has no place here: a group has one reason", "write it without that label")
		return false
	case !b.OneParagraph(line, d):
		return false
	}
	name := strings.TrimSpace(line.Source[:at[0]])
	if name == "" {
		d.Error(b.File, line.At, "group-empty", "this group has no name", "write it before the colon: `- Group: item; item; item`")
		return false
	}
	text := b.Inline(name, line.At)
	group := Group{Fingerprint: quiz.FingerprintOf(text, name), Name: text, Feedback: line.Feedback, at: line.At}
	for _, g := range q.Groups {
		if g.Fingerprint == group.Fingerprint {
			d.Error(b.File, line.At, "group-twice", "this group is there twice", "put all its items into one line")
			return false
		}
	}
	ok := q.fill(b, &group, line.Source[at[0]+1:], line.At, d)
	q.Groups = append(q.Groups, group)
	return ok
}

// fill reads the items of a group. Two semicolons in a row are one.
func (q *Question) fill(b *quiz.Block, group *Group, items string, at source.Range, d *diag.List) bool {
	from := 0
	for _, end := range append(cut(items, ';'), len(items)) {
		words := strings.TrimSpace(items[from:end])
		from = end + 1
		if words == "" {
			continue
		}
		text := b.Inline(words, at)
		item := Item{Fingerprint: quiz.FingerprintOf(text, words), Text: text, Group: group.Fingerprint}
		for _, other := range q.Items {
			if other.Fingerprint == item.Fingerprint {
				d.Error(b.File, at, "item-twice", "`"+words+"` is there twice", "an item belongs to one group: take it out once, or say how the two differ")
				return false
			}
		}
		q.Items = append(q.Items, item)
		group.Items = append(group.Items, item)
	}
	return true
}

// check wants something to tell apart.
func (q *Question) check(b *quiz.Block, first quiz.Item, d *diag.List) bool {
	switch {
	case len(q.Groups) < 2:
		d.Error(b.File, first.At, "groups-few", "there is only one group to choose", "give at least two; one that nothing belongs to ends with its colon: `- Group:`")
		return false
	case len(q.Items) < 2:
		d.Error(b.File, first.At, "items-few", "there are not two items to put into groups", "give at least two: `- Group: item; item`")
		return false
	}
	return true
}
