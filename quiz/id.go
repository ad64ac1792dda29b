package quiz

import (
	"fmt"
	"unicode/utf8"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// goodID and longestID have room for every id that is made from a lesson and a
// stem, in any script: such an id can be written down as it is, and progress
// stays.
var goodID = once.Regexp(`^[\pL\pM\p{Nd}][\pL\pM\p{Nd}._-]*$`)

const longestID = 160 // characters; counted apart, as a pattern that counts takes long to make

func (b *Block) identify(base *Base, s *Settings, d *diag.List) bool {
	base.ID, base.IDAt = s.ID.Value, s.ID.At
	if base.ID == "" {
		base.ID, base.IDAt, base.Derived = b.Slug, b.HeadingAt, true
	} else if !checkID(b.File, s.ID, d) {
		return false
	}
	return b.checkWas(base, d)
}

func checkID(f *source.File, id yamlx.Text, d *diag.List) bool {
	if !goodID.MatchString(id.Value) || utf8.RuneCountInString(id.Value) > longestID {
		d.Error(f, id.At, "id-bad", fmt.Sprintf("`%s` cannot be an id", id.Value),
			"use letters, digits, hyphens, dots and underscores; begin with a letter or a digit; at most 160")
		return false
	}
	return true
}

// checkWas wants old ids that can be ids, each once, and none that the question
// still has.
func (b *Block) checkWas(base *Base, d *diag.List) bool {
	ok, seen := true, map[string]bool{}
	for _, was := range base.Was {
		switch {
		case !checkID(b.File, was, d):
		case was.Value == base.ID:
			d.Error(b.File, was.At, "was-own", fmt.Sprintf("`%s` is this question's id now, not an old one", was.Value),
				"take it out of `was`; if the question is to have another id, change `id`")
		case seen[was.Value]:
			d.Error(b.File, was.At, "was-twice", fmt.Sprintf("the old id `%s` is given twice", was.Value), "keep one of them")
		default:
			seen[was.Value] = true
			continue
		}
		ok = false
	}
	return ok
}
