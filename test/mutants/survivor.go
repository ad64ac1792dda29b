package main

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// survivor names a mutant that no test notices by what is changed, not by the
// number of its line, so that it keeps its name when lines are added above.
type survivor struct {
	file string // quiz/order/mark.go
	line string // the line's text, with «» around the sign that is changed
	kind string // CONDITIONALS_BOUNDARY
}

// String is the survivor as the file of survivors has it.
func (s survivor) String() string {
	return fmt.Sprintf("## %s\n\n- `%s` %s\n", s.file, s.line, s.kind)
}

func (s survivor) compare(other survivor) int {
	return cmp.Or(strings.Compare(s.file, other.file), strings.Compare(s.line, other.line), strings.Compare(s.kind, other.kind))
}

// sign is a part of Go that gremlins changes into another.
var sign = regexp.MustCompile(`^(?:[a-z]+|[-+*/%&|^<>=!]+)`)

func locate(file string, lines []string, m mutant) (survivor, error) {
	if m.Line < 1 || m.Line > len(lines) || m.Column < 1 || m.Column > len(lines[m.Line-1]) {
		return survivor{}, fmt.Errorf("%s has no line %d with a column %d: is the report older than the file?", file, m.Line, m.Column)
	}
	before, rest := lines[m.Line-1][:m.Column-1], lines[m.Line-1][m.Column-1:]
	changed := sign.FindString(rest)
	line := strings.TrimSpace(before + "«" + changed + "»" + rest[len(changed):])
	return survivor{file, line, m.Type}, nil
}

var (
	heading = regexp.MustCompile(`^## (quiz/.+\.go)$`)
	item    = regexp.MustCompile("^- `(.+)` ([A-Z_]+)$")
)

// parse reads the file of survivors: a heading for each file, and below it an
// item for each mutant with its reason, indented.
func parse(text string) (all []survivor, err error) {
	file, reasonless := "", ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if m := heading.FindStringSubmatch(line); m != nil {
			file = m[1]
			continue
		}
		if m := item.FindStringSubmatch(line); m != nil {
			if reasonless != "" {
				break
			}
			all = append(all, survivor{file, m[1], m[2]})
			reasonless = m[1]
			continue
		}
		if strings.HasPrefix(line, "- ") {
			return nil, fmt.Errorf("this is no survivor: %s", line)
		}
		if strings.HasPrefix(line, "  ") && strings.TrimSpace(line) != "" {
			reasonless = ""
		}
	}
	if reasonless != "" {
		return nil, errors.New("no reason is given below " + reasonless)
	}
	return all, nil
}
