package test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// slowPhone is a cheap phone: its processor takes four times as long as this machine's.
var slowPhone = browser.Look{Width: 360, Height: 640, Slow: 4}

// firstResult puts words into the search's field, as by pasting, and tells how many milliseconds it took until the first
// result was painted: a message sent in a frame arrives when that frame is drawn. Who types letter by letter has read the
// piece of the index before the last of them.
const firstResult = `(words => new Promise(done => {
	const list = document.querySelector(".results"), field = document.getElementById("search-field");
	const typed = performance.now();
	new MutationObserver((_, watch) => {
		if (!list.firstElementChild) return;
		watch.disconnect();
		const painted = new MessageChannel();
		painted.port1.onmessage = () => done(performance.now() - typed);
		requestAnimationFrame(() => painted.port2.postMessage(""));
	}).observe(list, {childList: true});
	field.value = words;
	field.dispatchEvent(new Event("input", {bubbles: true}));
}))`

// The page is read anew for each word, so that of the index only the list of its pieces is there, as when a student has
// gone to the field. The course lies in a folder: what a network takes is no part of it.
func BenchmarkFirstResultInAThousandLessons(b *testing.B) {
	dir := b.TempDir()
	words := writeLarge(b, dir, 1000)
	website.Build(b, dir)
	page := (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "public", "search.html"))}).String()
	for name, query := range map[string]string{
		"a common word":       words[20],
		"a rare word":         words[15_000],
		"two words":           words[200] + " " + words[900],
		"the begin of a word": words[4_000][:3],
		"a slip":              slipped(words[700:]),
	} {
		b.Run(name, func(b *testing.B) {
			tab := browser.Open(b, slowPhone)
			sum, least := 0.0, math.Inf(1)
			for range b.N {
				tab.Visit(page)
				tab.Click("#search-field")
				browser.Eval[any](tab, `Lectern.load(document.querySelector("form").dataset.index).then(() => null)`)
				took := browser.Eval[float64](tab, fmt.Sprintf(`%s(%q)`, firstResult, query))
				sum, least = sum+took, min(least, took)
			}
			b.ReportMetric(sum/float64(b.N), "ms/first-result")
			b.ReportMetric(least, "ms/least") // what else the machine does is no part of it either
			b.ReportMetric(0, "ns/op")        // the visits are no part of it
		})
	}
}

// slipped is the first long word, without its fifth letter.
func slipped(words []string) string {
	for _, w := range words {
		if len(w) > 7 {
			return w[:4] + w[5:]
		}
	}
	return ""
}

// writeLarge writes a course whose words are as common as in a language, and returns them, the commonest first.
func writeLarge(b *testing.B, dir string, lessons int) []string {
	r := rand.New(rand.NewPCG(3, 4))
	words := make([]string, 20_000)
	for i := range words {
		for range 2 + r.IntN(3) {
			words[i] += string("bdfgklmnprstvz"[r.IntN(14)]) + string("aeiou"[r.IntN(5)])
		}
	}
	say := func(n int) string {
		said := make([]string, n)
		for i := range said {
			said[i] = words[int(math.Pow(float64(len(words)), r.Float64()))-1]
		}
		return strings.Join(said, " ")
	}
	write := func(name, text string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("site.yaml", "title: A thousand lessons\n")
	for i := range lessons {
		text := "# Lesson " + say(3) + "\n"
		for range 8 {
			text += "\n## " + say(4) + "\n\n" + say(160) + "\n"
		}
		write(fmt.Sprintf("content/%02d-module-%[1]d/%02d-lesson-%d.md", i/25+1, i%25+1, i), text)
	}
	return words
}
