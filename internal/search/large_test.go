package search

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// invented is a list of words that look like words, the commonest first.
func invented(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	seen := map[string]bool{}
	var words []string
	for len(words) < n {
		var b strings.Builder
		for range 1 + r.IntN(4) {
			b.WriteByte("bcdfghklmnprstvw"[r.IntN(16)])
			b.WriteByte("aeiouy"[r.IntN(6)])
			if r.IntN(3) == 0 {
				b.WriteByte("lnrst"[r.IntN(5)])
			}
		}
		if w := b.String(); !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

// large is a course of lessons with eight sections of 160 words and three
// questions each, and a term for each ten. Words are as common as in a language:
// the second half as common as the first.
func large(lessons int) []Place {
	r := rand.New(rand.NewPCG(3, 4))
	words := invented(20_000)
	say := func(n int) string {
		said := make([]string, n)
		for i := range said {
			said[i] = words[int(math.Pow(float64(len(words)), r.Float64()))-1]
		}
		return strings.Join(said, " ")
	}
	var places []Place
	for i := range lessons {
		p := Place{Kind: Page, Address: fmt.Sprintf("module-%d/lesson-%d.html", i/10, i), Title: fmt.Sprintf("Lesson %d %s", i, say(3)), Text: say(20)}
		places = append(places, p)
		for j := range 8 {
			places = append(places, Place{Kind: Section, Address: p.Address, Title: p.Title, Fragment: fmt.Sprint("part-", j), Heading: say(4), Text: say(160)})
		}
		for j := range 3 {
			places = append(places, Place{Kind: Question, Address: p.Address, Title: p.Title, Fragment: fmt.Sprintf("q-%d-%d", i, j), Heading: say(12)})
		}
	}
	for i := range lessons / 10 {
		places = append(places, Place{Kind: Term, Address: "glossary.html", Title: "Glossary", Fragment: fmt.Sprint("term-", i), Heading: say(2), Text: say(20)})
	}
	return places
}

func gzipped(data []byte) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Len()
}

func BenchmarkIndex(b *testing.B) {
	for _, lessons := range []int{250, 1000} { // four times the lessons, four times the time
		places := large(lessons)
		b.Run(fmt.Sprintf("%d lessons", lessons), func(b *testing.B) {
			for b.Loop() {
				Index(places)
			}
		})
	}
}
