package collect_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lectern/internal/collect"
)

func names(r *collect.Results) (all []string) {
	for _, s := range r.Students {
		all = append(all, fmt.Sprintf("%s (%s)", s.Name, strings.Join(s.Files, ", ")))
	}
	return all
}

func TestFilesOfOneStudentComeTogether(t *testing.T) {
	first, second := chose("Tin", "not-yet", 1000), chose("Water", "right", 2000)
	old := file(t, map[string]record{"boils": first, "like-it": chose("x", "right", 1500)})
	next := file(t, map[string]record{"boils": second, "like-it": chose("x", "right", 1500)})
	elsewhere := file(t, map[string]record{"boils": chose("Air", "not-yet", 3000)})
	for name, c := range map[string]struct {
		files map[string]string
		want  []string
		said  string
	}{
		"a copy": {
			map[string]string{"in/ana.json": old, "in/ben.json": old}, []string{"ana (in/ana.json, in/ben.json)"},
			"in/ben.json: warning: this is the same file as in/ana.json, and counts once [file-twice]\n",
		},
		"a newer file of one name": {
			map[string]string{"in/Ana.json": old, "in/ana-2030-02-01 (1).json": elsewhere}, []string{"Ana (in/Ana.json, in/ana-2030-02-01 (1).json)"},
			"in/ana-2030-02-01 (1).json: warning: this is of the same student as in/Ana.json, by its name; the newer answers stay [student-twice]\n",
		},
		"a newer file as the browser called it": {
			map[string]string{"in/tea-2030-01-31.json": old, "in/tea-2030-02-01.json": next}, []string{"tea-2030-01-31 (in/tea-2030-01-31.json, in/tea-2030-02-01.json)"},
			"in/tea-2030-02-01.json: warning: this is of the same student as in/tea-2030-01-31.json, by its answers; the newer ones stay [student-twice]\n",
		},
		"two people without a name": {
			map[string]string{"in/tea-2030-01-31.json": old, "in/tea-2030-01-31 (1).json": elsewhere}, []string{"tea-2030-01-31 (in/tea-2030-01-31.json)", "tea-2030-01-31 (1) (in/tea-2030-01-31 (1).json)"}, "",
		},
		"two people of one name in two groups": {
			map[string]string{"a/ana.json": old, "b/ana.json": elsewhere}, []string{"a/ana (a/ana.json)", "b/ana (b/ana.json)"}, "",
		},
		"two people on one device": {
			map[string]string{"in/ana.json": old, "in/ben.json": next}, []string{"ana (in/ana.json)", "ben (in/ben.json)"},
			"in/ben.json: warning: some answers here are those of in/ana.json, to the millisecond: they count twice [answers-shared]\n",
		},
		"a name in the file": {
			map[string]string{"in/1.json": strings.Replace(old, `"course": "tea",`, `"name": "Ana Moss", "course": "tea",`, 1)}, []string{"Ana Moss (in/1.json)"}, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, d := results(t, c.files)
			if c.files["in/1.json"] == old {
				t.Fatal("the file has no name in it")
			}
			if got := names(r); !slices.Equal(sorted(got), sorted(c.want)) {
				t.Errorf("students %q, want %q", got, c.want)
			}
			if got := said(d); !strings.Contains(got, c.said) || c.said == "" && strings.Contains(got, "[s") {
				t.Errorf("said\n%s\nwant\n%s", got, c.said)
			}
		})
	}
}

func sorted(all []string) []string { return slices.Sorted(slices.Values(all)) }

func TestTheNewerAnswerStaysInWhateverOrderFilesCome(t *testing.T) {
	right, wrong := chose("Water", "right", 1000), chose("Tin", "not-yet", 2000)
	for _, files := range []map[string]string{
		{"ana.json": file(t, map[string]record{"boils": right}), "ana-2030-01-01.json": file(t, map[string]record{"boils": wrong})},
		{"ana.json": file(t, map[string]record{"boils": wrong}), "ana-2030-01-01.json": file(t, map[string]record{"boils": right})},
	} {
		r, _ := results(t, files)
		if len(r.Answers) != 1 || r.Answers[0].Mark.Verdict != "not-yet" {
			t.Errorf("answers %+v", r.Answers)
		}
	}
	// Of one moment the right one stays, as in a browser.
	wrong["at"] = 1000
	r, _ := results(t, map[string]string{"ana.json": file(t, map[string]record{"boils": wrong}), "ana (1).json": file(t, map[string]record{"boils": right})})
	if r.Answers[0].Mark.Verdict != "right" {
		t.Errorf("of one moment %s stays", r.Answers[0].Mark.Verdict)
	}
}
