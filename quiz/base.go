package quiz

import (
	"fmt"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Settings are what an author may set in the comment below any question's
// heading. A kind with settings of its own embeds it.
type Settings struct {
	ID         yamlx.Text   `yaml:"id"`
	Was        []yamlx.Text `yaml:"was"`
	Objective  []yamlx.Text `yaml:"objective"`
	Points     *float64     `yaml:"points"`
	Tries      *int         `yaml:"tries"`
	Shuffle    *bool        `yaml:"shuffle"`
	Confidence *bool        `yaml:"confidence"`
}

// Base reads what all kinds have in common. settings points to the kind's own
// struct and common to the Settings embedded in it; is tells which lists hold
// the answers, and labels are the ones the kind reads besides Hint and Why. ok
// is false after an error.
func (b *Block) Base(settings any, common *Settings, is func(Item) bool, d *diag.List, labels ...string) (base Base, ok bool) {
	ok = yamlx.DecodeNode(b.File, b.Settings, settings, d)
	base = Base{
		Kind:       b.kind,
		Stem:       b.Stem,
		StemText:   b.Stem.Plain(),
		Level:      b.Level,
		Detail:     b.Detail(is),
		Hints:      b.Labelled(LabelHint),
		Why:        prose.Join(b.Labelled(LabelWhy)...),
		Was:        common.Was,
		Objectives: common.Objective,
		Points:     1,
		File:       b.File,
		At:         b.HeadingAt,
		SettingsAt: b.SettingsAt,
		settings:   b.Settings,
	}
	for _, item := range b.Answers(is) {
		base.AnswersAt = append(base.AnswersAt, item.At)
	}
	if ok { // else a number may be missing only because it could not be read
		ok = b.weigh(&base, common, d)
		ok = b.limit(&base, common, d) && ok
	}
	ok = b.identify(&base, common, d) && ok
	ok = b.hasStem(d) && ok
	ok = b.arrange(&base, common, d) && ok
	ok = b.askSure(&base, common, d) && ok
	return base, b.checkLabels(labels, d) && ok
}

func (b *Block) weigh(base *Base, s *Settings, d *diag.List) bool {
	if s.Points == nil {
		return true
	}
	if base.Points = *s.Points; base.Points <= 0 || base.Points > 1000 {
		d.Error(b.File, b.settingAt("points"), "points-bad", "`points` must be more than 0 and at most 1000", "")
		return false
	}
	return true
}

// maxTries is the most tries that can be asked for.
const maxTries = 100

func (b *Block) limit(base *Base, s *Settings, d *diag.List) bool {
	if s.Tries == nil {
		return true
	}
	if base.Tries = *s.Tries; base.Tries < 1 || base.Tries > maxTries {
		d.Error(b.File, b.settingAt("tries"), "tries-bad", fmt.Sprintf("`tries` must be from 1 to %d", maxTries),
			"leave it out if a student may try as often as they like")
		return false
	}
	return true
}

// arrange reads whether the answers are shuffled: only a kind whose answers
// may stand in any order knows what that means.
func (b *Block) arrange(base *Base, s *Settings, d *diag.List) bool {
	base.Shuffle = s.Shuffle != nil && *s.Shuffle
	base.ownShuffle = base.Shuffle
	if base.Shuffle && !b.shuffles {
		d.Error(b.File, b.settingAt("shuffle"), "shuffle-unfit", "this kind of question has no answers to shuffle",
			"take `shuffle` out; it is for answers to choose from")
		return false
	}
	return true
}

// askSure reads whether the student says how sure they are: of an answer that
// nobody marks, nobody can be.
func (b *Block) askSure(base *Base, s *Settings, d *diag.List) bool {
	base.Confidence = s.Confidence != nil && *s.Confidence
	if base.Confidence && !b.marked {
		d.Error(b.File, b.settingAt("confidence"), "confidence-unfit", "this kind of question is not marked, so there is nothing to be sure of",
			"take `confidence` out")
		return false
	}
	return true
}

// settingAt is the place of a setting's value.
func (b *Block) settingAt(name string) source.Range {
	if n, found := b.Settings.Get(name); found {
		return n.At
	}
	return b.HeadingAt
}

func (b *Block) hasStem(d *diag.List) bool {
	if b.Stem.Empty() {
		d.Error(b.File, b.HeadingAt, "stem-missing", "this question asks nothing",
			"write the question after the colon: `### "+b.Keyword+": What would you say first?`")
		return false
	}
	return true
}

// NeverMarked says of base that nothing comes of any answer, and refuses the
// settings that then mean nothing.
func (b *Block) NeverMarked(base *Base, d *diag.List) bool {
	base.Unmarked = true
	ok := true
	for _, name := range []string{"points", "tries"} {
		if n, found := b.Settings.Get(name); found {
			d.Error(b.File, n.At, "setting-unmarked", fmt.Sprintf("`%s` means nothing here: this question is not marked", name), "take it out")
			ok = false
		}
	}
	return ok
}
