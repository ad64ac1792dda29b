package site

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/publish"
	"lectern/internal/theme"
)

// Report is what a build did. Weights are bytes as a server sends them,
// compressed by gzip.
type Report struct {
	Title        string          `json:"title"`
	Out          string          `json:"out"`
	Lessons      int             `json:"lessons"`
	Questions    int             `json:"questions"`
	Languages    []Spoken        `json:"languages,omitempty"` // when there are several, the course's own first
	Warnings     int             `json:"warnings"`
	Changes      publish.Changes `json:"changes"`
	Pages        []Weight        `json:"pages"`      // each page by itself, the heaviest first
	Shared       Weight          `json:"shared"`     // the style and the script that every page uses
	FirstView    Weight          `json:"first_view"` // the heaviest page with them, without fonts and pictures
	Fonts        Weight          `json:"fonts"`      // all of them; a page needs a few
	Course       Weight          `json:"course"`     // everything, as it lies on a disk, not compressed
	Milliseconds int64           `json:"milliseconds"`
}

// Spoken is one of the languages of a course.
type Spoken struct {
	Code         string   `json:"code"`
	Title        string   `json:"title"`
	Untranslated []string `json:"untranslated,omitempty"` // files that are shown in the course's own language
}

// Weight is how heavy a page or a part of the site is.
type Weight struct {
	Path  string `json:"path,omitempty"`
	Bytes int    `json:"bytes"`
	Parts int    `json:"parts,omitempty"` // of a page, the styles and scripts that only its questions need
}

// own is all that a page needs and others may not.
func (w Weight) own() int { return w.Bytes + w.Parts }

// Report counts and weighs the site.
func (s *Site) Report(d *diag.List) Report {
	r := Report{Title: s.Config.Title.Value, Lessons: len(s.Course.Lessons), Questions: s.Course.Questions(), Warnings: d.Count(diag.Warning), Pages: s.Pages}
	for _, l := range s.Languages {
		if len(s.Languages) > 1 {
			r.Languages = append(r.Languages, Spoken{l.Code, l.Title, l.Untranslated})
		}
	}
	for _, f := range s.Files {
		r.Course.Bytes += f.Size()
		switch {
		case f.Path == s.Style || f.Path == s.Script:
			r.Shared.Bytes += theme.Compressed(f.Data)
		case path.Ext(f.Path) == ".woff2":
			r.Fonts.Bytes += f.Size()
		}
	}
	r.FirstView = Weight{Path: s.Pages[0].Path, Bytes: s.Pages[0].own() + r.Shared.Bytes}
	return r
}

// firstViewBudget is what the first page that somebody opens may weigh with
// style and script, without fonts and pictures.
const firstViewBudget = 24_000

// weightOf is how heavy a page is, compressed; 0 when nobody is told.
func (b *builder) weightOf(p page, made []byte) int {
	if b.unwritten || b.unweighed && theme.IsLight(made, firstViewBudget-b.frameWeight()-b.mainOf(p).theme.Assets.Weight(p.parts)) {
		return 0
	}
	return theme.Compressed(made)
}

// warnHeavy warns about pages over the budget.
func (b *builder) warnHeavy(pages []page, weights []Weight) {
	if b.facilitator {
		return // its pages hold all answers, and students never load them
	}
	shared := b.frameWeight()
	for i, w := range weights {
		all := w.own() + shared
		if all <= firstViewBudget {
			continue
		}
		m := diag.Message{Path: w.Path, Severity: diag.Warning, Name: "page-heavy"}
		if pages[i].template == "lesson" {
			m.Hint = "split it into two lessons"
		}
		m.Text = fmt.Sprintf("this page weighs %s compressed, with style and script %s, which is more than %s", kilobytes(w.Bytes), kilobytes(all), kilobytes(firstViewBudget))
		if f := pages[i].source; f != nil {
			m.File, m.At = f, f.LineRange(0)
		}
		b.diags.Add(m)
	}
}

// Print writes the report for people.
func (r Report) Print(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, %s, %s, %s\n", r.Title, count(len(r.Pages), "page"), count(r.Lessons, "lesson"), count(r.Questions, "question"), count(r.Warnings, "warning"))
	if len(r.Languages) > 0 {
		fmt.Fprintf(&b, "languages: %s\n", r.languages())
	}
	fmt.Fprintf(&b, "heaviest pages, compressed, and with style and script (%s):\n", kilobytes(r.Shared.Bytes))
	for _, p := range r.Pages[:min(len(r.Pages), 5)] {
		fmt.Fprintf(&b, "  %8s  %8s  %s\n", kilobytes(p.Bytes), kilobytes(p.own()+r.Shared.Bytes), p.Path)
	}
	fmt.Fprintf(&b, "whole course: %s on disk, of which fonts %s\n", kilobytes(r.Course.Bytes), kilobytes(r.Fonts.Bytes))
	fmt.Fprintf(&b, "%s written, %d unchanged, %d removed in %d ms\n", count(r.Changes.Written, "file"), r.Changes.Unchanged, r.Changes.Removed, r.Milliseconds)
	fmt.Fprintf(&b, "open %s\n", filepath.Join(r.Out, "index.html"))
	_, err := io.WriteString(w, b.String())
	return err
}

// languages names them, with what waits for its translation.
func (r Report) languages() string {
	var names []string
	for _, l := range r.Languages {
		name := l.Code
		if n := len(l.Untranslated); n > 0 {
			name += " (" + count(n, "file") + " not translated)"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func kilobytes(n int) string { return fmt.Sprintf("%.1f KB", float64(n)/1000) }

// Silence takes the warnings out of d that site.yaml does not want to see.
func (s *Site) Silence(d *diag.List) {
	d.Drop(func(m diag.Message) bool { return m.Severity == diag.Warning && s.Config.Silenced(m.Name) })
}

// WarnUnused warns about names in site.yaml that silence nothing in d.
func (s *Site) WarnUnused(d *diag.List) {
	used := map[string]bool{}
	for _, m := range d.Sorted() {
		used[m.Name] = used[m.Name] || m.Severity == diag.Warning
	}
	for _, name := range s.Config.Silence {
		if !used[name.Value] {
			d.Warn(s.Config.Source(), name.At, "silence-unused", fmt.Sprintf("there is no `%s` in this course to silence", name.Value), "take it out")
		}
	}
}
