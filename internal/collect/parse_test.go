package collect_test

import (
	"fmt"
	"strings"
	"testing"

	"lectern/internal/collect"
	"lectern/internal/diag"
)

const sound = `{
 "format": "lectern-progress",
 "version": 1,
 "course": "tea",
 "made": "2030-01-31T12:00:00.000Z",
 "records": {
  "boils": {"version": 1, "response": {"answer": ["x"]}, "verdict": "right", "score": 1, "tries": 2, "at": 1900000000000, "sure": 3},
  "lesson:tea/water": {"version": 1, "response": {}, "state": "done", "again": 0, "at": 1},
  "quiz:end": {"version": 1, "response": {"boils": {"answer": ["x"]}}, "drawn": ["boils"], "settled": [], "tries": 0, "handedIn": false},
  "__proto__": {"version": 1, "response": {}, "verdict": "not-yet", "score": 0}
 }
}
`

func TestAFileIsReadAsItWasSaved(t *testing.T) {
	var d diag.List
	e := collect.Parse("ana.json", []byte(sound), "tea", &d)
	if e == nil {
		t.Fatal(said(&d))
	}
	if r := e.Records["boils"]; len(e.Records) != 2 || r.Response.Get("answer") != "x" || r.Tries != 2 || r.At != 1.9e12 || r.Sure != 3 || r.Counted || r.Shown {
		t.Errorf("records %+v", e.Records)
	}
	if e.Open != 1 || e.Name != "" {
		t.Errorf("%d quizzes are open, and the name is %q", e.Open, e.Name)
	}
}

// Each message is whole: it names the place, and what to do.
func TestAFileThatDoesNotFitIsRefused(t *testing.T) {
	const again = "\n    hint: let the student save it again on “My progress”, and send the file itself, not its text\n"
	for name, c := range map[string]struct{ from, to, want string }{
		"a letter":            {sound, "Dear teacher", "a.json:1:1: error: this file cannot be read: invalid character 'D' looking for beginning of value [file-broken]\n    Dear teacher\n    ^" + again},
		"nothing":             {sound, "", "a.json:1:1: error: this file cannot be read: it ends too early [file-broken]\n    \n" + again[1:]},
		"a list":              {sound, "[1]", "a.json:1:2: error: this file cannot be read: something else stands here than what students save [file-broken]\n    [1]\n     ^" + again},
		"cut off":             {sound[60:], "", "error: this file cannot be read: it ends too early [file-broken]"},
		"two in one":          {"\n}\n", "\n}\n{}\n", "a.json:13:2: error: this file cannot be read: something else"},
		"another format":      {`"lectern-progress"`, `"shopping"`, "a.json:2:12: error: this is not a file that students save [file-strange]\n     \"format\": \"shopping\",\n               ^^^^^^^^^^\n    hint: on “My progress” they press “Save my progress as a file”\n"},
		"no records":          {`"records"`, `"notes"`, "a.json:2:12: error: this is not a file that students save [file-strange]"},
		"records of a list":   {sound, `{"format": "lectern-progress", "version": 1, "course": "tea", "records": []}`, "[file-broken]"},
		"a later version":     {"\"version\": 1,\n \"course\"", "\"version\": 2,\n \"course\"", "a.json:3:13: error: this file comes from a later version of Lectern [file-newer]\n     \"version\": 2,\n                ^\n    hint: update Lectern here\n"},
		"a version of words":  {"\"version\": 1,\n \"course\"", "\"version\": \"1\",\n \"course\"", "a.json:3:13: error: this file has no version that there ever was [file-broken]"},
		"another course":      {`"tea"`, `"bread"`, "a.json:4:12: error: this file is of the course `bread`, and this course is `tea` [file-other-course]\n     \"course\": \"bread\",\n               ^^^^^^^\n    hint: leave it out, or name its course with -C; the name is the `id` in site.yaml\n"},
		"the leader's":        {`"tea"`, `"tea-facilitator"`, "a.json:4:12: error: this file was saved in the facilitator's edition, which holds the answers [file-other-course]"},
		"a newer record":      {`"boils": {"version": 1`, `"boils": {"version": 2`, "a.json:7:12: error: the record of `boils` comes from a later version of Lectern [file-newer]"},
		"no version":          {`"boils": {"version": 1`, `"boils": {"version": null`, "a.json:7:12: error: the record of `boils` is not as it was saved: it has no version [record-broken]"},
		"a score of words":    {`"score": 1,`, `"score": "1",`, "the record of `boils` is not as it was saved: its score is no share [record-broken]"},
		"a score too high":    {`"score": 1,`, `"score": 100,`, "its score is no share"},
		"a number beyond all": {`"at": 1900000000000`, `"at": 1e999`, "its `at` is no number"},
		"half a try":          {`"tries": 2`, `"tries": 0.5`, "its `tries` is no count"},
		"how sure, unheard":   {`"sure": 3`, `"sure": 99`, "its `sure` is none of 0 to 3"},
		"another verdict":     {`"verdict": "right"`, `"verdict": "best"`, "it has no verdict"},
		"a response of text":  {`{"answer": ["x"]}, "verdict"`, `"x", "verdict"`, "it has no response"},
		"a value of numbers":  {`["x"]}, "verdict"`, `[1]}, "verdict"`, "its response is not made of words"},
		"a value of nothing":  {`["x"]}, "verdict"`, `[null]}, "verdict"`, "its response is not made of words"},
		"a record of a list":  {`{"version": 1, "response": {}, "state": "done", "again": 0, "at": 1}`, `[]`, "the record of `lesson:tea/water` is not as it was saved: it is no object"},
		"a terminal's codes":  {`"boils": {"version": 1`, `"\u001b[31m": {"version": 0`, "the record of `\ufffd[31m` is not as it was saved"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(sound, c.from, c.to, 1)
			if text == sound {
				t.Fatal("the file is as good as before")
			}
			var d diag.List
			if e := collect.Parse("a.json", []byte(text), "tea", &d); e != nil || !strings.Contains(said(&d), c.want) {
				t.Errorf("got\n%s\nwant\n%s", said(&d), c.want)
			}
		})
	}
}

