package test

import (
	"html"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"lectern/internal/diag"
	"lectern/internal/site"
)

// What is rightly the same in both languages: names, titles of works, words that both have. The list may only shrink: a line
// that is no longer the same somewhere has to go.
const sameInFrench = "testdata/same-in-french.txt"

func TestNothingOfTheCourseIsLeftInEnglish(t *testing.T) {
	list, err := os.ReadFile(sameInFrench)
	if err != nil {
		t.Fatal(err)
	}
	right := map[string]bool{}
	for line := range strings.Lines(string(list)) {
		right[strings.TrimSpace(line)] = true
	}
	same := sameOnBothPages(t)
	for _, piece := range slices.Sorted(maps.Keys(same)) {
		if !right[piece] {
			t.Errorf("%s says in both languages: %s", same[piece], piece)
		}
	}
	for _, piece := range slices.Sorted(maps.Keys(right)) {
		if same[piece] == "" {
			t.Errorf("%s: the languages differ by now in %q; take it out", sameInFrench, piece)
		}
	}
}

func TestAHeadingLeftInEnglishIsFound(t *testing.T) {
	english, french := piecesOf(`<h2>A hard day</h2><p>Sam</p>`), piecesOf(`<h2>A hard day</h2><p>Samedi</p>`)
	if !english["A hard day"] || !french["A hard day"] || french["Sam"] {
		t.Errorf("pieces: %v and %v", english, french)
	}
}

// sameOnBothPages are the pieces of text that a page and its translation share, each with such a page. The edition for those
// who lead a group says all that the students' says, and their notes.
func sameOnBothPages(t *testing.T) map[string]string {
	t.Helper()
	var d diag.List
	led := site.Build(os.DirFS(".."), site.Options{Facilitator: true}, &d)
	if led == nil {
		t.Fatal("the course does not build")
	}
	english := map[string]map[string]bool{}
	for _, f := range led.Files {
		if strings.HasSuffix(f.Path, ".html") && !strings.HasPrefix(f.Path, "fr/") && !repeats.MatchString(f.Path) {
			english[f.Path] = piecesOf(string(f.Data))
		}
	}
	same, pages := map[string]string{}, 0
	for _, f := range led.Files {
		original, translated := strings.CutPrefix(f.Path, "fr/")
		if !translated || english[original] == nil {
			continue
		}
		pages++
		for piece := range piecesOf(string(f.Data)) {
			if english[original][piece] {
				same[piece] = f.Path
			}
		}
	}
	if pages < 35 {
		t.Fatalf("%d pages are there in both languages", pages)
	}
	return same
}

var (
	repeats   = regexp.MustCompile(`^(?:print|review)/`) // what the lessons say
	notText   = regexp.MustCompile(`(?s)<script.*?</script>|<style.*?</style>|<nav class="versions.*?</nav>`)
	spoken    = regexp.MustCompile(`\s(?:alt|aria-label|title|content|label)="([^"]*)"`)
	inSay     = regexp.MustCompile(`</?(?:a|abbr|b|br|code|em|i|span|strong|q|sup|sub|mark|small|s|del|time)\b[^>]*>`)
	settings  = regexp.MustCompile(`<meta (?:charset|http-equiv|name="(?:viewport|theme-color|robots|generator)")[^>]*>`)
	manySpace = regexp.MustCompile(`\s+`)
)

// piecesOf are the texts between the tags of a page, those in sentences aside, and what some of its attributes say.
func piecesOf(page string) map[string]bool {
	page = settings.ReplaceAllString(notText.ReplaceAllString(page, ""), "")
	pieces := map[string]bool{}
	add := func(text string) {
		text = strings.Trim(manySpace.ReplaceAllString(html.UnescapeString(text), " "), " 0123456789")
		if utf8.RuneCountInString(text) > 1 && strings.ContainsFunc(text, unicode.IsLetter) {
			pieces[text] = true
		}
	}
	for _, said := range spoken.FindAllStringSubmatch(page, -1) {
		add(said[1])
	}
	for _, text := range anyTag.Split(inSay.ReplaceAllString(page, ""), -1) {
		add(text)
	}
	return pieces
}
