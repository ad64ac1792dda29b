package yamlx

import (
	"strconv"
	"strings"

	"lectern/internal/once"
	"lectern/internal/source"
)

var (
	errorLine = once.Regexp(`^yaml: (?:unmarshal errors:\n\s*)?(?:line (\d+): )?(.*)`)
	// A plain value that holds another ": ", as in `title: Peer support: what it is`.
	unquotedColon = once.Regexp(`^(\s*(?:- )?[\w-]+: +)([^"'\[{|>&*#\s][^#]*?:(?: .*|))$`)
)

// explain turns the library's complaint into one an author can act on, with
// the place that caused it.
func (p *parser) explain(text string, err error) {
	lines := strings.Split(text, "\n")
	if n, r := p.findColon(lines); n > 0 {
		m := unquotedColon.FindStringSubmatch(lines[n-1])
		p.fail(r, "yaml-colon", "a value with a colon in it needs quotes around it",
			"write: "+strings.TrimSpace(m[1])+` "`+strings.ReplaceAll(strings.TrimSpace(m[2]), `"`, `\"`)+`"`)
		return
	}
	for i, line := range lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if tab := strings.IndexByte(indent, '\t'); tab >= 0 {
			at := p.start + p.snippet.LineStart(i+1) + tab
			p.fail(source.Range{Start: at, End: at + 1}, "yaml-tab", "a line of settings begins with a tab", "indent with spaces")
			return
		}
	}
	if n := openQuote(lines, err.Error()); n > 0 {
		p.fail(p.lineRange(n), "yaml-quote", "a quotation mark is opened here and never closed", "put the same mark at the end of the value; inside double quotes write \\\" for a quote")
		return
	}
	p.fail(p.lineRange(reportedLine(err, len(lines))), "yaml-syntax", "the settings could not be read from here: "+plain(err),
		"look at this line and those around it: what belongs together begins in the same column, and a space follows each `:` and `-`")
}

func (p *parser) findColon(lines []string) (int, source.Range) {
	for i, line := range lines {
		if at := unquotedColon.FindStringSubmatchIndex(line); at != nil {
			start := p.start + p.snippet.LineStart(i+1)
			return i + 1, source.Range{Start: start + at[4], End: start + at[5]}
		}
	}
	return 0, source.Range{}
}

// openQuote returns the first line whose value begins with a quotation mark
// that the line does not close.
func openQuote(lines []string, complaint string) int {
	if !strings.Contains(complaint, "unexpected end of stream") && !strings.Contains(complaint, "did not find expected") {
		return 0
	}
	for i, line := range lines {
		_, value, ok := strings.Cut(line, ": ")
		if !ok {
			value = strings.TrimPrefix(strings.TrimSpace(line), "- ")
		}
		value = strings.TrimSpace(value)
		if value != "" && (value[0] == '"' || value[0] == '\'') && strings.Count(value, value[:1])%2 == 1 {
			return i + 1
		}
	}
	return 0
}

func reportedLine(err error, last int) int {
	if m := errorLine.FindStringSubmatch(err.Error()); m != nil && m[1] != "" {
		n, _ := strconv.Atoi(m[1])
		return min(max(n, 1), max(last, 1))
	}
	return 1
}

func plain(err error) string {
	if m := errorLine.FindStringSubmatch(err.Error()); m != nil {
		return m[2]
	}
	return err.Error()
}
