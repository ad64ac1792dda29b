package markdown

import (
	"bytes"
	"fmt"

	"lectern/internal/once"
	"lectern/internal/source"
)

// Limits of one file. goldmark takes time in the square of the nesting, so a
// text that is nested beyond reason is refused before it is parsed.
const (
	maxBytes   = 4 << 20
	maxNesting = 64
	maxLine    = 64 << 10 // of prose; HTML may have longer lines
	maxHTML    = 16 << 20 // of one piece of prose
	maxCells   = 100_000  // of all tables: a short row is filled up to the width of its table
	maxNames   = 10_000   // of links, defined line after line
)

func (p *page) withinLimits() bool {
	if len(p.text) > maxBytes {
		p.diags.Error(p.file, source.Range{}, "too-long", fmt.Sprintf("this file is larger than %d MB", maxBytes>>20), "split it into several lessons")
		return false
	}
	if at := tooLong(p.text); at >= 0 {
		p.diags.Error(p.file, p.lineOf(at), "line-too-long", fmt.Sprintf("this line is longer than %d KB", maxLine>>10), "part it into paragraphs, with an empty line between them")
		return false
	}
	if at := tooDeep(p.text); at >= 0 {
		p.diags.Error(p.file, p.lineOf(at), "too-deep", fmt.Sprintf("quotes and lists are nested more than %d deep here", maxNesting), "")
		return false
	}
	if at := tooWide(p.text); at >= 0 {
		p.diags.Error(p.file, p.lineOf(at), "table-too-large", fmt.Sprintf("the tables of this file have more than %d cells, with this one", maxCells), "a row that is shorter than the first is filled up; make the table narrower, or split it")
		return false
	}
	if at := tooManyNames(p.text); at >= 0 {
		p.diags.Error(p.file, p.lineOf(at), "too-many-names", fmt.Sprintf("more than %d addresses are named here, line after line", maxNames), "leave out those that nothing uses, or part them with empty lines")
		return false
	}
	return true
}

var nestingMark = once.Regexp(`^(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$))`)

// tooLong returns where a line begins that is too long, or -1.
func tooLong(text []byte) int {
	for at := 0; len(text)-at > maxLine; {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		if len(line) > maxLine && line[0] != '<' {
			return at
		}
		at += len(line) + 1
	}
	return -1
}

// tooDeep returns where a line begins that nests too deeply, or -1. Each level
// is a mark of its own, or two blanks before the first mark.
func tooDeep(text []byte) int {
	for at := 0; at < len(text); {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		if len(line) > maxNesting && depth(line) > maxNesting {
			return at
		}
		at += len(line) + 1
	}
	return -1
}

func depth(line []byte) int {
	marks, blanks := 0, 0
	for len(line) > 0 {
		if line[0] == ' ' || line[0] == '\t' {
			if line[0] == '\t' {
				blanks += 3
			}
			blanks++
			line = line[1:]
			continue
		}
		mark := nestingMark.Find(line)
		if mark == nil {
			break
		}
		// One blank belongs to each mark.
		marks, blanks, line = marks+1, blanks-1, line[len(bytes.TrimRight(mark, " \t")):]
	}
	if marks == 0 {
		return 0
	}
	return marks + max(0, blanks)/2
}

// underHeader is the second line of a table, which gives it its columns.
var underHeader = once.Regexp(`^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$`)

// tooWide returns where the table begins with which there are too many cells,
// or -1.
func tooWide(text []byte) int {
	cells, columns, table := 0, 0, 0
	for at := 0; at < len(text); {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		switch {
		case len(bytes.Trim(line, " \t>")) == 0:
			columns = 0
		case bytes.IndexByte(line, '|') >= 0 && bytes.IndexByte(line, '-') >= 0 && underHeader.Match(line):
			columns, table = bytes.Count(line, []byte("|"))+1, at
		}
		if cells += columns; cells > maxCells {
			return table
		}
		at += len(line) + 1
	}
	return -1
}

// tooManyNames returns where a run of lines begins that name addresses, `[name]:
// address`, if it is too long, or -1. goldmark takes time in the square of it.
func tooManyNames(text []byte) int {
	run, first := 0, 0
	for at := 0; at < len(text); {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		if trimmed := bytes.TrimLeft(line, " \t>"); bytes.HasPrefix(trimmed, []byte("[")) && bytes.Contains(trimmed, []byte("]:")) {
			if run++; run == 1 {
				first = at
			}
		} else {
			run = 0
		}
		if run > maxNames {
			return first
		}
		at += len(line) + 1
	}
	return -1
}
