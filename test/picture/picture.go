// Command picture draws docs/lesson.png: a lesson's Markdown beside the page it becomes. `make picture` runs it. The
// page is real: the command builds it, and the browser of the tests answers its question.
package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/tools"
	"lectern/test/website"
)

const (
	lesson = "content/01-support/01-your-first-words.md"
	page   = "support/your-first-words.html"
)

//go:embed frame.html
var frame string

func main() {
	d := &drawing{}
	defer d.end()
	top := tools.Top(d)
	work, err := os.MkdirTemp("", "lectern-picture-")
	d.must(err)
	d.Cleanup(func() { os.RemoveAll(work) })

	d.must(os.CopyFS(filepath.Join(work, "course"), os.DirFS(filepath.Join(top, "docs", "picture", "course"))))
	course := filepath.Join(work, "course")
	d.must(os.CopyFS(filepath.Join(course, "layouts", "fonts"), os.DirFS(filepath.Join(top, "layouts", "fonts"))))
	said := website.Build(d, course)
	d.Cleanup(website.Remove)
	d.Cleanup(browser.Close)

	d.must(os.WriteFile(filepath.Join(work, "page.png"), d.answered(filepath.Join(course, "public", page)), 0o644))
	picture := filepath.Join(top, "docs", "lesson.png")
	d.must(os.WriteFile(picture, d.composed(work, said), 0o644))
	fmt.Println(picture)
}

// answered is the lesson's page with its question answered, down to the question's end, twice as sharp as it is wide.
func (d *drawing) answered(file string) []byte {
	tab := browser.Open(d, browser.Look{Width: 2 * 500, Height: 2 * 900, Zoom: 200, ReducedMotion: true})
	tab.Visit("file://" + file)
	tab.Click("label.opt")
	tab.Click("form .btn")
	browser.Eval[any](tab, `(() => {
		for (const rest of document.querySelectorAll(".pn, .side, footer")) rest.remove();
		document.querySelector("main").style.paddingBlockEnd = 0;
		document.activeElement.blur();
		return document.fonts.ready.then(() => {});
	})()`)
	return tab.Picture()
}

// composed sets the source and the page side by side, readable at half its size.
func (d *drawing) composed(work, said string) []byte {
	source, err := os.ReadFile(filepath.Join(work, "course", lesson))
	d.must(err)
	summary, _, _ := strings.Cut(said, "\n")
	file, err := os.Create(filepath.Join(work, "picture.html"))
	d.must(err)
	d.must(template.Must(template.New("frame").Parse(frame)).Execute(file, map[string]any{
		"Name": lesson, "Page": "public/" + page, "Source": coloured(string(source)), "Said": summary,
	}))
	d.must(file.Close())
	tab := browser.Open(d, browser.Look{Width: 1600, Height: 1200, Zoom: 200})
	tab.Visit("file://" + file.Name())
	browser.Eval[any](tab, `document.fonts.ready.then(() => document.querySelector("img").decode())`)
	return tab.Picture()
}

// drawing stands in for a test, which is what the tests' browser reports to: what would fail a test ends the command.
type drawing struct {
	testing.TB
	cleanups []func()
}

func (d *drawing) Helper()           {}
func (d *drawing) Failed() bool      { return false }
func (d *drawing) Cleanup(do func()) { d.cleanups = append(d.cleanups, do) }
func (d *drawing) Fatal(what ...any) { d.fail(fmt.Sprint(what...)) }

func (d *drawing) Fatalf(format string, args ...any) { d.fail(fmt.Sprintf(format, args...)) }
func (d *drawing) Errorf(format string, args ...any) { d.fail(fmt.Sprintf(format, args...)) }

func (d *drawing) must(err error) {
	if err != nil {
		d.fail(err.Error())
	}
}

func (d *drawing) fail(what string) {
	fmt.Fprintln(os.Stderr, "picture:", what)
	d.end()
	os.Exit(1)
}

func (d *drawing) end() {
	for len(d.cleanups) > 0 {
		last := d.cleanups[len(d.cleanups)-1]
		d.cleanups = d.cleanups[:len(d.cleanups)-1]
		last()
	}
}
