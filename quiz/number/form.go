package number

import (
	"cmp"
	"fmt"
	"math/big"
	"strings"

	"lectern/internal/diag"
	"lectern/quiz"
)

// form is how an author writes a number: `45`, `45 ± 0.5`, `45 +- 5%` or
// `40..50`, each with or without a unit.
type form struct {
	words        string
	first        quiz.Quantity
	second       quiz.Quantity // the tolerance, or the end of the range
	sort         sort
	commaAsPoint bool // a comma that many read as one between thousands
}

type sort int

const (
	exact sort = iota
	between
	within  // plus or minus a number
	percent // plus or minus a share of the number
)

func readForm(source string) (form, bool) {
	words := strings.ReplaceAll(source, "+-", "±")
	f := form{words: words, commaAsPoint: hasLoneComma(source)}
	left, right, isWithin := strings.Cut(words, "±")
	if !isWithin {
		left, right, f.sort = cutRange(words)
	} else {
		f.sort = within
	}
	var ok bool
	if f.first, ok = quiz.ReadQuantity(left); !ok || f.sort == exact {
		return f, ok
	}
	if f.second, ok = quiz.ReadQuantity(right); !ok || f.sort == between {
		return f, ok
	}
	if unit, isPercent := strings.CutPrefix(f.second.Unit, "%"); isPercent {
		f.sort, f.second.Unit = percent, strings.TrimSpace(unit)
	}
	return f, true
}

func cutRange(words string) (from, to string, s sort) {
	from, to, isRange := strings.Cut(words, "..")
	if !isRange || strings.HasPrefix(to, ".") {
		return words, "", exact
	}
	return from, to, between
}

// hasLoneComma finds `1,500`, which is one and a half here.
func hasLoneComma(source string) bool {
	before, after, found := strings.Cut(source, ",")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if !found || len(after) < 3 || !digits(after[:3]) || len(after) > 3 && digits(after[3:4]) {
		return false
	}
	whole := strings.TrimLeft(before, "+-")
	return len(whole) <= 3 && digits(whole) && whole != "0"
}

// span works out what the form accepts. Sums are exact and rounded once, so
// that 0.7 ± 0.1 accepts 0.8.
func (f form) span(b *quiz.Block, item quiz.Item, d *diag.List) (Answer, bool) {
	if f.commaAsPoint {
		d.Warn(b.File, item.At, "comma-decimal", fmt.Sprintf("the comma in `%s` is a decimal comma", item.Source), "leave it out between thousands: `1500` or `1 500`")
	}
	unit, ok := f.unit()
	if !ok {
		d.Error(b.File, item.At, "units-differ", "this answer has two units", "write the unit once, at the end")
		return Answer{}, false
	}
	if f.sort == percent && f.first.Unit == "%" {
		d.Error(b.File, item.At, "percent-unclear", "this could mean percent or percentage points", "write the range: `40..50 %`")
		return Answer{}, false
	}
	first, second := rational(f.first), rational(f.second)
	low, high := first, first
	switch f.sort {
	case between:
		high = second
	case percent:
		second = new(big.Rat).Mul(second, new(big.Rat).Abs(first))
		second.Quo(second, big.NewRat(100, 1))
		fallthrough
	case within:
		low, high = new(big.Rat).Sub(first, second), new(big.Rat).Add(first, second)
	}
	if low.Cmp(high) > 0 {
		d.Error(b.File, item.At, "range-empty", "no number lies in this range", "write the smaller number first: `40..50`; a tolerance has no minus: `45 ± 5`")
		return Answer{}, false
	}
	a := Answer{Words: f.words, Unit: unit}
	if f.sort == between {
		from, to, _ := strings.Cut(f.words, "..")
		a.From, a.To = strings.TrimSpace(from), strings.TrimSpace(to)
	}
	a.Low, _ = low.Float64()
	a.High, _ = high.Float64()
	return a, true
}

// unit is the one unit of the form's numbers.
func (f form) unit() (string, bool) {
	first, second := f.first.Unit, f.second.Unit
	return cmp.Or(first, second), first == "" || second == "" || first == second
}

func rational(q quiz.Quantity) *big.Rat {
	r, _ := new(big.Rat).SetString(q.Digits) // plain digits: no error
	return r
}
