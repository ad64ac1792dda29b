package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// speed is the category whose score a busy machine can lower.
const speed = "performance"

var wanted = []string{speed, "accessibility", "best-practices", "seo"}

// report is what Lighthouse says of one page. A score is between 0 and 1.
type report struct {
	Categories map[string]category
	Audits     map[string]audit
}

type category struct {
	Score     float64
	AuditRefs []struct {
		ID     string
		Weight float64
	}
}

// audit has no score where it does not apply.
type audit struct {
	Score               *float64
	Title, DisplayValue string
}

func readReport(file string) (report, error) {
	var r report
	text, err := os.ReadFile(file)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal(text, &r); err != nil {
		return r, err
	}
	for _, name := range wanted {
		if _, there := r.Categories[name]; !there {
			return r, fmt.Errorf("the report says nothing of %s: it has %q", name, slices.Sorted(maps.Keys(r.Categories)))
		}
	}
	return r, nil
}

func (r report) full() bool { return r.fullBut("") }

// fullBut tells whether all scores are 100, one category left out.
func (r report) fullBut(name string) bool {
	return !slices.ContainsFunc(wanted, func(c string) bool { return c != name && r.Categories[c].Score < 1 })
}

// scores is the line that is printed of a page.
func (r report) scores() string {
	var parts []string
	for _, name := range wanted {
		parts = append(parts, fmt.Sprintf("%s %.0f", name, 100*r.Categories[name].Score))
	}
	return strings.Join(parts, ", ")
}

// faults are the findings that lower a score below 100.
func (r report) faults() []string {
	var lines []string
	for _, name := range wanted {
		if r.Categories[name].Score == 1 {
			continue
		}
		for _, ref := range r.Categories[name].AuditRefs {
			if a := r.Audits[ref.ID]; ref.Weight > 0 && a.Score != nil && *a.Score < 1 {
				lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s, %s: %s %s", name, ref.ID, a.Title, a.DisplayValue)))
			}
		}
	}
	return lines
}
