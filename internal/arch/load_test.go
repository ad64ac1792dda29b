// Package arch holds the shape of the house as tests: which room may ask which,
// what comes from outside, and how large a file may grow. ARCHITECTURE.md says
// the same in words.
package arch

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// top is the repository.
var top = os.DirFS("../..")

const module = "lectern/"

// goFile is one Go file of the repository. All systems' files count, whatever
// system the test runs on.
type goFile struct {
	path, dir string // below the top
	name      string // of its package
	test      bool
	doc       bool // it says what its package is
	imports   []string
	lines     int
}

var load = sync.OnceValues(func() ([]goFile, error) {
	var files []goFile
	err := walk(func(name string, data []byte) error {
		if path.Ext(name) != ".go" {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		files = append(files, goFile{
			path: name, dir: path.Dir(name), name: parsed.Name.Name, test: strings.HasSuffix(name, "_test.go"),
			doc: hasDoc(parsed), imports: importsOf(parsed), lines: bytes.Count(data, []byte("\n")),
		})
		return nil
	})
	return files, err
})

func hasDoc(f *ast.File) bool {
	return f.Doc != nil && (strings.HasPrefix(f.Doc.Text(), "Package "+f.Name.Name+" ") || strings.HasPrefix(f.Doc.Text(), "Command "))
}

func importsOf(f *ast.File) []string {
	var paths []string
	for _, spec := range f.Imports {
		p, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
		paths = append(paths, p)
	}
	return paths
}

// walk visits every file that is written by hand.
func walk(visit func(name string, data []byte) error) error {
	return fs.WalkDir(top, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			hidden := name != "." && strings.HasPrefix(e.Name(), ".")
			if hidden || e.Name() == "node_modules" || e.Name() == "testdata" || name == "public" || name == "build" {
				return fs.SkipDir
			}
			return nil
		}
		if !e.Type().IsRegular() {
			return nil
		}
		data, err := fs.ReadFile(top, name)
		if err != nil {
			return err
		}
		return visit(name, data)
	})
}

func goFiles(t *testing.T) []goFile {
	t.Helper()
	files, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 50 {
		t.Fatalf("found %d Go files only", len(files))
	}
	return files
}
