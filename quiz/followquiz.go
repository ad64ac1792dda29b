package quiz

import (
	"strconv"

	"lectern/internal/diag"
)

// Follow makes a translated quiz the same quiz as its original: it takes the
// original's id and rules. A rule that the translation gives and that is
// another one there is reported; then ok is false. Its questions follow theirs
// by themselves.
func (q *Quiz) Follow(original *Quiz, d *diag.List) (ok bool) {
	ok = true
	for _, s := range []struct{ name, here, there string }{
		{"id", q.ID, original.ID},
		{"mode", q.mode(), original.mode()},
		{"pick", limit(q.Pick), limit(original.Pick)},
		{"pass", percentOf(q.Pass), percentOf(original.Pass)},
		{"shuffle", strconv.FormatBool(q.Shuffle), strconv.FormatBool(original.Shuffle)},
		{"tries", limit(q.Tries), limit(original.Tries)},
	} {
		if n, given := q.settings.Get(s.name); given && s.here != s.there {
			d.Error(q.File, n.At, "translation-setting", settingText(s.name, s.there, "quiz")+place(original.File, original.At), settingHint)
			ok = false
		}
	}
	q.ID, q.Exam, q.Pass, q.Shuffle, q.Tries = original.ID, original.Exam, original.Pass, original.Shuffle, original.Tries
	q.Pick = min(original.Pick, len(q.Questions)) // a question may still wait for its translation
	return ok
}

func (q *Quiz) mode() string {
	if q.Exam {
		return modes[1]
	}
	return modes[0]
}

func percentOf(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n) + "%"
}