// All that is wrong is told at once.
func TestAllThatIsWrongInAFileIsTold(t *testing.T) {
	text := strings.NewReplacer(`"score": 1,`, `"score": 2,`, `"not-yet"`, `"never"`, `"tea",`, `"milk",`).Replace(sound)
	var d diag.List
	collect.Parse("a.json", []byte(text), "tea", &d)
	if n := d.Count(diag.Error); n != 3 {
		t.Errorf("%d errors:\n%s", n, said(&d))
	}
}

func TestFilesWithoutMeasureAreRefusedWithAWord(t *testing.T) {
	many := func(n int, name string) string {
		var b strings.Builder
		b.WriteString(`{"format":"lectern-progress","version":1,"course":"tea","records":{`)
		for i := range n {
			fmt.Fprintf(&b, `"%s%d":{"version":1,"response":{}},`, name, i)
		}
		return strings.TrimSuffix(b.String(), ",") + "}}"
	}
	for name, c := range map[string]struct{ text, want string }{
		"too large":         {strings.Repeat(" ", collect.MaxSize+1), "a.json: error: this file is larger than 20 MB, so no browser made it [file-large]"},
		"too many records":  {many(100_001, "quiz:"), "error: there are more than 100000 records in this file [records-many]"},
		"all unsound":       {many(90_000, "q"), "error: more than 20 records are not as they were saved; the rest of this file was not looked at [records-broken]"},
		"too deep":          {`{"made":` + strings.Repeat("[", 1_000_000), "[file-broken]"},
		"too deep a record": {strings.Replace(sound, `["x"]`, strings.Repeat("[", 20_000)+strings.Repeat("]", 20_000), 1), "[file-broken]"},
		"UTF-16":            {"\xff\xfe{\x00", "a.json: error: this is not UTF-8 text: it looks like UTF-16; save it as UTF-8 [encoding]"},
		"zeros":             {"{\x00}", "[encoding]"},
	} {
		var d diag.List
		if e := collect.Parse("a.json", []byte(c.text), "tea", &d); e != nil || !strings.Contains(said(&d), c.want) {
			t.Errorf("%s: got\n%.400s\nwant\n%s", name, said(&d), c.want)
		}
		if d.Count(diag.Error) > 21 {
			t.Errorf("%s: %d errors", name, d.Count(diag.Error))
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sound))
	f.Add([]byte(`{"records":{"a":{}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d diag.List
		if e := collect.Parse("a.json", data, "tea", &d); (e == nil) != d.Failed() {
			t.Errorf("a file is refused without a word, or taken in spite of one: %s", said(&d))
		}
	})
}
