package site

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path"
	"strings"
	"testing"

	"lectern/internal/theme"
)

// indexOf is all that the search can read.
func indexOf(s *Site) []byte {
	var all bytes.Buffer
	for _, f := range s.Files {
		name := path.Base(f.Path)
		if strings.HasPrefix(name, "index.") && path.Ext(name) == ".js" || strings.HasPrefix(name, "words.") || strings.HasPrefix(name, "places.") {
			all.Write(f.Data)
		}
	}
	return all.Bytes()
}

// secretLesson asks in every kind of question and hides a word in everything that a
// student finds out by answering.
const secretLesson = "---\ntitle: All\n---\n## Before\n\nA visible paragraph.\n\n" +
	"### Question: Choice stem?\n\n- (x) Secretone\n  > Secrettwo\n- ( ) Secretthree\n\n> **Hint:** Secretfour\n\n> **Why:** Secretfive\n\n" +
	"### Question: Number stem?\n\n- = 424242\n\n### Question: Text stem?\n\n- = secretsix\n\n### Reflect: Reflect stem?\n\n> **Model answer:** Secretseven\n\n" +
	"### Fill in: Gap stem is [[secreteight]] here.\n\nAnd [[(secretnine) / no]] there.\n\n### Judge: Judge stem?\n\n- (8/10) Secretten\n- (2/10) No\n\n" +
	"### Sort: Sort stem?\n\n- Secreteleven: one; two\n- B: three; four\n\n### Match: Match stem?\n\n- a -> secrettwelve\n- c -> d\n\n" +
	"### Card: Card stem?\n\n> **Back:** Secretthirteen\n\n### Order: Order stem?\n\n1. Secretfourteen\n2. Two\n3. Three\n\n" +
	"### Scenario: Scenario stem?\n\n- [Go](#go)\n- [Stay](#stay)\n\n#### Go\n\n> **End:** Secretfifteen.\n\n#### Stay\n\n> **End:** There.\n\n---\n\n## After\n\nAnother visible paragraph.\n"

func TestSearchFindsWhatIsAskedAndNoAnswer(t *testing.T) {
	s := mustBuild(t, small.with(files{"content/01-start/02-all.md": secretLesson}).fs(), Options{})
	index := bytes.ToLower(indexOf(s))
	for _, hidden := range []string{"secret", "424242"} {
		if at := bytes.Index(index, []byte(hidden)); at >= 0 {
			t.Errorf("the index has %q", index[at:min(at+80, len(index))])
		}
	}
	for _, kind := range []string{"choice", "number", "text", "reflect", "gap", "judge", "sort", "match", "card", "order", "scenario"} {
		if !bytes.Contains(index, []byte(kind+" stem")) {
			t.Errorf("what the question asks is not found: %s", kind)
		}
	}
	for _, text := range []string{"a visible paragraph", "another visible paragraph"} {
		if !bytes.Contains(index, []byte(text)) {
			t.Errorf("not found: %s", text)
		}
	}
}

func TestSearchKnowsSectionsTermsAndNoScripts(t *testing.T) {
	s := mustBuild(t, full.with(files{"content/02-more/03-raw.md": "---\ntitle: Raw\n---\n<script>var hidden = 1</script>\n\n## Part &amp; parcel\n\n<style>.hidden{}</style>\n\nText 1 < 2.\n"}).fs(), Options{})
	index := string(indexOf(s))
	for _, want := range []string{`[1,"part-amp-parcel","Part & parcel","Text 1 < 2."]`, `[2,"term-peer-worker","Peer worker","Someone who has been there, see one and ."]`, `[3,"q-first","Which one is right?",""]`} {
		if !strings.Contains(index, want) {
			t.Errorf("the index has no %s", want)
		}
	}
	if strings.Contains(index, "hidden") || strings.Contains(index, "Only for who leads") {
		t.Error("the index has what no student reads")
	}
}

func TestOnlyTheSearchPageLoadsTheSearch(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	for _, name := range s.pages() {
		page := s.page(t, name)
		asks := strings.Contains(page, "assets/index.") || strings.Contains(page, "assets/find.") || strings.Contains(page, "assets/search.")
		if asks != (name == "search.html") {
			t.Errorf("%s loads the search: %v", name, asks)
		}
	}
}

// The keys that lead to the search are on every page.
func TestSearchKeysWeighLittle(t *testing.T) {
	keys, err := os.ReadFile("../../layouts/scripts/keys.js")
	if err != nil {
		t.Fatal(err)
	}
	f, err := theme.Script("keys", keys)
	if err != nil {
		t.Fatal(err)
	}
	whole := mustBuild(t, full.fs(), Options{})
	without := bytes.Replace(whole.find(whole.Script), bytes.TrimSuffix(f.Data, []byte(";")), nil, 1)
	if len(without) == len(whole.find(whole.Script)) {
		t.Fatal("the script of every page does not have them")
	}
	weight := theme.Compressed(whole.find(whole.Script)) - theme.Compressed(without)
	t.Logf("%d bytes", weight)
	if weight > 250 {
		t.Errorf("they add %d bytes to every page", weight)
	}
}

// A large course has no page that lists all of it.
func TestALargeCourseIsListedOnSeveralPages(t *testing.T) {
	f := maps.Clone(full)
	for i := range 1000 {
		f[fmt.Sprintf("content/%02d-module-%02d/%03d-lesson.md", 10+i/20, i/20, i)] = fmt.Sprintf("---\ntitle: %c lesson %d\n---\nText.\n\n## A section of it\n", 'A'+rune(i%26), i)
	}
	for i := range 1000 {
		name := fmt.Sprintf("content/%02d-module-%02d/%03d-lesson.md", 10+i/20, i/20, i)
		f[strings.Replace(name, "-lesson", fmt.Sprintf("-lesson-%d", i), 1)] = f[name]
		delete(f, name)
	}
	s := mustBuild(t, f.fs(), Options{})
	if links := elements(elements(document(t, s.page(t, "search.html")), "main")[0], "a"); len(links) > 10 {
		t.Errorf("search.html has %d links", len(links))
	}
	found := map[string]bool{}
	for _, name := range s.pages() {
		if !strings.HasPrefix(name, "search/") {
			continue
		}
		page := s.page(t, name)
		if weight := theme.Compressed([]byte(page)); weight > 8000 {
			t.Errorf("%s weighs %d bytes", name, weight)
		}
		for _, a := range elements(elements(document(t, page), "main")[0], "a") {
			found[resolve(t, name, attr(a, "href"))] = true
		}
	}
	for _, l := range s.Course.Lessons {
		if !found[l.URL] {
			t.Errorf("%s is on no page from A to Z", l.URL)
		}
	}
}
