package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestThePreviewBeginsWithWhatABuildTold(t *testing.T) {
	for what, c := range map[string]struct {
		build []string
		do    func(course string) error
		told  bool
	}{
		"as it was built":    {nil, func(string) error { return nil }, true},
		"built with drafts":  {[]string{"--drafts"}, func(string) error { return nil }, true},
		"a lesson":           {nil, func(course string) error { return appendTo(lessonOf(course, 2), "\nMore.\n") }, true},
		"a page of the site": {nil, func(course string) error { return os.RemoveAll(filepath.Join(course, "public")) }, true},
		"the glossary": {nil, func(course string) error {
			return appendTo(filepath.Join(course, "content", "glossary.md"), "\nTea\n: A drink.\n")
		}, false},
		"a new lesson":           {nil, func(course string) error { return os.WriteFile(lessonOf(course, 7), []byte("# New\n"), 0o644) }, true},
		"the settings":           {nil, func(course string) error { return appendTo(filepath.Join(course, "site.yaml"), "fonts: system\n") }, false},
		"a picture":              {nil, func(course string) error { return appendTo(filepath.Join(course, "content", "lamp.png"), "more") }, true},
		"a site somewhere else":  {[]string{"-o", "DIR"}, func(string) error { return nil }, false},
		"a site with an address": {[]string{"--base-url", "https://example.org/"}, func(string) error { return nil }, false},
	} {
		course, elsewhere := severalLessons(t), t.TempDir()
		args := append([]string{"-C", course}, c.build...)
		for i, arg := range args {
			args[i] = strings.Replace(arg, "DIR", elsewhere, 1)
		}
		says(t, args...)
		if err := c.do(course); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(course)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		if told := toldOf(root, course) != nil; told != c.told {
			t.Errorf("%s: something was told: %v", what, told)
		}
	}
}
