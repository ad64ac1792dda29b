package site

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// texts are the texts of the elements with a tag inside those with a class.
func texts(root *html.Node, class, tag string) []string {
	var out []string
	for _, box := range elements(root, "*") {
		if !slices.Contains(strings.Fields(attr(box, "class")), class) {
			continue
		}
		for _, n := range elements(box, tag) {
			out = append(out, strings.TrimSpace(text(n)))
		}
	}
	return out
}

func TestTermsAreListedOnceAtTheFootAndLinked(t *testing.T) {
	s := mustBuild(t, full.with(files{
		"content/02-more/02-two.md": "---\ntitle: Two\n---\nLived experience is what a peer worker has. A peer worker, again; [peers](term:peer-worker).\n",
	}).fs(), Options{})
	root := document(t, s.page(t, "more/two.html"))
	if got, want := texts(root, "terms", "dt"), []string{"Lived experience", "Peer worker"}; !slices.Equal(got, want) {
		t.Errorf("the foot lists %q, want %q", got, want)
	}
	var marked []string
	for _, a := range elements(root, "a") {
		if attr(a, "class") == "term" {
			marked = append(marked, attr(a, "href"))
		}
	}
	// Twice by the builder, at the first use of each; once by hand in the text,
	// and once by hand in a definition.
	if want := []string{"#term-lived-experience", "#term-peer-worker", "#term-peer-worker", "#term-peer-worker"}; !slices.Equal(marked, want) {
		t.Errorf("the text opens %q, want %q", marked, want)
	}
}

// A definition that uses another term brings that along.
func TestTermsOfDefinitionsAreListedToo(t *testing.T) {
	s := mustBuild(t, full.with(files{"content/02-more/02-two.md": "---\ntitle: Two\n---\nLived experience counts.\n"}).fs(), Options{})
	root := document(t, s.page(t, "more/two.html"))
	if got, want := texts(root, "terms", "dt"), []string{"Lived experience", "Peer worker"}; !slices.Equal(got, want) {
		t.Errorf("the foot lists %q, want %q", got, want)
	}
	if got := texts(root, "cited", "li"); len(got) != 1 || !strings.HasPrefix(got[0], "Tracy") {
		t.Errorf("the works are %q, want Tracy's, which a definition cites", got)
	}
}

func TestCitedWorksAreListedInTheOrderOfTheLibrary(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	for page, want := range map[string][]string{
		"start/one.html": {"ref-adams2019", "ref-tracy2016"}, "more/two.html": {"ref-tracy2016"},
		"references.html": {"ref-adams2019", "ref-tracy2016", "ref-unused2001"}, "index.html": nil,
	} {
		var got []string
		for _, n := range elements(document(t, s.page(t, page)), "li") {
			if strings.HasPrefix(attr(n, "id"), "ref-") {
				got = append(got, attr(n, "id"))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s lists %q, want %q", page, got, want)
		}
	}
	if used := texts(document(t, s.page(t, "references.html")), "bibliography", "a"); !slices.Equal(used, []string{"One", "One"}) {
		t.Errorf("the works are cited in %q", used)
	}
}

func TestGlossaryHasEachLetterOnceInTheAlphabetsOrder(t *testing.T) {
	s := mustBuild(t, small.with(files{"content/glossary.md": `Łódź
: 1

Lodge
: 2

Lz
: 3

(un)well
: 4

under
: 5

École
: 6

east
: 7

9-8-8
: 8

ᐃᓄᒃ
: 10
`}).fs(), Options{})
	root := document(t, s.page(t, "glossary.html"))
	if got, want := texts(root, "glossary", "dt"), []string{"9-8-8", "east", "École", "Lodge", "Lz", "Łódź", "(un)well", "under", "ᐃᓄᒃ"}; !slices.Equal(got, want) {
		t.Errorf("the terms are %q, want %q", got, want)
	}
	if got, want := texts(root, "letters", "a"), []string{"0–9", "E", "L", "Ł", "U", "ᐃ"}; !slices.Equal(got, want) {
		t.Errorf("the letters are %q, want %q", got, want)
	}
}

func TestCourseWithoutGlossaryReferencesAndSupport(t *testing.T) {
	s := mustBuild(t, small.fs(), Options{})
	want := []string{"404.html", "help.html", "index.html", "print/course.html", "print/start/a-lesson-handout.html", "progress.html", "results.html", "review.html", "search.html", "start/a-lesson.html", "start/index.html"}
	if got := s.pages(); !slices.Equal(got, want) {
		t.Errorf("the pages are %q, want %q", got, want)
	}
	if help := s.page(t, "help.html"); strings.Contains(help, "tel:") || !strings.Contains(help, "Talk to someone you trust") {
		t.Error("the help page does not say what to do without phone lines")
	}
}

func TestOnlyConfirmedSupportLinesAreShown(t *testing.T) {
	s := mustBuild(t, small.with(files{"content/support.yaml": "lines:\n  - {name: Sure, phone: +1 (800) 555-0100, confirmed_on: 2026-01-02}\n  - {name: Unsure, phone: 555-0199}\n"}).fs(), Options{})
	help := s.page(t, "help.html")
	if !strings.Contains(help, `<a href="tel:&#43;18005550100">`) || strings.Contains(help, "Unsure") || strings.Contains(help, "0199") {
		t.Errorf("the lines are %q", texts(document(t, help), "lines", "li"))
	}
}

// A browser may begin a line after any hyphen.
func TestAPhoneNumberStaysOnOneLine(t *testing.T) {
	note := "note: In danger, call <9-1-1> or 1-800-555-0100; a self-help group can wait.\n"
	s := mustBuild(t, small.with(files{"content/support.yaml": note}).fs(), Options{})
	want := `call &lt;<span class="number">9-1-1</span>&gt; or <span class="number">1-800-555-0100</span>; a self-help group can wait.`
	for _, path := range []string{"help.html", "print/start/a-lesson-handout.html"} {
		if !strings.Contains(s.page(t, path), want) {
			t.Errorf("%s lets a number break", path)
		}
	}
}
