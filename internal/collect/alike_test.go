package collect_test

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"lectern/internal/collect"
	"lectern/internal/diag"
)

// What a browser takes in, this takes in; what it refuses, this refuses. merge.js itself is asked.
func TestFilesAreTakenAsABrowserTakesThem(t *testing.T) {
	edits := map[string][2]string{ // of the sound file: what, and by what it is replaced
		"as it is": {"", ""}, "a later version": {"\"version\": 1,\n \"course", "\"version\": 2,\n \"course"}, "another course": {`"tea"`, `"milk"`},
		"another format": {"lectern-progress", "x"}, "cut off": {" }\n}\n", ""}, "something behind": {"\n}\n", "\n}\n1"},
		"a newer record": {`"boils": {"version": 1`, `"boils": {"version": 3`}, "an older record": {`"boils": {"version": 1`, `"boils": {"version": 0`},
		"no response": {`"response": {"answer": ["x"]}, "verdict"`, `"verdict"`}, "a list for a response": {`{"answer": ["x"]}, "verdict"`, `["x"], "verdict"`},
		"a number in it": {`["x"]}, "verdict"`, `[1]}, "verdict"`}, "nothing in it": {`["x"]}, "verdict"`, `[null]}, "verdict"`}, "words, no list": {`["x"]}, "verdict"`, `"x"}, "verdict"`},
		"null for a list": {`["x"]}, "verdict"`, `null}, "verdict"`}, "an empty list": {`["x"]}, "verdict"`, `[]}, "verdict"`},
		"another verdict": {`"right"`, `"best"`}, "no verdict": {`"verdict": "right", `, ""}, "no score": {`"score": 1, `, ""}, "null score": {`"score": 1,`, `"score": null,`},
		"no tries": {`"tries": 2, `, ""}, "null tries": {`"tries": 2`, `"tries": null`}, "no time": {`"at": 1900000000000, `, ""}, "an endless time": {"1900000000000", "1e999"},
		"not said how sure": {`, "sure": 3`, ""}, "null sure": {`"sure": 3`, `"sure": null`}, "sure of 4": {`"sure": 3`, `"sure": 4`}, "half sure": {`"sure": 3`, `"sure": 1.5`},
		"more than ten thousand words": {`["x"]}, "verdict"`, `["x"` + strings.Repeat(`,"x"`, 10_000) + `]}, "verdict"`}, "ten thousand": {`["x"]}, "verdict"`, `["x"` + strings.Repeat(`,"x"`, 9_999) + `]}, "verdict"`},
		"accents in heaps": {`["x"]}, "verdict"`, `["x` + strings.Repeat("\u0301", 10_000) + `"]}, "verdict"`}, "many accents": {`["x"]}, "verdict"`, `["x` + strings.Repeat("\u0301", 9_999) + `"]}, "verdict"`},
		"time as a word": {"1900000000000", `"5"`}, "something deep": {`, "sure": 3`, `, "more": {"a": []}`}, "something flat": {`, "sure": 3`, `, "more": ["a"]`},
		"a record of null": {`"boils": {`, `"boils": null, "b": {`}, "a name more": {`"course"`, `"name": "Ana", "course"`}, "twice the same": {`"course": "tea"`, `"course": "milk", "course": "tea"`},
		"escapes": {`"answer": ["x"]`, `"answ\u0065r": ["\ud83d\ude00\u0000"]`}, "half a sign": {`["x"]}, "verdict"`, `["\ud83d"]}, "verdict"`},
	}
	var names, files []string
	for name, e := range edits {
		text := strings.Replace(sound, e[0], e[1], 1)
		if text == sound && e[0] != "" {
			t.Fatalf("%s: the file is as it was", name)
		}
		names, files = append(names, name), append(files, text)
	}
	input, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "testdata/unpack.js", "../../quiz/registry.js", "../../quiz/store.js", "../../layouts/scripts/sound.js", "../../layouts/scripts/merge.js")
	node.Stdin = strings.NewReader(string(input))
	answer, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var problems []string
	if err := json.Unmarshal(answer, &problems); err != nil || len(problems) != len(files) {
		t.Fatalf("node says %s (%v)", answer, err)
	}
	refused := 0
	for i, problem := range problems {
		var d diag.List
		if e := collect.Parse("a.json", []byte(files[i]), "tea", &d); (e == nil) != (problem != "") {
			t.Errorf("%s: a browser says %q, this\n%s", names[i], problem, said(&d))
		}
		if problem != "" {
			refused++
		}
	}
	if refused < 15 || refused > len(files)-5 {
		t.Errorf("the browser refuses %d of %d", refused, len(files))
	}
}
