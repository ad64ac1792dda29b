package diagram

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A part is one segment or step: its text, trimmed and never empty, and where it begins in the source.
type part struct {
	at   int
	text string
}

// An outline is a source understood: rows from top to bottom (or from the centre out), each of one or more parts.
type outline struct {
	title part
	rows  [][]part
}

// parts counts the segments or steps of all rows.
func (o outline) parts() (n int) {
	for _, row := range o.rows {
		n += len(row)
	}
	return n
}

// parse reads a title line and the items below it, each parted by joint. Blank lines mean nothing.
func parse(source, joint string) (o outline, problem *Problem) {
	for at, end := 0, 0; at < len(source) && problem == nil; at = end {
		line, _, _ := strings.Cut(source[at:], "\n")
		end = at + len(line) + 1
		if p := trim(at, line); p.text != "" {
			problem = o.add(p, joint)
		}
	}
	switch {
	case problem != nil:
	case o.title.text == "":
		problem = &Problem{0, "this diagram is empty", "write a title, then one line beginning with \"- \" for each part"}
	case len(o.rows) == 0:
		problem = &Problem{o.title.at, "this diagram has a title and nothing to draw",
			"below the title, write one line beginning with \"- \" for each part"}
	}
	return o, problem
}

// add takes one line that is not blank into the outline.
func (o *outline) add(line part, joint string) *Problem {
	item, isItem := line.text+" ", strings.HasPrefix(line.text+" ", "- ")
	switch {
	case o.title.text == "" && isItem:
		return &Problem{line.at, "this diagram has no title", "write the title on a line of its own above the list"}
	case o.title.text == "":
		o.title = part{line.at, legal(line.text)}
		return tooLong(line)
	case !isItem:
		return &Problem{line.at, "this line is neither the title nor an item", "begin it with \"- \", or join it to the line above"}
	}
	row, problem := split(line.at+1, item[1:], joint)
	o.rows = append(o.rows, row)
	if problem == nil && o.parts() > maxParts {
		problem = &Problem{row[0].at, fmt.Sprintf("this diagram has more than %d parts", maxParts), "make two diagrams of it"}
	}
	return problem
}

// split parts an item, which begins at offset from and has a space at both ends, at each joint.
func split(from int, item, joint string) (row []part, problem *Problem) {
	last := from + len(strings.TrimRight(item, " ")) - 1
	for at, text := range pieces(item, joint) {
		p := trim(from+at, text)
		if p.text == "" {
			return row, &Problem{min(p.at, last), "there is nothing written here",
				"write its words, or take away the mark that announces it"}
		}
		if problem := tooLong(p); problem != nil {
			return row, problem
		}
		row = append(row, part{p.at, legal(p.text)})
	}
	return row, nil
}

// pieces yields what lies between the joints of text, each with its byte offset. The space at a joint's end stays
// with the next piece, where it may begin another joint.
func pieces(text, joint string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := 0; ; {
			piece, _, more := strings.Cut(text[at:], joint)
			if !yield(at, piece) || !more {
				return
			}
			at += len(piece) + len(strings.TrimRight(joint, " "))
		}
	}
}

// trim takes the white space off both ends and moves the offset along.
func trim(at int, text string) part {
	left := strings.TrimLeft(text, " \t\r")
	return part{at + len(text) - len(left), strings.TrimRight(left, " \t\r")}
}

// legal keeps a text to the characters that XML allows, so that the drawing can stand in EPUB too: others become
// U+FFFD, and tabs become spaces. It may change the length, so offsets are taken before.
func legal(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ', r >= 0x7F && r < 0xA0, r == 0xFFFE, r == 0xFFFF:
			return utf8.RuneError
		}
		return r
	}, text)
}

func tooLong(p part) *Problem {
	n := utf8.RuneCountInString(p.text)
	if n <= maxRunes {
		return nil
	}
	return &Problem{p.at, fmt.Sprintf("this has %d characters, and a picture has room for %d", n, maxRunes),
		"say it shorter here and explain it in the text"}
}
