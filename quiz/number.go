package quiz

import (
	"strconv"
	"strings"
)

// Quantity is a number and the unit after it.
type Quantity struct {
	// Digits is the number as every language reads it: "-012.50".
	Digits string
	// Unit is folded; "" when there is none.
	Unit string
}

// maxDigits is how long a number may be. Up to here Go and the browsers round
// to the same double.
const maxDigits = 30

// ReadQuantity reads a number and its unit. number/number.js holds the same
// steps, and a test compares the two. No library's idea of a number counts,
// because Go's and the browsers' differ: what is handed to them is only ever
// plain digits.
//
//	quantity = [sign] number [unit]
//	sign     = "+" | "-" | any hyphen, dash or minus of Unicode
//	number   = whole [mark [digits]] | mark digits
//	whole    = digits | one to three digits { gap three digits }
//	mark     = "." | ","
//	gap      = one space: normal, no-break, thin, narrow or as wide as a digit
//	unit     = anything without the digits 0 to 9, folded like a typed answer
//
// Blanks may stand at either end and before the unit. "0x2d" and "1e3" are no
// quantities, because no unit holds a digit.
func ReadQuantity(s string) (Quantity, bool) {
	rest, sign := []rune(s), ""
	for len(rest) > 0 && isBlank(rest[0]) {
		rest = rest[1:]
	}
	if len(rest) > 0 && (rest[0] == '+' || isMinus(rest[0])) {
		if rest[0] != '+' {
			sign = "-"
		}
		rest = rest[1:]
	}
	whole, rest := readWhole(rest)
	fraction := ""
	if len(rest) > 0 && (rest[0] == '.' || rest[0] == ',') {
		n := leadingDigits(rest[1:])
		fraction, rest = string(rest[1:1+n]), rest[1+n:]
	}
	length := len(whole) + len(fraction)
	if length == 0 || length > maxDigits || strings.ContainsAny(string(rest), "0123456789") {
		return Quantity{}, false
	}
	unit := strings.ReplaceAll(Fold(string(rest), false), "\u00b5", "\u03bc") // two signs for micro
	return Quantity{sign + "0" + whole + "." + fraction + "0", strings.Trim(unit, outerPunctuation)}, true
}

// readWhole reads the digits before the decimal mark, in groups of three or not.
func readWhole(s []rune) (whole string, rest []rune) {
	n := leadingDigits(s)
	whole, rest = string(s[:n]), s[n:]
	if n == 0 || n > 3 {
		return whole, rest
	}
	for len(rest) > 0 && isGap(rest[0]) && leadingDigits(rest[1:]) == 3 {
		whole, rest = whole+string(rest[1:4]), rest[4:]
	}
	return whole, rest
}

func leadingDigits(s []rune) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func isMinus(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2015 || r == 0x2212 }

func isGap(r rune) bool {
	return r == ' ' || r == 0xA0 || r == 0x2007 || r == 0x2009 || r == 0x202F
}

// Value is the double nearest to the number.
func (q Quantity) Value() float64 {
	value, _ := strconv.ParseFloat(q.Digits, 64) // plain digits, and few of them: no error
	return value
}
