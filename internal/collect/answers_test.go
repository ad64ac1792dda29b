package collect_test

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lectern/internal/collect"
	"lectern/internal/spreadsheet"
	"lectern/quiz"
)

// rows are the cells of a table under some of its columns.
func rows(t *testing.T, write func(*strings.Builder) error, columns ...string) (all []string) {
	t.Helper()
	var b strings.Builder
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	if !collect.IsOurs([]byte(b.String())) {
		t.Error("the table is not known as ours")
	}
	read, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), spreadsheet.Mark))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range read[1:] {
		var cells []string
		for _, c := range columns {
			cells = append(cells, row[slices.Index(read[0], c)])
		}
		all = append(all, strings.Join(cells, " | "))
	}
	return all
}

func answers(t *testing.T, r *collect.Results, columns ...string) []string {
	t.Helper()
	return rows(t, func(b *strings.Builder) error { return r.WriteAnswers(b) }, columns...)
}

func wantRows(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func prints(words ...string) (all []string) {
	for _, w := range words {
		all = append(all, quiz.Fingerprint(w))
	}
	return all
}

func TestAnswersAreMarkedByTheCourse(t *testing.T) {
	pair := map[string][]string{"pair-" + quiz.Fingerprint("Pot"): prints("Lid"), "pair-" + quiz.Fingerprint("Cup"): prints("Lid")}
	counted := kept("not-yet", 0, 5, map[string][]string{"answer": {"=a tea towel"}})
	counted["counted"] = true
	sure := chose("Water", "right", 1_900_000_000_000)
	sure["sure"], sure["tries"] = 3, 2
	r, d := results(t, map[string]string{
		"ana.json": file(t, map[string]record{
			"cooks": sure, "tray": kept("partly", 0.5, 2, map[string][]string{"answer": prints("Cups")}),
			"warm": counted, "pairs": kept("partly", 0.5, 3, pair), "steps": kept("right", 1, 4, map[string][]string{"answer": prints("Boil", "Pour", "Drink")}),
			"term-cosy": kept("right", 1, 6, map[string][]string{"answer": {"knew"}}),
		}),
		"ben.json": file(t, map[string]record{
			"boils": chose("Tin", "right", 1), "tray": kept("right", 1, 2, map[string][]string{"answer": prints("Sugar")}),
			"gone": chose("Water", "partly", 3), "__proto__": chose("x", "not-yet", 1<<62),
		}),
	})
	wantRows(t, answers(t, r, "student (self-reported)", "question", "lesson", "objectives", "score", "max", "verdict", "share_in_file", "tries", "when", "confidence", "response", "note"), []string{
		"ana | boils | tea/water.html | boil | 1 | 1 | right | 1 | 2 | 2030-03-17T17:46:40Z | 3 | Water | ",
		"ana | tray | tea/water.html |  | 1 | 2 | partly | 0.5 | 1 | 1970-01-01T00:00:00Z |  | Cups | ",
		"ana | warm | tea/water.html | pour | 0 | 1 | not-yet | 0 | 1 | 1970-01-01T00:00:00Z |  | '=a tea towel | counted as right by the student",
		"ana | pairs | tea/water.html |  | 0.5 | 1 | partly | 0.5 | 1 | 1970-01-01T00:00:00Z |  | Cup: Lid; Pot: Lid | ",
		"ana | steps | tea/water.html |  | 1 | 1 | right | 1 | 1 | 1970-01-01T00:00:00Z |  | Boil | Pour | Drink | ",
		"ana | term-cosy | glossary.html |  | 1 | 1 | right | 1 | 1 | 1970-01-01T00:00:00Z |  | knew | ",
		"ben | boils | tea/water.html | boil | 0 | 1 | not-yet | 1 | 1 | 1970-01-01T00:00:00Z |  | Tin | changed",
		"ben | tray | tea/water.html |  |  |  |  | 1 | 1 | 1970-01-01T00:00:00Z |  | " + quiz.Fingerprint("Sugar") + " | answer gone",
		"ben | __proto__ |  |  |  |  |  | 0 | 1 |  |  | " + quiz.Fingerprint("x") + " | not in the course",
		"ben | gone |  |  |  |  |  | 0.5 | 1 | 1970-01-01T00:00:00Z |  | " + quiz.Fingerprint("Water") + " | not in the course",
	})
	if want := "content: warning: the files hold answers to 2 questions that the course does not have today: `__proto__`, `gone` [question-unknown]\n"; !strings.HasPrefix(said(d), want) {
		t.Errorf("said %q", said(d))
	}
}

func TestBlanksAreNamedInTheOrderOfThePage(t *testing.T) {
	var key = tea(t).Lessons[0].Doc.Questions[3]
	fields := blanksOf(t, key)
	r, _ := results(t, map[string]string{"ana.json": file(t, map[string]record{
		"gaps": kept("right", 1, 1, map[string][]string{fields[0]: {"POT"}, fields[1]: prints("water")}),
	})})
	wantRows(t, answers(t, r, "response", "verdict"), []string{"1: POT; 2: water | right"})
}

func analysis(t *testing.T, r *collect.Results, columns ...string) []string {
	t.Helper()
	return rows(t, func(b *strings.Builder) error { return r.WriteAnalysis(b) }, columns...)
}

// Twelve students: the first six get three questions right and the fourth wrong, the last six the
// other way round. So to each of the first three, the rest of a student's answers
// goes up with it (2/3 of the others right, or 1/3), and to the fourth it goes
// down (all right, or none).
func TestQuestionsAreAnalysed(t *testing.T) {
	files := map[string]string{}
	for i := range 12 {
		good, bad := chose("Water", "right", i+1), chose("Tin", "not-yet", i+1)
		cloth, cosy := kept("partly", 0.5, i+1, map[string][]string{"answer": {"a cloth"}}), kept("right", 1, i+1, map[string][]string{"answer": {"A cosy."}})
		steps := func(words ...string) record {
			return kept(map[bool]string{true: "right", false: "not-yet"}[words[0] == "Boil"], map[bool]float64{true: 1}[words[0] == "Boil"], i+1, map[string][]string{"answer": prints(words...)})
		}
		tray := kept("right", 1, i+1, map[string][]string{"answer": prints("Cups", "Milk")})
		strong, weak := map[string]record{"boils": good, "warm": cosy, "steps": steps("Boil", "Pour", "Drink")}, map[string]record{"boils": bad, "warm": cloth, "steps": steps("Drink", "Pour", "Boil")}
		if i < 6 {
			strong["tray"] = kept("not-yet", 0, i+1, map[string][]string{"answer": prints("Coal")})
			files[fmt.Sprintf("s%02d.json", i)] = file(t, strong)
		} else {
			weak["tray"] = tray
			files[fmt.Sprintf("s%02d.json", i)] = file(t, weak)
		}
	}
	r, _ := results(t, files)
	hint := "only 12 students: a hint, no finding"
	wantRows(t, analysis(t, r, "question (self-reported answers)", "students", "right_at_once", "right_at_once_low", "right_at_once_high", "discrimination", "chosen", "nobody_chose", "remark"), []string{
		"boils | 12 | 0.5 | 0.2538 | 0.7462 | 1 | Water*: 6; Tin: 6; Air: 0 | Air | " + hint,
		"tray | 12 | 0.5 | 0.2538 | 0.7462 | -1 | Cups*: 6; Milk*: 6; Coal: 6 |  | " + hint + "; who does well elsewhere misses this one: look at the key",
		"warm | 12 | 0.5 | 0.2538 | 0.7462 | 1 |  |  | " + hint,
		"steps | 12 | 0.5 | 0.2538 | 0.7462 | 1 |  |  | " + hint,
	})
}

// What was right only later, was shown, has changed, or was counted by the student.
func TestOnlyWhatIsRightAtOnceCounts(t *testing.T) {
	later, shown := chose("Water", "right", 1), chose("Water", "right", 2)
	later["tries"], shown["shown"] = 2, true
	r, _ := results(t, map[string]string{
		"a.json": file(t, map[string]record{"boils": later}), "b.json": file(t, map[string]record{"boils": shown}),
		"c.json": file(t, map[string]record{"boils": chose("Water", "right", 3)}), "d.json": file(t, map[string]record{"boils": chose("Tin", "right", 4)}),
	})
	wantRows(t, analysis(t, r, "students", "right_at_once", "right_in_the_end", "discrimination", "chosen", "remark"), []string{
		"3 | 0.3333 | 1 |  | Water*: 3; Tin: 1; Air: 0 | only 3 students: a hint, no finding; 1 answer left out: changed since, or counted as right by the student",
	})
}
