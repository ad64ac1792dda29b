package markdown_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lectern/internal/markdown"
)

// differs lists the examples of the CommonMark specification that Lectern
// renders otherwise, on purpose. The list may only shrink.
var differs = byNumber(map[string][]int{
	"comments are for authors and stay behind": {179, 183, 308, 309, 625},
	"code in a known language is highlighted":  {142, 143},
	"a lone picture is a figure": {
		520, 574, 575, 578, 580, 581, 582, 583,
	},
	"a lone picture is a figure, its title the caption": {
		572, 573, 576, 577, 584, 585, 586, 588, 589, 591,
	},
	"a bare address is a link, as in GFM":                    {608, 611, 612},
	"blanks before a hard break stay; no browser shows them": {226, 635},
})

func byNumber(reasons map[string][]int) map[int]string {
	out := map[int]string{}
	for reason, numbers := range reasons {
		for _, n := range numbers {
			out[n] = reason
		}
	}
	return out
}

type example struct {
	Number   int    `json:"example"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
}

func TestCommonMarkIsReadAsSpecified(t *testing.T) {
	options := english(t)
	options.Smart = false
	m := markdown.New(options)
	for _, e := range examples(t) {
		doc, _ := parse(t, m, e.Markdown, markdown.Request{})
		got, want := comparable(asWritten(doc.Body)), comparable(e.HTML)
		reason, listed := differs[e.Number]
		switch {
		case got != want && !listed:
			t.Errorf("example %d\n%s\n-- got\n%s\n-- want\n%s", e.Number, e.Markdown, got, want)
		case got == want && listed:
			t.Errorf("example %d is as specified now: take it out of the list (%s)", e.Number, reason)
		}
	}
}

// comparable evens out what Lectern always writes in its own way: ids of
// headings, no slash at the end of empty tags, pictures that load when needed.
func comparable(html string) string {
	html = headingIDs.ReplaceAllString(html, "$1>")
	html = strings.ReplaceAll(html, " />", ">")
	html = strings.ReplaceAll(html, ` loading="lazy"`, "")
	return html
}

var headingIDs = regexp.MustCompile(`(<h[1-6]) id="[^"]*">`)

// examples reads the specification's examples, which goldmark brings along.
func examples(t *testing.T) []example {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 652 {
		t.Fatalf("the specification has 652 examples, %d were read", len(all))
	}
	return all
}
