package course

import (
	"fmt"
	"time"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// readFront reads the YAML at the top of a page and returns where the prose
// begins, and false after an error.
func readFront(f *source.File, d *diag.List) (front FrontMatter, body source.Range, ok bool) {
	parts := f.SplitFrontMatter()
	if parts.Open {
		d.Error(f, f.LineRange(0), "front-matter-open", "the settings at the top begin with --- and never end", "put another line --- below them")
		return front, parts.Body, false
	}
	if !parts.Found {
		return front, parts.Body, true
	}
	ok = yamlx.Decode(f, parts.YAML, &front, d)
	if front.ReviewBy.Value != "" {
		wantDate(f, front.ReviewBy, "review_by", d)
	}
	for _, o := range front.Objectives {
		if !objectiveID.MatchString(o.Key.Value) {
			d.Error(f, o.Key.At, "objective-id", fmt.Sprintf("`%s` cannot be the id of an objective", o.Key.Value), "use letters, digits and hyphens")
		}
	}
	return front, parts.Body, ok
}

// setSpaces puts the no-break spaces of a language into what students read. The
// prose has its own from the Markdown reader.
func (front *FrontMatter) setSpaces(lang string) {
	for _, words := range []*string{&front.Title.Value, &front.Summary, &front.ContentNote, &front.Owner} {
		*words = prose.Unbroken(*words, lang)
	}
	for i := range front.Objectives {
		front.Objectives[i].Value.Value = prose.Unbroken(front.Objectives[i].Value.Value, lang)
	}
	for i := range front.KeyConcepts {
		front.KeyConcepts[i] = prose.Unbroken(front.KeyConcepts[i], lang)
	}
}

// ObjectivePattern is what the id of an objective looks like.
const ObjectivePattern = `^[A-Za-z0-9][A-Za-z0-9_\-]{0,63}$`

var objectiveID = once.Regexp(ObjectivePattern)

func wantDate(f *source.File, t yamlx.Text, key string, d *diag.List) {
	if _, err := time.Parse(time.DateOnly, t.Value); err != nil {
		d.Error(f, t.At, "date-bad", fmt.Sprintf("`%s` must be a date such as 2027-06-01, not `%s`", key, t.Value), "")
	}
}
