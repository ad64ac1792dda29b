package source_test

import (
	"strings"
	"testing"

	"lectern/internal/source"
)

// In long lines columns are not counted one by one; they are the same.
func TestColumnsOfLongLinesAreCountedInCharacters(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("a", 10_000),
		"é\n" + strings.Repeat("aé中😀", 2_000) + "\nb\n" + strings.Repeat("e\u0301", 5_000),
		strings.Repeat("中", 3_000) + "\n",
		strings.Repeat("x\n", 1_500) + strings.Repeat("ab中", 2_000) + "\n\nx",
	} {
		f := file(t, text)
		line, column := 1, 1
		for at, r := range text + "\n" {
			if got := f.Position(at); got.Line != line || got.Column != column {
				t.Fatalf("byte %d of %.20q is at %v, want %d:%d", at, text, got, line, column)
			}
			if got := f.Offset(f.Position(at)); got != at {
				t.Fatalf("byte %d of %.20q is found at %d", at, text, got)
			}
			if column++; r == '\n' {
				if past := f.Offset(source.Position{Line: line, Column: column + 5_000}); past != at {
					t.Fatalf("past the end of line %d of %.20q is %d, want %d", line, text, past, at)
				}
				line, column = line+1, 1
			}
		}
	}
}
