package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lectern/internal/course"
)

// ledCourse is a course with a mark in every place where an author can write for
// facilitators.
func ledCourse() files {
	panels := `> **Facilitator:** SECRET note[^%[1]s] with @adams2019, [a link](../01-start/01-one.md), a peer worker and ![SECRET](key.svg)
>
> - SECRET item
>   - SECRET item within
>
> ### SECRET heading

> **Discussion:** SECRET lead
>
> - SECRET prompt
> - SECRET prompt [@tracy2016]

> **Role-play:** SECRET title
> SECRET situation
>
> - **Worker:** SECRET role
> - **Sam:** SECRET role

> **Note:** For all.
> **Facilitator:** SECRET at the end of a quote

- An item

  > **Discussion:** SECRET in a list

> > **Role play:** SECRET in a quote in a quote

[^%[1]s]: SECRET footnote
`
	return full.with(files{
		"content/02-more/key.svg":     `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`,
		"content/key.svg":             `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`,
		"content/index.md":            "# Home\n\n" + strings.ReplaceAll(fmt.Sprintf(panels, "home"), "../01-start", "01-start"),
		"content/02-more/index.md":    "# More\n\n" + fmt.Sprintf(panels, "module"),
		"content/02-more/03-three.md": "# Three\n\n" + fmt.Sprintf(panels, "lesson") + ledQuestions,
	})
}

const ledQuestions = `
### Question: What?

> **Facilitator:** SECRET in a question

- (x) Yes
  > Good.
  > **Facilitator:** SECRET in a reason
- ( ) No

  > **Discussion:** SECRET in an answer

> **Hint:** Look.
> **Facilitator:** SECRET in a hint

### Scenario: An evening

> **Facilitator:** SECRET in a scenario

- [Go](#go)

#### Go

> **Discussion:** SECRET in a step

> **End:** Home.
> **Facilitator:** SECRET in an end
`

func TestStudentsGetNothingThatIsForFacilitators(t *testing.T) {
	for _, f := range mustBuild(t, ledCourse().fs(), Options{}).Files {
		for _, word := range []string{"SECRET", "secret", "acilitator", "Do not hand", "note-discussion", "role-play"} {
			if at := bytes.Index(f.Data, []byte(word)); at >= 0 {
				t.Errorf("%s holds %q: %.120s", f.Path, word, f.Data[max(0, at-40):])
			}
		}
		if strings.HasPrefix(f.Path, ledDir) {
			t.Errorf("there is %s", f.Path)
		}
	}
}

// A word in the students' edition costs a facilitator nothing, so that the plan
// says the minutes that students read.
func TestWhatIsForFacilitatorsTakesStudentsNoTime(t *testing.T) {
	source := ledCourse().fs()
	students, led := mustBuild(t, source, Options{}), mustBuild(t, source, Options{Facilitator: true})
	for i, l := range students.Course.Lessons {
		if other := led.Course.Lessons[i]; l.Minutes != other.Minutes || l.Doc.Words != other.Doc.Words {
			t.Errorf("%s: %d words in %d minutes, and in the facilitator's edition %d in %d", l.URL, l.Doc.Words, l.Minutes, other.Doc.Words, other.Minutes)
		}
	}
}

func TestFacilitatorsEditionIsMarkedOnEveryPage(t *testing.T) {
	s := mustBuild(t, ledCourse().with(files{"site.yaml": full["site.yaml"] + "base_url: https://example.org/\n"}).fs(), Options{Facilitator: true})
	pages := 0
	for _, f := range s.Files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		pages++
		doc := document(t, string(f.Data))
		if title := text(elements(doc, "title")[0]); !strings.HasSuffix(title, "facilitator’s edition") && !strings.Contains(title, "facilitator’s edition –") {
			t.Errorf("%s has the title %q", f.Path, title)
		}
		for _, mark := range []string{"It holds the answers. Do not hand it to students.", `<meta name="robots" content="noindex">`, `data-course="` + s.Config.ID.Value + `"`} {
			if !bytes.Contains(f.Data, []byte(mark)) {
				t.Errorf("%s has no %s", f.Path, mark)
			}
		}
	}
	if pages < 20 {
		t.Errorf("only %d pages", pages)
	}
	for _, f := range s.Files {
		if f.Path == "sitemap.xml" {
			t.Error("search engines are told of the pages")
		}
		if path.Ext(f.Path) == ".css" && (strings.Contains(f.Path, "site.") || strings.Contains(f.Path, "paper.")) &&
			!bytes.Contains(f.Data, []byte(`@top-center{content:"Facilitator’s edition.`)) {
			t.Errorf("%s does not mark printed pages", f.Path)
		}
	}
	var installed struct{ Name string }
	if err := json.Unmarshal([]byte(s.page(t, installFile)), &installed); err != nil || !strings.HasSuffix(installed.Name, "facilitator’s edition") {
		t.Errorf("a device installs it as %q (%v)", installed.Name, err)
	}
	if s.Config.ID.Value == mustBuild(t, full.fs(), Options{}).Config.ID.Value {
		t.Error("a facilitator's answers are kept with a student's")
	}
}

