package scaffold_test

import (
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"lectern/internal/scaffold"
	"lectern/quiz/kinds"
)

var update = flag.Bool("update", false, "write docs/editor anew")

var (
	tabStop = regexp.MustCompile(`\$\{\d+:((?:[^}\\]|\\.)*)\}`)
	escape  = regexp.MustCompile(`\\(.)`)
)

// An editor inserts what the examples say, but for the remark, which it shows.
func TestSnippetsAreTheExamples(t *testing.T) {
	for _, language := range scaffold.Languages() {
		written, err := scaffold.Snippets(language)
		if err != nil {
			t.Fatal(err)
		}
		file := "../../docs/editor/lectern." + language + ".code-snippets"
		if *update {
			if err := os.WriteFile(file, written, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if there, err := os.ReadFile(file); err != nil || string(there) != string(written) {
			t.Errorf("%s is not what the examples say (%v); write it anew: go test ./internal/scaffold -update", file, err)
		}
		read := map[string]struct {
			Scope, Prefix, Description string
			Body                       []string
		}{}
		if err := json.Unmarshal(written, &read); err != nil {
			t.Fatal(err)
		}
		for _, e := range kinds.All().Examples(language) {
			s := read["Lectern: "+e.Name]
			body := strings.Join(s.Body, "\n")
			inserted := escape.ReplaceAllString(tabStop.ReplaceAllString(body, "$1"), "$1")
			if want := strings.Replace(e.Text, "<!-- "+s.Description+" -->\n", "", 1); inserted != want || s.Description == "" || inserted == e.Text {
				t.Errorf("%s in %s, explained as %q, inserts\n%s\nwant\n%s", e.Name, language, s.Description, inserted, want)
			}
			if stops := len(tabStop.FindAllString(body, -1)); stops < 2 || s.Prefix != "lectern-"+e.Name || s.Scope != "markdown" {
				t.Errorf("%s in %s: %d stops, %q, %q", e.Name, language, stops, s.Prefix, s.Scope)
			}
		}
		if len(read) != len(scaffold.Kinds()) {
			t.Errorf("%d snippets for %d kinds", len(read), len(scaffold.Kinds()))
		}
	}
}
