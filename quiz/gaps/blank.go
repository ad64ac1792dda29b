package gaps

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/quiz"
)

// Blank is one place to fill in.
type Blank struct {
	ID       string
	Accepted []string // wordings as written; of a menu the one right choice
	Options  []Option // of a menu; none when the answer is typed

	at source.Range
}

// Option is one choice of a menu.
type Option struct {
	Fingerprint string
	Words       string

	right bool
	place int // among the menu's choices, as the author wrote them
}

// Menu reports whether the blank is filled by choosing.
func (b Blank) Menu() bool { return len(b.Options) > 0 }

func (b Blank) words() (all []string) {
	for _, o := range b.Options {
		all = append(all, o.Words)
	}
	return all
}

// readBlank reads what stands between the brackets.
func (q *Question) readBlank(b *quiz.Block, r prose.Ref, d *diag.List) (Blank, bool) {
	if strings.HasPrefix(r.Target, "[[") {
		d.Error(b.File, r.Place, "blank-open", "this blank is not closed", "end it with `]]` on the same line")
		return Blank{}, false
	}
	parts := split(r.Target)
	for _, part := range parts {
		if quiz.Fold(part, q.IgnoreAccents) == "" {
			d.Error(b.File, r.Place, "blank-empty", emptyText(parts), "write what fills it: `[[lived]]`, or more wordings: `[[lived / living]]`")
			return Blank{}, false
		}
	}
	if slices.ContainsFunc(parts, bracketed) {
		return readMenu(b, r, parts, d)
	}
	return q.readTyped(b, r, parts, d)
}

func emptyText(parts []string) string {
	if len(parts) > 1 {
		return "one of this blank's answers has no words"
	}
	return "this blank has no answer"
}

// split parts the wordings at strokes with blanks around them; "and/or" is one.
func split(inside string) []string {
	parts := []string{""}
	for _, word := range strings.Fields(inside) {
		last := len(parts) - 1
		switch {
		case word == "/":
			parts = append(parts, "")
		case parts[last] == "":
			parts[last] = word
		default:
			parts[last] += " " + word
		}
	}
	return parts
}

// bracketed reports whether a wording is meant as the right choice of a menu,
// whole brackets or not.
func bracketed(part string) bool {
	return strings.HasPrefix(part, "(") && (strings.HasSuffix(part, ")") || !strings.Contains(part, ")")) ||
		strings.HasSuffix(part, ")") && !strings.Contains(part, "(")
}

func readMenu(b *quiz.Block, r prose.Ref, parts []string, d *diag.List) (Blank, bool) {
	var blank Blank
	for place, part := range parts {
		inner, open := strings.CutPrefix(part, "(")
		words, shut := strings.CutSuffix(inner, ")")
		words = strings.TrimSpace(words)
		right := open && shut && words != ""
		if right {
			blank.Accepted = append(blank.Accepted, words)
			part = words
		}
		blank.Options = append(blank.Options, Option{quiz.Fingerprint(part), part, right, place})
	}
	if !checkKey(b, r, blank, d) {
		return blank, false
	}
	// The author's order often begins with the right one; the alphabet's tells nothing.
	slices.SortFunc(blank.Options, func(a, b Option) int {
		return cmp.Or(strings.Compare(quiz.Fold(a.Words, true), quiz.Fold(b.Words, true)), strings.Compare(a.Words, b.Words))
	})
	for i, o := range blank.Options[1:] {
		if blank.Options[i].Fingerprint == o.Fingerprint {
			d.Error(b.File, r.Place, "answer-twice", fmt.Sprintf("`%s` is there twice", o.Words), "take one out")
			return blank, false
		}
	}
	return blank, true
}

func checkKey(b *quiz.Block, r prose.Ref, menu Blank, d *diag.List) bool {
	switch n := len(menu.Accepted); {
	case n == 0:
		d.Error(b.File, r.Place, "menu-key-missing", "this menu has no right choice", "put the right one in round brackets: `[[(listen) / diagnose]]`")
	case n > 1:
		d.Error(b.File, r.Place, "menu-key-several", fmt.Sprintf("this menu has %d right choices, and only one can be chosen", n),
			"put one in round brackets; to accept several wordings let students type, without round brackets")
	case len(menu.Options) == 1:
		d.Error(b.File, r.Place, "menu-single", "this menu has a single choice", "add others: `[[(listen) / diagnose]]`; for a blank to type leave the round brackets out")
	default:
		return true
	}
	return false
}

func (q *Question) readTyped(b *quiz.Block, r prose.Ref, parts []string, d *diag.List) (Blank, bool) {
	seen := map[string]bool{}
	for _, part := range parts {
		folded := quiz.Fold(part, q.IgnoreAccents)
		if seen[folded] {
			d.Error(b.File, r.Place, "answer-twice", fmt.Sprintf("`%s` is there twice", part),
				"capital letters, blanks, the punctuation around an answer and ignored accents do not count; take one out")
			return Blank{}, false
		}
		seen[folded] = true
	}
	return Blank{Accepted: parts}, true
}
