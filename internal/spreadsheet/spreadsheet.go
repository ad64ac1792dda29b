// Package spreadsheet writes tables for spreadsheet programs: CSV that opens
// with its accents, and in which no text is taken for a formula.
package spreadsheet

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Mark begins every table: it tells Excel that the text is UTF-8.
const Mark = "\ufeff"

// formulas begin what a program would work out, or what would end the cell
// before. The full-width signs are the same to some.
const formulas = "=+-@\t\r\n＝＋－＠"

// Table is a table under way.
type Table struct {
	out *csv.Writer
	err error
}

// New begins a table with the names of its columns.
func New(w io.Writer, columns ...string) *Table {
	t := &Table{out: csv.NewWriter(w)}
	_, t.err = io.WriteString(w, Mark)
	t.write(columns)
	return t
}

// Row adds a row. Cells are strings, which are made safe, and numbers and
// truths, which are safe; nil is an empty cell.
func (t *Table) Row(cells ...any) {
	row := make([]string, len(cells))
	for i, c := range cells {
		switch c := c.(type) {
		case nil:
		case string:
			row[i] = Safe(c)
		case float64:
			row[i] = strconv.FormatFloat(c, 'f', -1, 64)
		case bool:
			row[i] = map[bool]string{true: "yes", false: "no"}[c]
		default:
			row[i] = fmt.Sprint(c)
		}
	}
	t.write(row)
}

func (t *Table) write(row []string) {
	if t.err == nil {
		t.err = t.out.Write(row)
	}
}

// Close writes what is left, and returns the first error.
func (t *Table) Close() error {
	t.out.Flush()
	if t.err == nil {
		t.err = t.out.Error()
	}
	return t.err
}

// Safe is a text that no program takes for a formula: one that begins like it,
// maybe behind blanks, has an apostrophe before it.
func Safe(text string) string {
	for _, r := range text {
		if strings.ContainsRune(formulas, r) {
			return "'" + text
		}
		if r != ' ' && r != '\u00a0' {
			break
		}
	}
	return text
}
