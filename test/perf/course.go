package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// lessonsInModule is how many lessons a module has.
const lessonsInModule = 40

// writeCourse writes a course of lessons as educators write them: some 1,300
// words, lists, a table, a definition, a footnote, code in one of five, ways to
// other lessons, three questions.
func writeCourse(folder string, lessons int, seed uint64) error {
	files := map[string]string{"site.yaml": "title: Measured\n", "content/index.md": "# Measured\n\nA course to measure with.\n"}
	for n := range lessons {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, uint64(n))), lessons: lessons}
		files[lessonFile(n)] = w.lesson(n)
	}
	for name, text := range files {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func lessonFile(n int) string {
	return fmt.Sprintf("content/%03d-module-%d/%s", 1+n/lessonsInModule, 1+n/lessonsInModule, lessonName(n))
}

func lessonName(n int) string { return fmt.Sprintf("%02d-lesson-%d.md", 1+n%lessonsInModule, n) }

// edit adds a sentence to one lesson.
func edit(folder string, times int) error {
	name := filepath.Join(folder, filepath.FromSlash(lessonFile(0)))
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, fmt.Appendf(text, "\nEdited %d times.\n", times), 0o644)
}

// writer writes sentences that say nothing.
type writer struct {
	*rand.Rand
	lessons int
}

var (
	who  = strings.Split("The operator|A trained colleague|The quality auditor|Every new starter|The control room|A certified inspector|The shift lead", "|")
	does = strings.Split("checks|records|verifies|reviews|reports|restores|explains|measures", "|")
	what = strings.Split("the pressure reading|the access request|the risk assessment|the shift log|the change ticket|the handover checklist|the audit trail|the backup schedule", "|")
	when = strings.Split("before the next shift begins|as soon as the alarm clears|at the end of every cycle|while the line is stopped|because the customer judges the whole by its weakest part|without leaving the work area", "|")
)

func (w *writer) of(words []string) string { return words[w.IntN(len(words))] }

func (w *writer) sentence() string {
	return fmt.Sprintf("%s %s %s and %s %s %s.", w.of(who), w.of(does), w.of(what), w.of(does), w.of(what), w.of(when))
}

func (w *writer) paragraph() string {
	var all []string
	for range 4 + w.IntN(3) {
		all = append(all, w.sentence())
	}
	return strings.Join(all, " ") + "\n\n"
}

func (w *writer) lesson(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: \"Lesson %d: %s\"\nobjectives:\n  o1: \"Explain %s\"\n---\n\n", n, w.of(what), w.of(what))
	for part := range 5 {
		fmt.Fprintf(&b, "## Part %d: %s\n\n%s", part+1, w.of(what), w.paragraph())
		switch part {
		case 0:
			fmt.Fprintf(&b, "- %s\n- **%s**\n- `%d` times, see [the other lesson](%s)\n\n", w.sentence(), w.sentence(), w.IntN(99), w.way(n))
		case 1:
			fmt.Fprintf(&b, "| Step | Who |\n| ---: | --- |\n| 1 | %s |\n| 2 | %s |\n\n", w.of(who), w.of(who))
		case 2:
			fmt.Fprintf(&b, "%s[^1]\n\n[^1]: %s\n\n", w.sentence(), w.sentence())
		case 3:
			fmt.Fprintf(&b, "Handover\n: %s\n\n", w.sentence())
			if n%5 == 0 {
				fmt.Fprintf(&b, "```go\nfunc main() { fmt.Println(%d, \"%s\") }\n```\n\n", w.IntN(99), w.of(what))
			}
		}
		b.WriteString(w.paragraph() + w.paragraph())
	}
	for q := range 3 {
		fmt.Fprintf(&b, "### Question: What comes first, %d in lesson %d?\n<!-- {objective: o1} -->\n\n", q+1, n)
		for answer := range 4 {
			mark := " "
			if answer == q {
				mark = "x"
			}
			fmt.Fprintf(&b, "- (%s) Answer %d: %s\n  > %s\n", mark, answer, w.sentence(), w.sentence())
		}
		fmt.Fprintf(&b, "\n> **Hint:** %s\n\n", w.sentence())
	}
	return b.String()
}

// way leads to a lesson of the same module.
func (w *writer) way(n int) string {
	first := n - n%lessonsInModule
	return lessonName(first + w.IntN(min(lessonsInModule, w.lessons-first)))
}
