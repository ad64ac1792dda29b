package main

import (
	"archive/zip"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// unzip opens a zip as a student does: unzip file folder
func unzip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unzip file folder")
	}
	packed, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer packed.Close()
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), packed))
}
