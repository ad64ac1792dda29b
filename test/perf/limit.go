package main

import (
	"bytes"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// limit makes a bare page of every lesson below from: what no generator that
// uses goldmark can be faster than.
func limit(from, to string) {
	names := make(chan string)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
			for name := range names {
				if err := bare(md, filepath.Join(from, name), filepath.Join(to, strings.TrimSuffix(name, ".md")+".html")); err != nil {
					log.Fatal(err)
				}
			}
		})
	}
	err := fs.WalkDir(os.DirFS(from), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			names <- name
		} else if err == nil && e.IsDir() {
			err = os.MkdirAll(filepath.Join(to, name), 0o755)
		}
		return err
	})
	close(names)
	wait.Wait()
	if err != nil {
		log.Fatal(err)
	}
}

func bare(md goldmark.Markdown, from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if rest, found := bytes.CutPrefix(text, []byte("---\n")); found {
		_, text, _ = bytes.Cut(rest, []byte("\n---\n"))
	}
	var page bytes.Buffer
	if err := md.Convert(text, &page); err != nil {
		return err
	}
	return os.WriteFile(to, page.Bytes(), 0o644)
}
