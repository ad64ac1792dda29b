package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"lectern/internal/source"
)

// maxShown is the longest part of a source line that is shown, in characters.
const maxShown = 100

// Colours are what is written before a part of a message that is to stand out,
// and after it. The zero value writes nothing.
type Colours struct{ Error, Warning, Caret, End string }

// TerminalColours are for a terminal: the severity says by its word what it is,
// and the colour says it once more.
var TerminalColours = Colours{Error: "\x1b[1;31m", Warning: "\x1b[1;33m", Caret: "\x1b[1;36m", End: "\x1b[0m"}

func (c Colours) of(s Severity) string {
	if s == Warning {
		return c.Warning
	}
	return c.Error
}

// Print writes every message of the list, sorted, each with its line and a
// caret.
func (l *List) Print(w io.Writer) { l.PrintIn(w, Colours{}) }

// PrintIn is Print in colours.
func (l *List) PrintIn(w io.Writer, c Colours) {
	for _, m := range l.Sorted() {
		m.print(w, c)
	}
}

func (m Message) print(w io.Writer, c Colours) {
	fmt.Fprintf(w, "%s: %s%s%s: %s [%s]\n", Printable(m.Where()), c.of(m.Severity), m.Severity, c.End, m.Text, m.Name)
	if m.File != nil {
		m.printLine(w, c)
	}
	if m.Hint != "" {
		fmt.Fprintf(w, "    hint: %s\n", strings.ReplaceAll(m.Hint, "\n", "\n          "))
	}
}

// Where is "file:line:column", or the path alone.
func (m Message) Where() string {
	if m.File == nil {
		return m.Path
	}
	p := m.File.Position(m.At.Start)
	return fmt.Sprintf("%s:%d:%d", m.File.Path, p.Line, p.Column)
}

func (m Message) printLine(w io.Writer, c Colours) {
	line, caret := m.Excerpt()
	fmt.Fprintf(w, "    %s\n", line)
	if carets := strings.TrimLeft(caret, " "); carets != "" {
		fmt.Fprintf(w, "    %s%s%s%s\n", caret[:len(caret)-len(carets)], c.Caret, carets, c.End)
	}
}

// Excerpt is the line that the message is about, and carets for the line below
// it; "" where there is nothing to point at. A long line is cut. The message
// has a File.
func (m Message) Excerpt() (shown, caret string) {
	near := m.near()
	line := m.File.Slice(near)
	start := min(max(m.At.Start-near.Start, 0), len(line))
	end := min(max(m.At.End-near.Start, start), len(line))
	before, marked, after := window(line, start, end)
	shown = Printable(before + marked + after)
	if strings.TrimSpace(line) == "" {
		return shown, ""
	}
	return shown, strings.Repeat(" ", cells(Printable(before))) + strings.Repeat("^", max(1, cells(Printable(marked))))
}

// near is the line that the message is about, and of a very long one what is more
// than enough to show: thousands of messages may be about the same.
func (m Message) near() source.Range {
	const enough = 2 * maxShown * utf8.UTFMax
	line, text := m.File.LineRange(m.At.Start), m.File.Text()
	if m.At.Start-line.Start > enough {
		line.Start = m.At.Start - enough
	}
	if line.End-m.At.Start > enough {
		line.End = m.At.Start + enough
	}
	for line.Start < line.End && !utf8.RuneStart(text[line.Start]) {
		line.Start++
	}
	for line.End < len(text) && !utf8.RuneStart(text[line.End]) {
		line.End++
	}
	return line
}

// window cuts a very long line to the part around the marked bytes.
func window(line string, start, end int) (before, marked, after string) {
	before, marked, after = line[:start], line[start:end], line[end:]
	if firstBytes(line, maxShown) == len(line) {
		return before, marked, after
	}
	if cut := len(before) - lastBytes(before, maxShown/2); cut > 0 {
		before = "…" + before[cut:]
	}
	if n := firstBytes(marked, maxShown/2); n < len(marked) {
		marked, after = marked[:n], "…"
	}
	if n := firstBytes(after, maxShown/2); n < len(after) {
		after = after[:n] + "…"
	}
	return before, marked, after
}

// firstBytes is how many bytes the first n characters of s take, or all of them.
func firstBytes(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// lastBytes is firstBytes from the end.
func lastBytes(s string, n int) int {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return len(s) - at
}

// Printable makes control characters harmless to a terminal.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0):
			return utf8.RuneError
		}
		return r
	}, s)
}

// cells is how many columns of a terminal s takes.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
