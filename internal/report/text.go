package report

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"lectern/internal/diag"
)

// across is how many columns the text has.
const across = 80

const textMark = "Report of the course "

// page is a text under way.
type page struct{ strings.Builder }

func (r Report) text() string {
	var p page
	t := r.Totals
	p.line(0, 0, "%s“%s”, %s", textMark, r.Title, r.Day)
	p.line(0, 0, "%s, %s, %s (%d marked, %s), %d words, %s (%d by words and questions)", plural(t.Lessons, "lesson"), plural(t.Objectives, "objective"),
		plural(t.Questions, "question"), t.Marked, points(t.Points), t.Words, plural(t.Minutes, "minute"), t.MinutesReckoned)
	r.textGaps(&p)
	r.textLessons(&p)
	r.textObjectives(&p)
	r.textHabits(&p)
	r.textUpkeep(&p)
	r.textPages(&p)
	return p.String()
}

func (p *page) title(words string) {
	fmt.Fprintf(p, "\n%s\n%s\n", words, strings.Repeat("-", cells(words)))
}

// line writes a line, and what does not fit on it below, further in.
func (p *page) line(in, further int, format string, args ...any) {
	room, used := across, 0
	for _, word := range strings.Fields(diag.Printable(fmt.Sprintf(format, args...))) {
		n := cells(word)
		switch {
		case used == 0:
			p.WriteString(strings.Repeat(" ", in))
			used = in
		case used+1+n > room:
			fmt.Fprintf(p, "\n%s", strings.Repeat(" ", in+further))
			used = in + further
		default:
			p.WriteByte(' ')
			used++
		}
		p.WriteString(word)
		used += n
	}
	p.WriteByte('\n')
}

func (r Report) textGaps(p *page) {
	p.title("What is missing")
	if len(r.Gaps) == 0 {
		p.line(2, 2, "Nothing: every objective has several questions, not all of them recall, and every question has an objective.")
	}
	for _, g := range r.Gaps {
		p.line(2, 4, "%s", g.Says)
	}
}

func (r Report) textLessons(p *page) {
	p.title("Lessons")
	fmt.Fprintf(p, "%4s  %-33s %4s %5s  %-8s %4s %4s %4s\n", "", "", "min", "words", "reads at", "obj", "ask", "gaps")
	for _, l := range r.Lessons {
		gaps := len(l.Gaps())
		row := fmt.Sprintf("%4d  %s %4d %5d  %-8s %4d %4d %4s", l.Number, cut(l.Title, 33), l.Minutes, l.Words, l.reading(r.Language), len(l.Objectives), len(l.Questions), unlessNone(gaps))
		fmt.Fprintln(p, strings.TrimRight(row, " "))
	}
	p.line(2, 2, "min: minutes; words: questions aside; obj: objectives; ask: questions. Grades and eases are estimates.")
}

// reading is how hard the lesson is to read in a language.
func (l Lesson) reading(language string) string {
	for _, r := range l.Readings {
		if r.Language == language {
			return r.String()
		}
	}
	return Reading{}.String()
}

func (r Report) textObjectives(p *page) {
	p.title("Objectives, and the questions that ask about them")
	for _, l := range r.Lessons {
		fmt.Fprintln(p)
		p.line(0, 4, "%d. %s (%s)", l.Number, l.Title, l.File)
		if len(l.Objectives) == 0 {
			p.line(2, 4, "It sets no objectives.")
		}
		for _, o := range l.Objectives {
			p.line(2, 4, "%s: %s", o.ID, o.Text)
			for _, q := range l.Questions {
				if contains(q.Objectives, o.ID) {
					p.line(6, 4, "%s", q.short())
				}
			}
			if o.Gap != "" {
				p.line(6, 2, "! %s", gapWords[o.Gap])
			}
		}
		r.textRest(p, l)
	}
}

// textRest lists the questions without an objective.
func (r Report) textRest(p *page, l Lesson) {
	first := true
	for _, q := range l.Questions {
		if len(q.Objectives) > 0 {
			continue
		}
		if first {
			p.line(2, 4, "Of no objective:")
			first = false
		}
		p.line(6, 4, "%s", q.short())
	}
}

// short is a question on a line: its id, kind and level.
func (q Question) short() string {
	words := []string{q.Kind, q.Level}
	if !q.Marked {
		words = append(words, "not marked")
	}
	return fmt.Sprintf("%s (%s)", q.ID, strings.Join(words, ", "))
}

func (r Report) textHabits(p *page) {
	p.title("Where the right answers stand, and how long they are")
	p.line(2, 2, "Of questions with one right answer among three or more.")
	for _, h := range r.Habits {
		fmt.Fprintln(p)
		p.line(2, 2, "%s", h.Name)
		if h.Places.Asked > 0 {
			p.line(4, 2, "Places: %s", h.Places.list())
		}
		p.line(4, 2, "%s", h.Places.Says)
		p.line(4, 2, "%s", h.Longest.Says)
	}
}

// list is "1st 4, 2nd 6, 3rd 5".
func (p Places) list() string {
	var all []string
	for i, n := range p.At {
		all = append(all, fmt.Sprintf("%s %d", ordinal(i+1), n))
	}
	return strings.Join(all, ", ")
}

func (r Report) textUpkeep(p *page) {
	p.title("Days of review")
	if len(r.Reviews) == 0 {
		p.line(2, 2, "No page has one.")
	}
	for _, v := range r.Reviews {
		p.line(2, 4, "%s  %s (%s)", v.By, v.Title, v.When())
	}
	if len(r.Terms) > 0 {
		p.title("Terms of the glossary")
		p.line(2, 2, "%s; %d of them open in a lesson.", plural(len(r.Terms), "term"), len(r.Terms)-len(r.Unused()))
		if unused := r.Unused(); len(unused) > 0 {
			p.line(2, 4, "In no lesson: %s", strings.Join(unused, ", "))
		}
	}
	if len(r.Languages) > 1 {
		p.title("Languages")
		for _, l := range r.Languages[1:] {
			p.line(2, 2, "%s: %d of %s not translated", l.Code, len(l.Untranslated), plural(l.Files, "file"))
			for _, file := range l.Untranslated {
				p.line(4, 2, "%s", file)
			}
		}
	}
}

func (r Report) textPages(p *page) {
	if len(r.Pages) == 0 {
		return
	}
	p.title("Heaviest pages, compressed")
	for _, w := range r.Pages[:min(len(r.Pages), heaviest)] {
		fmt.Fprintf(p, "  %8s  %s\n", kilobytes(w.Bytes), diag.Printable(path.Clean(w.URL)))
	}
	p.line(2, 2, "Once for all pages, the style and the script: %s. Fonts and pictures are not counted.", kilobytes(r.Shared))
}

// cut makes a text as wide as a column.
func cut(text string, width int) string {
	text = diag.Printable(text)
	if cells(text) > width {
		runes := []rune(text)
		for cells(string(runes)) > width-1 {
			runes = runes[:len(runes)-1]
		}
		text = string(runes) + "…"
	}
	return text + strings.Repeat(" ", width-cells(text))
}

func cells(s string) int { return utf8.RuneCountInString(s) }
