package spreadsheet_test

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"lectern/internal/spreadsheet"
)

func TestNoTextIsTakenForAFormula(t *testing.T) {
	for text, want := range map[string]string{
		`=HYPERLINK("http://x","y")`: `'=HYPERLINK("http://x","y")`, "+1": "'+1", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)",
		"\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1", "  =1": "'  =1", "＝1": "'＝1",
		"": "", "a=b": "a=b", "C'est-à-dire": "C'est-à-dire", "1-2": "1-2", "'=1": "'=1", "   ": "   ",
	} {
		if got := spreadsheet.Safe(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestATableIsReadAsItWasWritten(t *testing.T) {
	var b strings.Builder
	table := spreadsheet.New(&b, "words", "number")
	table.Row("a, \"b\"\nc", -0.25)
	table.Row("é", 12)
	table.Row(nil, true)
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(b.String(), spreadsheet.Mark)
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	want := [][]string{{"words", "number"}, {"a, \"b\"\nc", "-0.25"}, {"é", "12"}, {"", "yes"}}
	if err != nil || !marked || !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("got %q (%v), want %q", rows, err, want)
	}
}

type full struct{}

var errFull = errors.New("the disk is full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWhatCannotBeWrittenIsTold(t *testing.T) {
	table := spreadsheet.New(full{}, "a")
	table.Row("b")
	if err := table.Close(); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
