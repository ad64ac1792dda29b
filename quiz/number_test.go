package quiz

import (
	"strings"
	"testing"
)

func TestNumbersAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]struct {
		value float64
		unit  string
	}{
		"45": {45, ""}, " 45 ": {45, ""}, "+45": {45, ""}, "-45": {-45, ""}, "−45": {-45, ""}, "–45": {-45, ""},
		"4.5": {4.5, ""}, "4,5": {4.5, ""}, ".5": {0.5, ""}, ",5": {0.5, ""}, "45.": {45, ""}, "45!": {45, ""},
		strings.Repeat("0", 29) + "1": {1, ""}, "1500": {1500, ""}, "123 456": {123456, ""}, "1 500": {1500, ""}, "1\u00a0500,25": {1500.25, ""}, "12\u202f345\u2009678": {12345678, ""},
		"1,500": {1.5, ""}, "007": {7, ""}, "1990": {1990, ""}, "-0": {0, ""},
		"45min": {45, "min"}, "45 MIN.": {45, "min"}, "5 µg": {5, "μg"}, "5 μg": {5, "μg"}, "20 °C": {20, "°c"}, "5 %": {5, "%"},
		"5 square  metres": {5, "square metres"}, "\u20005\ufeff": {5, ""}, "1\u2007500": {1500, ""}, "5 ": {5, ""},
	} {
		q, ok := ReadQuantity(text)
		if !ok || q.Value() != want.value || q.Unit != want.unit {
			t.Errorf("%q is %v %q (%v), want %v", text, q.Value(), q.Unit, ok, want)
		}
	}
}

func TestWhatIsNoNumberIsNotRead(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", ".", "forty", "0x2d", "1e3", "inf", "NaN", "1_000", "1'000", "1,500.5", "1.2.3", "12 34", "1 2", "1234 567",
		"1  500", "- 5", "--5", "5-6", "about 5", "5 or 6", "٤٥", "４５", strings.Repeat("1", 31),
	} {
		if q, ok := ReadQuantity(text); ok {
			t.Errorf("%q is read as %v %q", text, q.Value(), q.Unit)
		}
	}
}

func TestEveryDashIsAMinusAndOnlyDashesAre(t *testing.T) {
	for _, dash := range "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212" {
		if q, ok := ReadQuantity(string(dash) + "5"); !ok || q.Value() != -5 {
			t.Errorf("%U and 5 are %v (%v), want -5", dash, q.Value(), ok)
		}
	}
	for _, other := range "~=\u200f\u2016\u2211\u2213" {
		if q, ok := ReadQuantity(string(other) + "5"); ok {
			t.Errorf("%U and 5 are read as %v", other, q.Value())
		}
	}
}
