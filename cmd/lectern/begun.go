package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"lectern/internal/site"
	"lectern/internal/witness"
)

// toldOf is what the last build into the course's own folder told of its lessons,
// for who shows the course and needs no site. It returns nil when there is none of
// this program, or when lessons may be others by it without having changed.
func toldOf(course *os.Root, dir string) *site.Memory {
	data, err := readKept(course, nameOfBuild(filepath.Join(dir, (&buildFlags{}).folder()))+"-lessons")
	if err != nil {
		return nil
	}
	head, data, _ := bytes.Cut(data, []byte("\n"))
	_, program, _ := strings.Cut(string(head), " ")
	for _, drafts := range []bool{false, true} { // a lesson that was left out is parsed
		this, err := thisProgram(site.Options{Drafts: drafts})
		if err != nil || program != sumOf(this) {
			continue
		}
		sources, err := witness.Read(course.FS())
		if err != nil {
			return nil
		}
		if m, err := site.ReadMemory(data, nil); err == nil && m.FitsLessons(sources) {
			return m
		}
	}
	return nil
}
