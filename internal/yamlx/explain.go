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
	// A value that begins with a quotation mark, as in `title: 'It's here'`.
	quoted = once.Regexp(`^(\s*(?:- )?(?:[\w-]+: +)?)(["'].*?)\s*$`)
)

// maxTried is how many bytes are read to find the line that is wrong.
const maxTried = 1 << 20

// explain turns the library's complaint into one an author can act on, with
// the place that caused it. It returns the text with something in the place of the
// value that is wrong, so that other slips are told as well, or "" when that would
// not help.
func (p *parser) explain(text string, err error) (rest string) {
	lines := strings.Split(text, "\n")
	for _, slip := range []struct {
		shape  once.Pattern
		report func(key, value string, at source.Range) (meant string)
	}{{unquotedColon, p.reportColon}, {quoted, p.reportQuote}} {
		for i, line := range lines {
			m := slip.shape.FindStringSubmatchIndex(line)
			if m == nil {
				continue
			}
			start := p.snippet.LineStart(i + 1)
			at := source.Range{Start: start + m[4], End: start + m[5]}
			rest = text[:at.Start] + strings.Repeat("x", at.End-at.Start) + text[at.End:]
			if p.tried += len(text); p.tried > maxTried {
				rest = ""
			} else if _, left := p.unmarshal(rest); left != nil && left.Error() == err.Error() {
				continue // another line is wrong
			}
			if p.broken == nil {
				p.broken = map[int]string{}
			}
			at = at.Shift(p.start)
			p.broken[at.Start] = slip.report(line[m[2]:m[3]], line[m[4]:m[5]], at)
			return rest
		}
	}
	p.reportShape(lines, err)
	return ""
}

// typographic are the quotation marks that word processors write.
const typographic = "“”„‟‘’‚‛«»"

func (p *parser) reportColon(key, value string, at source.Range) (meant string) {
	meant = strings.Trim(strings.TrimSpace(value), typographic)
	p.fail(at, "yaml-colon", "a value with a colon in it needs quotes around it",
		"write: "+strings.TrimSpace(key)+` "`+strings.ReplaceAll(meant, `"`, `\"`)+`"`)
	return meant
}

func (p *parser) reportQuote(key, value string, at source.Range) (meant string) {
	inside, other := value[1:], `"`
	if value[0] == '"' {
		other = "'"
	}
	meant, ends := strings.CutSuffix(inside, value[:1])
	if ends && meant != "" && !strings.Contains(meant, other) {
		p.fail(at, "yaml-quote", "the same mark stands inside these quotation marks and ends them too early",
			"write: "+strings.TrimSpace(strings.TrimSpace(key)+" "+other+meant+other))
		return meant
	}
	p.fail(at, "yaml-quote", "a quotation mark is opened here and never closed",
		`put the same mark at the end of the value; inside double quotes write \" for a quote`)
	return meant
}

// reportShape reports what is wrong with how the lines stand below each other.
func (p *parser) reportShape(lines []string, err error) {
	for i, line := range lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if tab := strings.IndexByte(indent, '\t'); tab >= 0 {
			at := p.start + p.snippet.LineStart(i+1) + tab
			p.fail(source.Range{Start: at, End: at + 1}, "yaml-tab", "a line of settings begins with a tab", "indent with spaces")
			return
		}
	}
	if n, beside := outOfLine(lines); n > 0 {
		p.fail(p.lineRange(n), "yaml-syntax", "this line begins in a column of its own", "let it begin right below `"+beside+"`, or below what that belongs to")
		return
	}
	p.fail(p.lineRange(reportedLine(err, len(lines))), "yaml-syntax", "the settings could not be read from here: "+plain(err),
		"look at this line and those around it: what belongs together begins in the same column, and a space follows each `:` and `-`")
}

// outOfLine returns the first line that begins left of the one above it and in the
// column of none before that, and the key it may belong beside; 0 if there is none.
func outOfLine(lines []string) (number int, beside string) {
	type level struct {
		indent int
		key    string
	}
	levels := []level{}
	for i, line := range lines {
		words := strings.TrimLeft(line, " ")
		if strings.TrimSpace(words) == "" || words[0] == '#' {
			continue
		}
		indent, key := len(line)-len(words), ""
		if k, _, isKey := strings.Cut(words, ":"); isKey {
			key = k + ":"
		}
		var left level
		for len(levels) > 0 && levels[len(levels)-1].indent > indent {
			left, levels = levels[len(levels)-1], levels[:len(levels)-1]
		}
		if inColumn := len(levels) > 0 && levels[len(levels)-1].indent == indent; !inColumn {
			if left.key != "" {
				return i + 1, left.key
			}
			levels = append(levels, level{indent, key})
		}
	}
	return 0, ""
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
