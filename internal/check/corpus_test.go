package check_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/check"
)

// leastPrecision is what every rule must reach on the corpus: of ten warnings,
// nine are right.
const leastPrecision = 0.9

// entry is one question of the corpus, or a few that belong together.
type entry struct {
	name   string
	lang   string
	text   string
	labels []string
}

func corpus(t *testing.T) []entry {
	t.Helper()
	var all []entry
	for _, lang := range []string{"en", "fr"} {
		data, err := os.ReadFile("testdata/questions-" + lang + ".md")
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range strings.Split(string(data), "\n=== ")[1:] {
			labels, text, _ := strings.Cut(part, "\n")
			e := entry{name: fmt.Sprintf("%s-%d", lang, i+1), lang: lang, text: text + "\n", labels: strings.Fields(labels)}
			if e.labels[0] == "none" {
				e.labels = nil
			}
			all = append(all, e)
		}
	}
	return all
}

var heading = regexp.MustCompile(`(?m)^### .*$`)

// lesson is the entry as a lesson. Only who is without an id on purpose has
// none.
func (e entry) lesson() string {
	n := 0
	text := heading.ReplaceAllStringFunc(e.text, func(line string) string {
		if n++; slices.Contains(e.labels, "id-missing") {
			return line
		}
		return fmt.Sprintf("%s\n<!-- {id: %s-%d} -->\n", line, e.name, n)
	})
	return "---\ntitle: Lesson " + e.name + "\nsummary: One line.\n---\n\n" + strings.ReplaceAll(text, "\n> **Why", "\n\n> **Why")
}

// tally is how a rule did.
type tally struct{ right, false, missed int }

func TestRulesFindWhatAPersonFinds(t *testing.T) {
	counts := map[string]*tally{}
	for _, r := range check.Rules() {
		counts[r.Name] = &tally{}
	}
	all := corpus(t)
	if len(all) < 150 {
		t.Fatalf("the corpus has %d entries", len(all))
	}
	for _, lang := range []string{"en", "fr"} {
		files := fstest.MapFS{}
		for _, e := range all {
			if e.lang == lang {
				files["content/1-all/"+e.name+".md"] = &fstest.MapFile{Data: []byte(e.lesson())}
			}
		}
		names := map[string]map[string]bool{}
		for _, m := range found(t, files, lang).Sorted() {
			if names[m.File.Path] == nil {
				names[m.File.Path] = map[string]bool{}
			}
			names[m.File.Path][m.Name] = true
		}
		for _, e := range all {
			if e.lang == lang {
				count(t, e, names["content/1-all/"+e.name+".md"], counts)
			}
		}
	}
	wantPrecision(t, counts)
	wantTable(t, table(all, counts))
}

func count(t *testing.T, e entry, said map[string]bool, counts map[string]*tally) {
	t.Helper()
	stem, _, _ := strings.Cut(e.text, "\n")
	for _, label := range e.labels {
		switch {
		case counts[label] == nil:
			t.Errorf("%s: there is no rule %s", e.name, label)
		case said[label]:
			counts[label].right++
		default:
			counts[label].missed++
			t.Logf("%s: %s is missed: %s", e.name, label, stem)
		}
	}
	for name := range said {
		if !slices.Contains(e.labels, name) {
			counts[name].false++
			t.Logf("%s: %s is a false alarm: %s", e.name, name, stem)
		}
	}
}

func wantPrecision(t *testing.T, counts map[string]*tally) {
	t.Helper()
	for name, c := range counts {
		if said := c.right + c.false; said > 0 && float64(c.right)/float64(said) < leastPrecision {
			t.Errorf("%s: %d of %d warnings are right", name, c.right, said)
		}
	}
}

// table is the figures as the manual shows them.
func table(all []entry, counts map[string]*tally) string {
	var b strings.Builder
	french, none := 0, 0
	for _, e := range all {
		if e.lang == "fr" {
			french++
		}
		if len(e.labels) == 0 {
			none++
		}
	}
	fmt.Fprintf(&b, "%d examples, of which %d are in French; %d have no flaw.\n\n", len(all), french, none)
	b.WriteString("| Rule | Flaws in the corpus | Found | False alarms | Precision | Recall |\n|---|--:|--:|--:|--:|--:|\n")
	for _, r := range check.Rules() {
		c := counts[r.Name]
		if flaws := c.right + c.missed; flaws+c.false > 0 {
			fmt.Fprintf(&b, "| `%s` | %d | %d | %d | %s | %s |\n", r.Name, flaws, c.right, c.false, share(c.right, c.right+c.false), share(c.right, flaws))
		}
	}
	return b.String()
}

func share(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", float64(n)/float64(of))
}

// wantTable compares the figures with those that the manual shows.
func wantTable(t *testing.T, want string) {
	t.Helper()
	const name = "figures.md"
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s is not what was measured; go test ./internal/check -update writes it\ngot (%v)\n%s\nwant\n%s", name, err, got, want)
	}
}
