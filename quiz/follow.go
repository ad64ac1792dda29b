package quiz

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Follow makes a translated question the same question as its original: it
// takes the original's id, settings and names of answers, so that what a
// student did in one language stands in the other. What differs that must not
// is reported in the translation's file; then ok is false.
//
// It is called once for each translation, after both were read and before
// anything is written, because the two share what may be typed: an answer is
// accepted in every language when it is in one. original is the same value for
// all its translations. Follow changes both, so it is not safe for use by
// several goroutines.
func Follow(translated, original Question, d *diag.List) (ok bool) {
	p := &Pairing{here: translated.Base(), there: original.Base(), d: d, ok: true}
	if p.here.Kind != p.there.Kind {
		d.Error(p.here.File, p.here.At, "translation-kind", "this question is of another kind than the one it translates "+p.original(p.there.At),
			"begin its heading with the same word, mark its answers with the same signs, and let a number be a number")
		return false
	}
	p.takeSettings()
	introduce(translated, original)
	translated.Follow(original, p)
	return p.ok
}

// introduce lets both questions know each other and all who follow the original.
func introduce(translated, original Question) {
	o := original.Base()
	if o.editions == nil {
		o.editions = &[]Question{original}
	}
	*o.editions = append(*o.editions, translated)
	translated.Base().editions = o.editions
}

// Others are the same question in the other languages that it is asked in.
func (b *Base) Others() []Question {
	if b.editions == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(*b.editions), func(q Question) bool { return q.Base() == b })
}

// Pairing is a translated question beside its original, for kinds that compare
// the two part by part.
type Pairing struct {
	here, there *Base
	d           *diag.List
	ok          bool
}

// takeSettings takes what all kinds share from the original.
func (p *Pairing) takeSettings() {
	t, o := p.here, p.there
	p.Setting("id", t.ID, o.ID)
	p.Setting("was", list(t.Was), list(o.Was))
	p.Setting("objective", list(t.Objectives), list(o.Objectives))
	p.Setting("points", fmt.Sprint(t.Points), fmt.Sprint(o.Points))
	p.Setting("tries", limit(t.Tries), limit(o.Tries))
	p.Setting("shuffle", strconv.FormatBool(t.ownShuffle), strconv.FormatBool(o.ownShuffle))
	p.Setting("confidence", strconv.FormatBool(t.Confidence), strconv.FormatBool(o.Confidence))
	t.ID, t.Derived, t.Was, t.Objectives = o.ID, o.Derived, o.Was, o.Objectives
	t.Points, t.Tries, t.Confidence = o.Points, o.Tries, o.Confidence
	t.Shuffle, t.MayShuffle = o.Shuffle, o.MayShuffle
}

func list(names []yamlx.Text) string {
	var values []string
	for _, n := range names {
		values = append(values, n.Value)
	}
	return strings.Join(values, ", ")
}

func limit(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Setting refuses a setting of the translation that says something else than
// the original's; left out, it says the same. A value of "" is none.
func (p *Pairing) Setting(name, here, there string) {
	if n, given := p.here.settings.Get(name); given && here != there {
		p.d.Error(p.here.File, n.At, "translation-setting", settingText(name, there, "question")+p.original(p.there.At), settingHint)
		p.ok = false
	}
}

const settingHint = "take it out, for a translation has the settings of its original; or change it there"

func settingText(name, there, what string) string {
	if there == "" {
		return fmt.Sprintf("`%s` is not set in the %s that this one translates ", name, what)
	}
	return fmt.Sprintf("`%s` is `%s` in the %s that this one translates ", name, there, what)
}

// Count wants as many parts in both; singular and plural are what they are
// called.
func (p *Pairing) Count(here, there int, singular, plural string) bool {
	return p.CountIn(p.here.At, p.there.At, "question", here, there, singular, plural)
}

// CountIn wants as many parts in both of something smaller than a question,
// called whole, that stands at the places given.
func (p *Pairing) CountIn(at, thereAt source.Range, whole string, here, there int, singular, plural string) bool {
	if here == there {
		return true
	}
	p.d.Error(p.here.File, at, "translation-count",
		fmt.Sprintf("this %s has %s, and the one it translates has %d %s", whole, howMany(here, singular, plural), there, p.original(thereAt)),
		"write all that the original has, in its order: the two pair by their places")
	p.ok = false
	return false
}

// Agree wants that what is said of a part is true in both or in neither. what
// and how make the message: "this answer is right".
func (p *Pairing) Agree(here, there bool, at, thereAt source.Range, what, how string) {
	switch {
	case here && !there:
		p.Differs(at, thereAt, fmt.Sprintf("this %s is %s, and the one it translates is not", what, how), orderHint)
	case there && !here:
		p.Differs(at, thereAt, fmt.Sprintf("this %s is not %s, and the one it translates is", what, how), orderHint)
	}
}

func howMany(n int, singular, plural string) string {
	switch n {
	case 0:
		return "no " + plural
	case 1:
		return "one " + singular
	}
	return fmt.Sprintf("%d %s", n, plural)
}

const orderHint = "keep the order of the original: the two pair by their places"

// Differs reports a part of the translation that is not as in the original.
func (p *Pairing) Differs(at, thereAt source.Range, text, hint string) {
	p.DiffersFrom(p.there, at, thereAt, text, hint)
}

// DiffersFrom reports what is not as in other, which may be a third language's.
func (p *Pairing) DiffersFrom(other *Base, at, thereAt source.Range, text, hint string) {
	p.d.Error(p.here.File, at, "translation-differs", text+" "+place(other.File, thereAt), hint)
	p.ok = false
}

// original is a place in the original's file, for messages.
func (p *Pairing) original(at source.Range) string { return place(p.there.File, at) }

func place(f *source.File, at source.Range) string {
	return fmt.Sprintf("(%s:%d)", f.Path, f.Position(at.Start).Line)
}
