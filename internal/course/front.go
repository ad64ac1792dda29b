package course

import (
	"fmt"
	"slices"
	"strings"
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
		return front, parts.Body, !reportLost(f, d)
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

// dashes is what authors write who mean a line of three hyphens, and word
// processors who make one sign of them.
var dashes = once.Regexp(`^\s*[-–—]+\s*$`)

// reportLost reports settings that would be read as prose: an empty line stands
// above them, or a line of hyphens has too many or is missing.
func reportLost(f *source.File, d *diag.List) bool {
	first := 1
	for first < maxLost && strings.TrimSpace(f.Line(first)) == "" {
		first++
	}
	n, begins := first, dashes.MatchString(f.Line(first))
	if begins {
		n++
	}
	if !isSetting(f.Line(n)) {
		return false
	}
	last := n + 1
	for last < maxLost && (isSetting(f.Line(last)) || belowSetting.MatchString(f.Line(last))) {
		last++
	}
	isTitle := strings.HasPrefix(f.Line(n), "title:")
	if !begins && (!dashes.MatchString(f.Line(last)) || last == n+1 && !isTitle) {
		return false // one line above a line of hyphens is a heading in Markdown
	}
	d.Error(f, f.LineRange(f.LineStart(first)), "front-matter-lost", "these lines look like settings, and would be shown to students",
		"let the very first line of the file be `---`, three hyphens and nothing else, and put another such line below them")
	return true
}

// maxLost is how many lines are looked at for settings that are out of place.
const maxLost = 50

var belowSetting = once.Regexp(`^(?:\s+\S|- )`)

// isSetting reports whether a line begins with a key that a lesson may have.
func isSetting(line string) bool {
	key, _, ok := strings.Cut(line, ":")
	return ok && slices.Contains(yamlx.Keys(FrontMatter{}), strings.ToLower(strings.TrimSpace(key)))
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
