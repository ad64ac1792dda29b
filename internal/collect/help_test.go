package collect_test

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"lectern/internal/collect"
	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/site"
	"lectern/quiz"
)

var build = sync.OnceValues(func() (*site.Site, error) {
	archive, err := txtar.ParseFile("testdata/course.txtar")
	if err != nil {
		return nil, err
	}
	fsys, err := txtar.FS(archive)
	if err != nil {
		return nil, err
	}
	var d diag.List
	if built := site.Build(fsys, site.Options{}, &d); built != nil {
		return built, nil
	}
	return nil, errors.New(said(&d))
})

// tea is the course in testdata.
func tea(t *testing.T) *course.Course {
	t.Helper()
	built, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return built.Course
}

func said(d *diag.List) string {
	var b strings.Builder
	d.Print(&b)
	return b.String()
}

// record is what a browser keeps; fields are added or replaced.
type record map[string]any

// kept is the record of an answer: what the page's fields held, how it was
// marked, and when.
func kept(verdict string, score float64, at int, response map[string][]string) record {
	return record{"version": 1, "response": response, "verdict": verdict, "score": score, "tries": 1, "at": at, "sure": 0}
}

// chose is the record of an answer that was chosen by its words.
func chose(words, verdict string, at int) record {
	score := map[string]float64{"right": 1, "partly": 0.5}[verdict]
	return kept(verdict, score, at, map[string][]string{"answer": {quiz.Fingerprint(words)}})
}

// file is what a student saves.
func file(t *testing.T, records map[string]record) string {
	t.Helper()
	data, err := json.MarshalIndent(map[string]any{"format": "lectern-progress", "version": 1, "course": "tea", "made": "2030-01-31T12:00:00.000Z", "records": records}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// results collects files by their names.
func results(t *testing.T, files map[string]string) (*collect.Results, *diag.List) {
	t.Helper()
	var d diag.List
	var exports []*collect.Export
	for name, text := range files {
		if e := collect.Parse(name, []byte(text), "tea", &d); e != nil {
			exports = append(exports, e)
		}
	}
	if d.Failed() {
		t.Fatal(said(&d))
	}
	return collect.Mark(tea(t), "tea", collect.Together(exports, "tea", &d), &d), &d
}

// blanksOf are the names of the fields of a question with blanks, as its page has them.
func blanksOf(t *testing.T, q quiz.Question) (names []string) {
	t.Helper()
	var key struct {
		Blanks []struct{ ID string }
	}
	data, err := json.Marshal(q.Key())
	if err == nil {
		err = json.Unmarshal(data, &key)
	}
	if err != nil || len(key.Blanks) == 0 {
		t.Fatalf("the key is %s: %v", data, err)
	}
	for _, b := range key.Blanks {
		names = append(names, b.ID)
	}
	return names
}
