package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"lectern/internal/diag"
)

// Report is what a build did. Weights are bytes as a server sends them,
// compressed by gzip.
type Report struct {
	Title        string  `json:"title"`
	Out          string  `json:"out"`
	Pages        int     `json:"pages"`
	Lessons      int     `json:"lessons"`
	Questions    int     `json:"questions"`
	Warnings     int     `json:"warnings"`
	Changes      Changes `json:"changes"`
	Heaviest     Weight  `json:"heaviest"`   // the page that weighs most
	FirstView    Weight  `json:"first_view"` // that page with style and script, without fonts and pictures
	Shared       Weight  `json:"shared"`     // the style and the script, which every page uses
	Fonts        Weight  `json:"fonts"`      // all of them; a page needs a few
	Course       Weight  `json:"course"`     // everything, as it lies on a disk, not compressed
	Milliseconds int64   `json:"milliseconds"`
}

// Weight is how heavy a page or a part of the site is.
type Weight struct {
	Path  string `json:"path,omitempty"`
	Bytes int    `json:"bytes"`
}

// Report counts and weighs the site.
func (s *Site) Report(d *diag.List) Report {
	r := Report{Title: s.Config.Title.Value, Lessons: len(s.Course.Lessons), Questions: s.Course.Questions(), Warnings: d.Count(diag.Warning)}
	for _, f := range s.Files {
		r.Course.Bytes += len(f.Data)
		switch ext := path.Ext(f.Path); {
		case ext == ".html":
			r.Pages++
			if n := compressed(f.Data); n > r.Heaviest.Bytes {
				r.Heaviest = Weight{f.Path, n}
			}
		case f.Path == s.Style || f.Path == s.Script:
			r.Shared.Bytes += compressed(f.Data)
		case ext == ".woff2":
			r.Fonts.Bytes += len(f.Data)
		}
	}
	r.FirstView = Weight{r.Heaviest.Path, r.Heaviest.Bytes + r.Shared.Bytes}
	return r
}

func compressed(data []byte) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(data) // writing to memory cannot fail
	_ = w.Close()
	return b.Len()
}

// Print writes the report for people.
func (r Report) Print(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, %s, %s, %s\n", r.Title, count(r.Pages, "page"), count(r.Lessons, "lesson"), count(r.Questions, "question"), count(r.Warnings, "warning"))
	fmt.Fprintf(&b, "heaviest page: %s, %s compressed; with style and script %s\n", r.Heaviest.Path, kilobytes(r.Heaviest.Bytes), kilobytes(r.FirstView.Bytes))
	fmt.Fprintf(&b, "whole course: %s on disk, of which fonts %s\n", kilobytes(r.Course.Bytes), kilobytes(r.Fonts.Bytes))
	fmt.Fprintf(&b, "%s written, %d unchanged, %d removed in %d ms\n", count(r.Changes.Written, "file"), r.Changes.Unchanged, r.Changes.Removed, r.Milliseconds)
	fmt.Fprintf(&b, "open %s\n", filepath.Join(r.Out, "index.html"))
	_, err := io.WriteString(w, b.String())
	return err
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
	d.Drop(func(m diag.Message) bool { return m.Severity == diag.Warning && s.Config.silenced(m.Name) })
}
