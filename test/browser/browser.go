// Package browser lets a test use pages as a person does: look, press keys, follow links, print. It drives the
// Chromium and the Firefox of this machine, and fails the test when a page complains.
package browser

import (
	"flag"
	"fmt"
	"slices"
	"testing"
	"time"
)

// Browser is the name of one, as people say it.
type Browser string

const (
	Chromium Browser = "Chromium"
	Firefox  Browser = "Firefox"
)

var all = []Browser{Chromium, Firefox}

// tab is one page in a browser: what browsers do each in their own way. Page makes of it what tests use. Each step
// ends when the browser has done it, or fails after patience.
type tab interface {
	show(Look) error
	visit(url string) error
	// leave takes a step and waits until the page that the step leads to has loaded.
	leave(step func() error) error
	click(selector string) error
	press(key string, held []string) error
	write(text string) error
	// evaluate is the JSON of an expression's value, or nothing where there is none.
	evaluate(expression string) ([]byte, error)
	// focused is the name that a screen reader gives to what has the focus.
	focused() (string, error)
	picture() ([]byte, error)
	pictureOf(selector string) ([]byte, error)
	close()
}

// current is the browser that pages open in.
var current = Chromium

var only = flag.String("browser", "", "run the tests in Chromium or Firefox alone")

// RunInEach runs all tests of a package in Chromium and then again in Firefox, and tells how it went. A TestMain calls
// it, so that no test needs to know in which browser it runs and none is forgotten in one of them.
func RunInEach(m *testing.M) int {
	flag.Parse()
	if *only != "" && !slices.Contains(all, Browser(*only)) {
		fmt.Printf("-browser %s: it is one of %v\n", *only, all)
		return 2
	}
	worst := 0
	for _, current = range all {
		if *only != "" && *only != string(current) {
			continue
		}
		fmt.Printf("in %s:\n", current)
		worst = max(worst, m.Run())
		Close()
	}
	return worst
}

// Only leaves a test out in every other browser. A test says why, as what fails for a student in one browser often
// works in another.
func (b Browser) Only(t testing.TB, why string) {
	t.Helper()
	if !b.Runs() {
		t.Skipf("%s alone: %s", b, why)
	}
}

// Runs tells whether it is the browser that pages open in.
func (b Browser) Runs() bool { return current == b }

// open opens an empty tab whose events go to the page.
func (b Browser) open(t testing.TB, p *Page) tab {
	t.Helper()
	if b == Firefox {
		return openFirefox(t, p)
	}
	return openChromium(t, p)
}

// noon is a time zone in which it is about noon: what a student does in the course of a test is done on one day of theirs.
func noon() string { return fmt.Sprintf("Etc/GMT%+d", time.Now().UTC().Hour()-12) }

// Close ends the browsers that run and removes their profiles; a TestMain calls it after the tests.
func Close() {
	chromium.end()
	firefox.end()
}
