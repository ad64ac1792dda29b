package kinds_test

import (
	"html"
	"math/rand/v2"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

// generators make a question of each kind as an author could write it. Some
// are refused; the others are marked on both sides.
var generators = map[string]func(*rand.Rand, *quiz.Block){
	"choice":  makeChoice,
	"text":    makeText,
	"number":  makeNumber,
	"rate":    makeRate,
	"order":   makeOrder,
	"card":    makeCard,
	"reflect": func(*rand.Rand, *quiz.Block) {},
}

// responders make responses as only one kind's page sends them.
var responders = map[string]func(*rand.Rand, quiz.Question) quiz.Response{}

func makeChoice(r *rand.Rand, b *quiz.Block) {
	markers := []string{"( )", "[ ]", "[ ]"}
	marker := markers[r.IntN(len(markers))]
	right := r.IntN(5)
	for i := range 2 + r.IntN(7) {
		item := quiz.Item{Marker: marker, Text: plain("answer " + strconv.Itoa(i))}
		if i == right || marker == "[ ]" && r.IntN(2) == 0 {
			item.Marker = strings.Replace(marker, " ", "x", 1)
		}
		addItem(b, item)
	}
	set(b, "scoring", pick(r, "plus-minus", "exact", "each"))
}

func makeText(r *rand.Rand, b *quiz.Block) {
	for i := range 1 + r.IntN(4) {
		words := pick(r, knotted(r, 6), "lived experience", "Élan vital", "naïve")
		marker := pick(r, "=", "~", "!=")
		if i == 0 {
			marker = "="
		}
		addItem(b, quiz.Item{Marker: marker, Source: words, Text: plain(words)})
	}
	set(b, "accents", pick(r, "keep", "ignore"))
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

func plain(words string) prose.Text { return prose.Text{HTML: html.EscapeString(words)} }

func addItem(b *quiz.Block, item quiz.Item) {
	list := b.Pieces[0].List
	list.Items = append(list.Items, item)
}

func set(b *quiz.Block, name, value string) {
	b.Settings.Entries = append(b.Settings.Entries, yamlx.Entry{
		Key: yamlx.Text{Value: name}, Value: yamlx.Node{Kind: yamlx.Scalar, Value: value},
	})
}

// generate makes questions until one is valid.
func generate(t testing.TB, k quiz.Kind, r *rand.Rand) quiz.Question {
	make := generators[k.Name()]
	if make == nil {
		t.Fatalf("there is no generator for the kind %s", k.Name())
	}
	file, err := source.New("generated.md", []byte("generated"))
	if err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		block := &quiz.Block{
			File: file, Keyword: k.Keyword(), Level: 3, Stem: plain("Generated?"), Slug: "generated",
			Settings: yamlx.Node{Kind: yamlx.Mapping}, Pieces: []quiz.Piece{{List: &quiz.List{}}},
		}
		make(r, block)
		if q := kinds.All().Parse(block, &diag.List{}); q != nil && q.Base().Kind == k.Name() {
			return q
		}
	}
	t.Fatalf("no valid question of the kind %s in 1000", k.Name())
	return nil
}

// hostile values are what no page sends.
var hostile = []string{"", " ", "__proto__", "constructor", "toString", "0", "-1", "length", "aaaaaaaa", "null", "\ufeff", "on"}

// fieldName is what a form with a field for each part calls them.
var fieldName = regexp.MustCompile(`^[a-z]+-([a-z2-7]{8}|[0-9]+)$`)

// fieldOf is the name of a field that the key gives away, else "answer".
func fieldOf(r *rand.Rand, likely []string) string {
	var names []string
	for _, value := range likely {
		if fieldName.MatchString(value) {
			names = append(names, value)
		}
	}
	if len(names) == 0 {
		return "answer"
	}
	return pick(r, names...)
}

// respond makes a response from values that could be right.
func respond(r *rand.Rand, q quiz.Question, likely []string) quiz.Response {
	response := quiz.Response{}
	if own := responders[q.Base().Kind]; own != nil && r.IntN(4) > 0 {
		response = own(r, q)
	}
	for range r.IntN(7) {
		value := pick(r, likely...)
		switch r.IntN(10) {
		case 0:
			value = pick(r, hostile...)
		case 1:
			value = strings.ToUpper(value) + " "
		case 2:
			value = knotted(r, 4) + value
		case 3:
			value += value
		}
		if r.IntN(400) == 0 {
			value = strings.Repeat(value+"\u0301", 2_000)
		}
		response.Add(fieldOf(r, likely), value)
	}
	if r.IntN(20) == 0 {
		return url.Values{pick(r, hostile...): {pick(r, likely...)}, "answer": nil}
	}
	return response
}
