package quiz

import "slices"

// Prompts is the key of a question that has several prompts and asks to choose
// one of the same options for each.
type Prompts struct {
	Options []string `json:"options"` // fingerprints, in the order of the page
	Prompts []Prompt `json:"prompts"`
}

// Prompt is one thing that an option is chosen for.
type Prompt struct {
	ID    string `json:"id"`    // its fingerprint
	Field string `json:"field"` // the name of its control in the form
	Right string `json:"right"` // the option that fits
}

// Mark marks by the share of prompts whose option fits. prompts.js holds the
// same rule. A prompt without an option is missed, and one is enough for a
// mark: only a form in which nothing is chosen is blank.
func (p Prompts) Mark(r Response) Mark {
	answers := map[string]string{}
	var count Count
	for _, prompt := range p.Prompts {
		switch p.chosen(r[prompt.Field]) {
		case "":
			answers[prompt.ID] = AnswerMissed
			count.Missed++
		case prompt.Right:
			answers[prompt.ID] = AnswerRight
			count.Right++
		default:
			answers[prompt.ID] = AnswerExtra
			count.Extra++
		}
	}
	if count.Missed == len(p.Prompts) {
		return Mark{Verdict: Blank}
	}
	return Scored(float64(count.Right)/float64(len(p.Prompts)), answers, count)
}

// chosen is the first value that names an option, or "".
func (p Prompts) chosen(values []string) string {
	for _, v := range values {
		if slices.Contains(p.Options, v) {
			return v
		}
	}
	return ""
}
