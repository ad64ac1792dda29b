package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
)

// list prints each place that no test runs, and the function it is in.
func (c *counts) list(repo fs.FS) error {
	for _, p := range c.missed {
		name, err := functionAt(repo, p)
		if err != nil {
			return err
		}
		fmt.Printf("         %s:%d: nothing runs this part of %s\n", p.file, p.line, name)
	}
	return nil
}

// functionAt names the function that a place is in.
func functionAt(repo fs.FS, p place) (string, error) {
	text, err := fs.ReadFile(repo, p.file)
	if err != nil {
		return "", err
	}
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, p.file, text, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	for _, d := range parsed.Decls {
		f, ok := d.(*ast.FuncDecl)
		if ok && set.Position(f.Pos()).Line <= p.line && p.line <= set.Position(f.End()).Line {
			return f.Name.Name, nil
		}
	}
	return "a variable", nil
}
