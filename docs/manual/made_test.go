package main

import (
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	"lectern/internal/collect"
)

// saved is the example when it is a file that a student saved, or "".
func (s saying) saved() string {
	if s.kind == "saved" {
		return s.text
	}
	switch s.name {
	case "file-large":
		return strings.Repeat(" ", collect.MaxSize+1)
	case "records-many":
		return records(100_001, "quiz:")
	case "records-broken":
		return records(1_000, "pot")
	}
	return ""
}

// records is a student's file with so many records that say nothing.
func records(n int, name string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"%s%d":{"version":1,"response":{}}`, name, i)
	}
	return `{"format":"lectern-progress","version":1,"course":"tea","records":{` + b.String()[1:] + "}}"
}

// made makes the courses that cannot be shown on a page.
func made(name string) fs.FS {
	const lesson, title = "content/01-tea/01-a-pot.md", "---\ntitle: A pot\n---\n\n"
	files := fstest.MapFS{"site.yaml": {Data: []byte("title: Tea\n")}}
	words := func(text string) { files[lesson] = &fstest.MapFile{Data: []byte(title + text)} }
	switch name {
	case "yaml-depth":
		files[lesson] = &fstest.MapFile{Data: []byte("---\ntitle: A pot\nowner: " + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "\n---\n")}
	case "encoding":
		words("Du th\xe9.\n")
	case "unreadable":
		files[lesson] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("gone.md")}
	case "too-long":
		words(strings.Repeat("Warm the pot.\n\n", 300_000))
	case "line-too-long":
		words(strings.Repeat("Warm the pot. ", 6_000) + "\n")
	case "too-deep":
		words(strings.Repeat("> ", 70) + "Warm the pot.\n")
	case "table-too-large":
		words(strings.Repeat("|a", 400) + "\n" + strings.Repeat("|-", 400) + "\n" + strings.Repeat("|\n", 300))
	case "too-many-names":
		words(strings.Repeat("[a]: https://example.org/\n", 10_001))
	case "too-much":
		words(strings.Repeat("[a]\n", 60_000) + "\n[a]: https://example.org/" + strings.Repeat("tea", 1000) + "\n")
	case "page-heavy":
		var text strings.Builder
		for i := range 12_000 {
			fmt.Fprintf(&text, "%x ", i*2654435761%4294967291)
		}
		words(strings.ReplaceAll(text.String(), "0 ", "0\n\n"))
	case "words-say":
		words("Warm the pot.\n")
		files["content/words.yaml"] = &fstest.MapFile{Data: []byte("- instead: [clients]\n  why: they are guests\n")}
	}
	return files
}
