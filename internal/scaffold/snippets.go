package scaffold

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"lectern/internal/once"
	"lectern/quiz/kinds"
)

// snippet is a piece of text that an editor inserts, as VS Code reads it.
type snippet struct {
	Scope       string   `json:"scope"`
	Prefix      string   `json:"prefix"`
	Description string   `json:"description"`
	Body        []string `json:"body"`
}

var (
	// remark is the first remark of an example: what it explains, an editor shows
	// beside the name of the snippet.
	remark = once.Regexp(`(?m)^<!-- (.*) -->\n`)
	stem   = once.Regexp(`^(#+ [^:]*: )(.*)$`)
)

// Snippets is a file of snippets for VS Code, and the editors that read the same:
// each example of a question in a language, with stops at its words and its ids.
func Snippets(language string) ([]byte, error) {
	all := map[string]snippet{}
	for _, e := range kinds.All().Examples(language) {
		text, explained := e.Text, ""
		for _, found := range remark.FindAllStringSubmatch(text, -1) {
			if !strings.HasPrefix(found[1], "{") {
				text, explained = strings.Replace(text, found[0], "", 1), found[1]
				break
			}
		}
		all["Lectern: "+e.Name] = snippet{"markdown", "lectern-" + e.Name, explained, stops(text)}
	}
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	to.SetIndent("", "\t")
	err := to.Encode(all)
	return b.Bytes(), err
}

// stops makes the lines of a snippet: what each question asks and its id can be
// typed over, one after the other.
func stops(text string) []string {
	var body []string
	n := 0
	stop := func(words string) string {
		n++
		return fmt.Sprintf("${%d:%s}", n, strings.ReplaceAll(literal(words), "}", `\}`))
	}
	asks := strings.HasPrefix(text, "## ") // a quiz: its questions ask as well
	for i, line := range strings.Split(text, "\n") {
		heading, id := stem.FindStringSubmatch(line), idLine.FindStringSubmatch(line)
		switch {
		case heading != nil && (i == 0 || asks):
			line = literal(heading[1]) + stop(heading[2])
		case id != nil:
			line = "<!-- {id: " + stop(id[1]) + literal(id[2])
		default:
			line = literal(line)
		}
		body = append(body, line)
	}
	return body
}

// literal is text that means itself in a snippet.
func literal(text string) string {
	return strings.NewReplacer(`\`, `\\`, `$`, `\$`).Replace(text)
}
