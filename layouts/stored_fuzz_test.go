package layouts

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"lectern/test/node"
)

var keeper = sync.OnceValues(func() (*node.Node, error) {
	return node.Start("testdata/stored.js", "../quiz/registry.js", "../quiz/store.js", "../quiz/typed.js", "scripts/sound.js", "scripts/tally.js", "scripts/merge.js", "scripts/boxes.js")
})

// soundRecord is a record of a question; what is between the brackets is added to it.
func soundRecord(more string) string {
	return `{"version":1,"response":{"answer":["x"]},"verdict":"right","score":1,"tries":1,"at":5` + more + `}`
}

// storedFaults are records, each with the name that it lies under.
var storedFaults = [][2]string{
	{"q", soundRecord("")}, {"q", soundRecord(`,"box":1,"sure":3,"counted":true,"shown":true,"gone":true`)},
	{"q", `{"version":"constructor","response":{}}`}, {"q", `{"version":"__proto__","response":{}}`}, {"q", `{"version":"toString"}`},
	{"q", `{"version":{"toString":1,"valueOf":1},"response":{}}`}, {"q", `{"version":[1],"response":{}}`}, {"q", `{"version":1e999}`},
	{"__proto__", soundRecord("")}, {"constructor", soundRecord("")}, {"hasOwnProperty", soundRecord(`,"at":9e300`)}, {"q:q", soundRecord("")},
	{"q", soundRecord(`,"__proto__":{"verdict":"right"}`)}, {"q", soundRecord(`,"__proto__":` + deep)}, {"q", soundRecord(`,"x":` + deep)},
	{"q", strings.Replace(soundRecord(""), `["x"]`, deep, 1)}, {"lesson:q", `{"version":1,"response":{"read":` + deep + `},"state":"done"}`}, {"q", deep},
	{"q", strings.Replace(soundRecord(""), `"x"`, strings.Repeat(`"x",`, 1_000_000)+`"x"`, 1)}, {"q", "[" + strings.Repeat("0,", 1_000_000) + "0]"},
	{"q", strings.Replace(soundRecord(""), `"x"`, `"`+strings.Repeat("\u0323\u0307", 200_000)+`"`, 1)}, {"q", soundRecord(`,"at":"5"`)}, {"q", soundRecord(`,"tries":[]`)},
	{"q", strings.Replace(soundRecord(""), `["x"]`, `{"length":1}`, 1)}, {"q", strings.Replace(soundRecord(""), `{"answer":["x"]}`, `5`, 1)},
	{"quiz:q", `{"version":1,"response":{"q":{"answer":["x"]}},"drawn":["q"],"settled":[],"tries":1,"handedIn":true}`}, {"quiz:q", `{"version":1,"response":{}}`},
	{"quiz:q", `{"version":1,"response":{"q":5},"drawn":["q"],"settled":[]}`}, {"lesson:q", `{"version":1,"response":{},"state":"done","again":0,"at":1}`},
	{"lesson:q", `{"version":1,"response":{},"state":{"a":1}}`}, {"place:last", `{"version":1,"response":{"lesson":"a","part":"\ud800"}}`},
	{"place:home", `{"version":1,"response":{"lessons":["a"]}}`}, {"place:home", `{"version":1,"response":{"lessons":null}}`}, {"seen:q", `{"version":1,"response":{"print":"a"}}`},
	{"q", ""}, {"q", "null"}, {"q", `"x"`}, {"q", "{"}, {"\u2028", "<img src=x onerror=evil()>"},
}

// deep is JSON that nobody can write down again: it lies too deep.
var deep = strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)

// A record that is longer is tried in the storage alone, where its length is met first.
const longestInAFile = 1_000_000

// Whatever lies in the storage, or in a file, the pages read what they can, refuse the rest, and never write over it.
func FuzzStoredState(f *testing.F) {
	for _, fault := range storedFaults {
		f.Add(fault[0], fault[1])
		if len(fault[1]) > longestInAFile {
			continue
		}
		f.Add(fault[0], fmt.Sprintf(`{"format":"lectern-progress","version":1,"course":"c","records":{%q:%s}}`, fault[0], fault[1]))
	}
	for _, file := range []string{`{"version":{"toString":1,"valueOf":1}}`, `{"version":"constructor"}`, `{"version":1,"course":"c","records":[]}`} {
		f.Add("q", strings.Replace(file, "{", `{"format":"lectern-progress",`, 1))
	}
	f.Fuzz(func(t *testing.T, id, text string) {
		if id = strings.ToValidUTF8(id, ""); id == "" {
			t.Skip("nothing is kept without a name")
		}
		n, err := keeper()
		if err != nil {
			t.Fatal(err)
		}
		stored := map[string]string{"id": id, "text": strings.ToValidUTF8(text, "?")}
		for _, task := range []string{"kept", "brought"} {
			if err := n.Do(task, stored, nil); err != nil {
				t.Errorf("%s: %.300s under %q: %v", task, text, id, err)
			}
		}
	})
}
