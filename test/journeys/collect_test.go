package journeys

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

var day = regexp.MustCompile(`20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ`)

// A student saves their progress and sends it; the teacher's table says what the page said.
func TestWhatAStudentSavesIsCollected(t *testing.T) {
	dir := teaCourse(t).dir
	website.Build(t, dir)
	host := website.Serve(t, filepath.Join(dir, "public"))
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL + "tea/water.html")
	ask(t, tab, "boils").clickIn(".sure label", "Very sure")
	answer(t, tab, "boils", "Tin")
	answer(t, tab, "poured", "Tea")
	text, _ := saveFile(t, tab, host.URL)

	results := filepath.Join(dir, "results")
	if err := os.Mkdir(results, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(results, "ana.json"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, "told", website.Run(t, dir, "collect", "results", "-o", "answers.csv"), "1 student, 2 answers. They are self-reported: nobody has checked who answered, or how.\n")
	table, err := os.ReadFile(filepath.Join(dir, "answers.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")[1:]
	for i := range rows {
		rows[i] = day.ReplaceAllString(rows[i], "a day")
	}
	want(t, "rows", rows, []string{
		"ana,results/ana.json,tea-for-all,tea/water.html,Water,boils,What boils?,choice,boil,0,1,not-yet,0,1,a day,3,Tin,",
		"ana,results/ana.json,tea-for-all,tea/water.html,Water,poured,What is poured?,choice,pour,1,1,right,1,1,a day,,Tea,",
	})
}
