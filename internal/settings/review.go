package settings

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Review say when what was missed comes back.
type Review struct {
	Boxes    []yamlx.Text `yaml:"boxes"`    // days to wait in each box; default: 1, 3, 7, 16, 35
	Goal     yamlx.Text   `yaml:"goal"`     // the day before which everything comes back; default: none
	Glossary *bool        `yaml:"glossary"` // terms come as cards; default: false

	days []int
}

var defaultBoxes = []int{1, 3, 7, 16, 35}

// The longest that something may wait, in days, and the most boxes.
const (
	MaxWait  = 1000
	MaxBoxes = 20
)

func (r *Review) check(f *source.File, d *diag.List) bool {
	ok := true
	if r.Goal.Value != "" {
		if _, err := time.Parse(time.DateOnly, r.Goal.Value); err != nil {
			d.Error(f, r.Goal.At, "date-bad", fmt.Sprintf("`goal` must be a date such as 2027-06-01, not `%s`", r.Goal.Value), "")
			ok = false
		}
	}
	if len(r.Boxes) > MaxBoxes {
		d.Error(f, r.Boxes[MaxBoxes].At, "boxes-many", fmt.Sprintf("there are more than %d boxes", MaxBoxes), "five are enough to remember for long: boxes: [1, 3, 7, 16, 35]")
		return false
	}
	for _, box := range r.Boxes {
		days, err := strconv.Atoi(box.Value)
		switch {
		case err != nil || days < 1 || days > MaxWait:
			d.Error(f, box.At, "box-bad", fmt.Sprintf("`%s` is no number of days to wait", box.Value), fmt.Sprintf("write a whole number from 1 to %d", MaxWait))
			ok = false
		case len(r.days) > 0 && days <= r.days[len(r.days)-1]:
			d.Error(f, box.At, "box-order", fmt.Sprintf("the box of %d days is not longer than the one before it", days), "each time a question is right it waits longer: boxes: [1, 3, 7, 16, 35]")
			ok = false
		default:
			r.days = append(r.days, days)
		}
	}
	if len(r.Boxes) == 0 {
		r.days = defaultBoxes
	}
	return ok
}

// Days are the boxes as a page tells them to its script.
func (r *Review) Days() string { return strings.Trim(fmt.Sprint(r.days), "[]") }

// Cards reports whether the terms of the glossary come as cards.
func (r *Review) Cards() bool { return r.Glossary != nil && *r.Glossary }
