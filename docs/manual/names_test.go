package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing"
)

const messageModule = "content/07-messages"

// hands says in which place a function is handed the name of a message. Whoever hands such a name on is found by reading.
type hands map[string]int

// spoken reads the Go source for the names of all messages: what the functions of diag are called with, and what stands
// in the field Name of a diag.Message.
func spoken(t *testing.T) map[string]bool {
	t.Helper()
	files := goSource(t)
	names, in := map[string]bool{}, hands{"Error": 2, "Warn": 2, "ErrorIn": 1}
	for before := 0; before != len(in)+len(names); { // until no more are found
		before = len(in) + len(names)
		for _, f := range files {
			for _, d := range f.Decls {
				if function, ok := d.(*ast.FuncDecl); ok {
					in.read(function, names)
				}
			}
		}
	}
	if !names["key-missing"] || !names["title-missing"] || !names["page-heavy"] {
		t.Fatalf("found %v: does this test still know how messages are made?", names)
	}
	return names
}

// read collects the names in a function, and learns which functions hand names on.
func (in hands) read(function *ast.FuncDecl, names map[string]bool) {
	local := map[string]int{} // functions within this one
	ast.Inspect(function, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			in.learn(n, local)
		case *ast.CompositeLit:
			readMessage(n, names)
		case *ast.CallExpr:
			name := called(n)
			place, ok := local[name]
			if !ok {
				place, ok = in[name]
			}
			if !ok || place >= len(n.Args) {
				return true
			}
			switch arg := n.Args[place].(type) {
			case *ast.BasicLit:
				if text, err := strconv.Unquote(arg.Value); err == nil {
					names[text] = true
				}
			case *ast.Ident:
				if place, ok := placeOf(arg.Name, function.Type); ok {
					in[function.Name.Name] = place
				}
			}
		}
		return true
	})
}

// learn finds out whether a function within another hands a name on.
func (in hands) learn(n *ast.AssignStmt, local map[string]int) {
	if len(n.Lhs) != 1 || len(n.Rhs) != 1 {
		return
	}
	variable, ok := n.Lhs[0].(*ast.Ident)
	literal, isFunction := n.Rhs[0].(*ast.FuncLit)
	if !ok || !isFunction {
		return
	}
	ast.Inspect(literal.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if place, ok := in[called(call)]; ok && place < len(call.Args) {
			if arg, ok := call.Args[place].(*ast.Ident); ok {
				if place, ok := placeOf(arg.Name, literal.Type); ok {
					local[variable.Name] = place
				}
			}
		}
		return true
	})
}

// readMessage reads the name out of a diag.Message.
func readMessage(n *ast.CompositeLit, names map[string]bool) {
	if kind, ok := n.Type.(*ast.SelectorExpr); !ok || kind.Sel.Name != "Message" {
		return
	}
	for _, e := range n.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok || pair.Key.(*ast.Ident).Name != "Name" {
			continue
		}
		if value, ok := pair.Value.(*ast.BasicLit); ok {
			if text, err := strconv.Unquote(value.Value); err == nil {
				names[text] = true
			}
		}
	}
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// placeOf is the place of a parameter among all of a function's.
func placeOf(name string, function *ast.FuncType) (int, bool) {
	place := 0
	for _, field := range function.Params.List {
		for _, parameter := range field.Names {
			if parameter.Name == name {
				return place, true
			}
			place++
		}
	}
	return 0, false
}

// goSource is the source of Lectern, without its tests and without diag, which says nothing of its own.
func goSource(t *testing.T) []*ast.File {
	t.Helper()
	var files []*ast.File
	places := token.NewFileSet()
	for _, room := range []string{"cmd", "internal", "layouts", "quiz"} {
		err := fs.WalkDir(repo, room, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || path.Dir(name) == "internal/diag" {
				return err
			}
			text, err := fs.ReadFile(repo, name)
			if err != nil {
				return err
			}
			file, err := parser.ParseFile(places, name, text, parser.SkipObjectResolution)
			files = append(files, file)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}
