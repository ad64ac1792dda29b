package ids

import (
	"fmt"
	"io"
	"strings"

	"lectern/internal/diag"
)

// Show writes what an edit changes: the lines around it, the one that goes
// after a minus, the ones that come after a plus.
func (e Edit) Show(w io.Writer) {
	f := e.File
	first, last := f.Position(e.Stem.Start).Line, f.Position(e.At).Line
	fmt.Fprintf(w, "%s:%d\n", f.Path, first)
	for n := first; n < last; n++ {
		show(w, " ", f.Line(n))
	}
	old, column := f.Line(last), e.At-f.LineStart(last)
	lines := strings.Split(old[:column]+e.Insert+old[column:], "\n")
	switch {
	case lines[len(lines)-1] == old: // a line, or lines, before this one
		lines = lines[:len(lines)-1]
	case lines[0] == old:
		show(w, " ", old)
		lines = lines[1:]
	default:
		show(w, "-", old)
	}
	for _, line := range lines {
		show(w, "+", line)
	}
}

func show(w io.Writer, sign, line string) {
	fmt.Fprintf(w, "%s\n", strings.TrimRight(sign+" "+diag.Printable(line), " "))
}
