package main

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/tools/txtar"

	"lectern/quiz/kinds"
)

const (
	handwritten = "docs/manual"      // what people wrote for the manual
	kindsModule = "content/03-kinds" // where the lessons of the kinds go
	hosting     = "docs/hosting"     // configurations of web servers
	fonts       = "layouts/fonts"    // what `make` fetched; may be empty
)

// maker puts one manual together.
type maker struct {
	repo   fs.FS
	course txtar.Archive
	ids    map[string]bool   // of the questions asked so far
	said   map[string]string // what Lectern says to the example of a message
	faults []error
}

// assemble reads the repository and returns the manual as a course: what
// `lectern build` takes. All faults are reported at once.
func assemble(repo fs.FS) (fs.FS, error) {
	m := &maker{repo: repo, ids: map[string]bool{}, said: map[string]string{}}
	m.loadSaid()
	m.layKinds() // first, so that a card asked elsewhere, too, keeps its id here
	m.layRules()
	m.layHandwritten()
	m.layFonts()
	if len(m.faults) > 0 {
		return nil, errors.Join(m.faults...)
	}
	return txtar.FS(&m.course)
}

func (m *maker) layHandwritten() {
	m.fault(fs.WalkDir(m.repo, handwritten, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) == ".go" || name == messages {
			return err
		}
		m.lay(name, strings.TrimPrefix(name, handwritten+"/"), "")
		return nil
	}))
}

// layKinds lays the lesson of each kind. A new kind needs no line here.
func (m *maker) layKinds() {
	for _, k := range kinds.All() {
		m.lay("quiz/"+k.Name()+"/manual.md", kindsModule+"/"+k.Name()+".md", k.Name())
	}
}

// layFonts gives the manual the faces that the course of this repository has.
func (m *maker) layFonts() {
	for _, pattern := range []string{"*.woff2", "*-LICENSE.txt"} {
		names, err := fs.Glob(m.repo, fonts+"/"+pattern)
		m.fault(err)
		for _, name := range names {
			m.lay(name, name, "")
		}
	}
}

// lay puts a file of the repository into the course; lessons with their
// examples filled in. kind is the one that the file is about, if any.
func (m *maker) lay(from, to, kind string) {
	data, err := fs.ReadFile(m.repo, from)
	if err != nil {
		m.fault(err)
		return
	}
	if path.Ext(from) == ".md" {
		data = []byte(m.fill(lesson{file: from, kind: kind}, string(data)))
	}
	m.course.Files = append(m.course.Files, txtar.File{Name: to, Data: data})
}

func (m *maker) fault(err error) {
	if err != nil {
		m.faults = append(m.faults, err)
	}
}