func TestAnswersLieOpenForFacilitatorsOnly(t *testing.T) {
	for _, o := range []Options{{}, {Facilitator: true}} {
		page := document(t, mustBuild(t, ledCourse().fs(), o).page(t, "more/three.html"))
		answers := 0
		for _, n := range elements(page, "details") {
			if attr(n, "class") != "answer" {
				continue
			}
			answers++
			open := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "open" })
			if open != o.Facilitator {
				t.Errorf("facilitator %v: open %v", o.Facilitator, open)
			}
		}
		if answers == 0 {
			t.Error("no question has an answer")
		}
	}
}

func TestAPlanCountsWhatAGroupDoes(t *testing.T) {
	s := mustBuild(t, ledCourse().fs(), Options{Facilitator: true})
	plan := strings.Join(strings.Fields(text(document(t, s.page(t, "facilitator/plan.html")))), " ")
	three := lessonAt(t, s, "more/three.html").Minutes
	for _, want := range []string{
		// Two prompts, one in a list, two in questions, and two plays.
		fmt.Sprintf("Three: %d min", three+5*promptMinutes+2*playMinutes),
		fmt.Sprintf("Reading and questions: %d min · 2 questions · Together: %d min", three, 5*promptMinutes+2*playMinutes),
		"Discussion: 5 prompts", "SECRET prompt", "SECRET title", "SECRET note with Adams (2019)", "To print: Handout · Question sheet · Answer sheet",
	} {
		if !strings.Contains(plan, want) {
			t.Errorf("the plan has no %q:\n%s", want, plan)
		}
	}
	if strings.Contains(s.page(t, "facilitator/plan.html"), "fnref") {
		t.Error("the plan has numbers of footnotes that are not there")
	}
	if home := s.page(t, homePage); !strings.Contains(home, `href="facilitator/plan.html"`) || !strings.Contains(home, `href="facilitator/cards.html"`) {
		t.Error("home does not lead to the plan and the cards")
	}
}

func lessonAt(t *testing.T, s *Site, url string) *course.Lesson {
	t.Helper()
	for _, l := range s.Course.Lessons {
		if l.URL == url {
			return l
		}
	}
	t.Fatalf("there is no lesson %s", url)
	return nil
}

func TestARolePlayIsASetOfCards(t *testing.T) {
	s := mustBuild(t, ledCourse().fs(), Options{Facilitator: true})
	var plays []*html.Node
	for _, n := range elements(document(t, s.page(t, "facilitator/cards.html")), "section") {
		if attr(n, "class") == "play" {
			plays = append(plays, n)
		}
	}
	if len(plays) != 6 {
		t.Fatalf("%d sets of cards, want 6", len(plays))
	}
	cards := elements(plays[4], "li")
	if len(cards) != 3 {
		t.Fatalf("%d cards, want one for all and one for each role", len(cards))
	}
	for i, words := range []string{"SECRET situation", "Worker: SECRET role", "Sam: SECRET role"} {
		if got := text(cards[i]); !strings.Contains(got, words) || !strings.Contains(got, "From: Three") {
			t.Errorf("card %d says %q", i, got)
		}
	}
}

func TestACourseWithoutRolePlaysHasNoCards(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{Facilitator: true})
	for _, f := range s.Files {
		if f.Path == "facilitator/cards.html" || bytes.Contains(f.Data, []byte("cards.html")) {
			t.Errorf("%s is or names the cards", f.Path)
		}
	}
}
