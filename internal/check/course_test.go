package check_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/site"
	"lectern/quiz/kinds"
)

// The course of this repository was written with care, so whatever is said of
// it is either to be mended there or a false alarm here.
func TestThereIsNothingToSayOfTheProjectsOwnCourse(t *testing.T) {
	var errors, d diag.List
	repo := os.DirFS("../..")
	read := site.Inspect(repo, site.Options{Drafts: true, Facilitator: true, Passages: true}, &errors)
	if read == nil || errors.Failed() {
		t.Fatal(printed(&errors))
	}
	for _, l := range read.Languages {
		check.Course(l.Course, check.Options{FS: repo, Today: today}, &d)
	}
	if said := printed(&d); said != "" {
		t.Error(said)
	}
}

func TestFilesWithErrorsArePassedOver(t *testing.T) {
	var errors, d diag.List
	files := fstest.MapFS{"content/1-a/lesson.md": {Data: []byte("# T\n\n### Question: Handwashing\n- ( ) a\n")}}
	c := course.Find(files, "en", nil, &errors).Read(readOptions, &errors)
	check.Course(c, check.Options{Broken: errors.Broken()}, &d)
	if !errors.Failed() || len(d.Sorted()) > 0 {
		t.Errorf("said of a broken file:\n%s", printed(&d))
	}
}

// In a language that the rules do not know, only those speak that need none.
func TestUnknownLanguagesAreLeftAlone(t *testing.T) {
	files := fstest.MapFS{"content/1-a/lesson.md": {Data: []byte("---\ntitle: T\nsummary: S.\n---\n\n### Question: Hoe lang?\n<!-- {id: a} -->\n\n- (x) always\n- ( ) All of the above\n\n> **Why:** Correct!\n")}}
	var names []string
	for _, m := range found(t, files, "nl").Sorted() {
		names = append(names, m.Name)
	}
	if got := strings.Join(names, " "); got != "too-few-answers" {
		t.Errorf("said: %s", got)
	}
}

var readOptions = course.Options{Drafts: true, Markdown: markdown.Options{
	Kinds: kinds.All(), Say: func(key string, _ ...any) string { return key }, HTML: true, Smart: true, Facilitator: true, Passages: true,
}}

// large is a course of so many lessons as people write them.
func large(lessons int) fstest.MapFS {
	files := fstest.MapFS{"site.yaml": {Data: []byte("title: Large\n")}}
	words := strings.Repeat("People who are new to the group often need time before they say what brought them here. A friend may ask twice. Then wait for the answer.\n\n", 12)
	for i := range lessons {
		text := fmt.Sprintf("---\ntitle: Lesson %d\nsummary: One line.\nobjectives:\n  ask: Ask.\n---\n\n## First\n\n%s## Second\n\n%s", i, words, words)
		for j := range 4 {
			text += fmt.Sprintf("### Question: What do you say first to person %d in room %d?\n<!-- {id: q-%d-%d, objective: ask} -->\n\nThey have been waiting for you since the early morning.\n\n- (x) Good day\n  > It is kind.\n- ( ) Not now\n- ( ) Who are you\n\n", j, i, i, j)
		}
		files[fmt.Sprintf("content/%02d-module-%[1]d/%04[2]d-lesson-%[2]d.md", i/40, i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// Checking a course of 1,000 lessons is to take no longer than building it
// twice: compare BenchmarkCheck with BenchmarkBuild.
func BenchmarkCheck(b *testing.B) {
	files := large(1000)
	for b.Loop() {
		var d diag.List
		read := site.Inspect(files, site.Options{Drafts: true, Facilitator: true, Passages: true}, &d)
		check.Course(read.Course, check.Options{FS: files, Today: today, Broken: d.Broken()}, &d)
	}
}

func BenchmarkBuild(b *testing.B) {
	files := large(1000)
	for b.Loop() {
		var d diag.List
		if site.Build(files, site.Options{}, &d) == nil {
			b.Fatal(printed(&d))
		}
	}
}

// A translation is looked at in its own language, and not for what it shares
// with its original.
func TestTranslationsAreReadInTheirLanguage(t *testing.T) {
	files := fstest.MapFS{
		"content/1-a/lesson.md":    {Data: []byte("---\ntitle: T\nsummary: S.\nobjectives:\n  a: A.\n---\n\nThe drug users.\n")},
		"content/1-a/lesson.fr.md": {Data: []byte("---\ntitle: T\nsummary: S.\nobjectives:\n  a: A.\n---\n\nLes toxicomanes.\n")},
		"content/1-a/other.md":     {Data: []byte("---\ntitle: O\nsummary: S.\n---\n\nClick [here](lesson.md).\n")},
	}
	var errors, d diag.List
	folder := course.Find(files, "en", nil, &errors)
	own := folder.Read(readOptions, &errors)
	check.Course(own, check.Options{Today: today}, &d)
	french := readOptions
	french.Markdown.Language = "fr"
	check.Course(folder.Translate(own, "fr", french, &errors), check.Options{Today: today}, &d)
	var got []string
	for _, m := range d.Sorted() {
		got = append(got, m.Where()+" "+m.Name)
	}
	want := "content/1-a/lesson.fr.md:8:5 word-to-avoid\ncontent/1-a/lesson.md:5:3 objective-untested\ncontent/1-a/lesson.md:8:5 word-to-avoid\ncontent/1-a/other.md:6:14 link-text"
	if strings.Join(got, "\n") != want || errors.Failed() {
		t.Errorf("got\n%s\nwant\n%s\n%s", strings.Join(got, "\n"), want, printed(&errors))
	}
}
