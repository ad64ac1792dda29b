package site

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const toReview = "---\ntitle: Asked\n---\nA peer worker helps.\n\n#### Question: Deep?\n<!-- {id: deep} -->\n\n- (x) Yes\n- ( ) No\n\n### Reflect: How was it?\n\n" +
	"## Quiz: End\n<!-- {mode: exam} -->\n\n### Question: Last?\n<!-- {id: last} -->\n\nSee [the lesson](01-a-lesson.md).\n\n- = [x](02-asked.md)\n"

// partMarks are words that a part's script alone says.
var partMarks = map[string]string{
	"choice": ".kinds.choice=", "text": ".kinds.text=", "boxes": ".boxesOf=", "due": ".due={", "recall": "#ask-",
	"read": "lesson-read", "quizzes": "quiz-hand-in",
}

const twoTerms = "Peer worker\n: Somebody who has been there.\n\nRing\n: A peer worker in the middle. See [a lesson](01-start/01-a-lesson.md).\n"

func TestQuestionsComeBackOnAPageForEachLesson(t *testing.T) {
	s := mustBuild(t, small.with(files{"content/01-start/02-asked.md": toReview}).fs(), Options{BaseURL: "https://example.org/"})
	page := s.page(t, "review/start/asked.html")
	for _, part := range []string{
		`<h2 class="stem" id="q-deep-stem">`, `<div data-exam><form class="q" id="q-last"`, `data-of="start/asked"`, `data-boxes="1 3 7 16 35"`,
		`href="../../start/asked.html"`, `<a href="../../start/a-lesson.html">the lesson</a>`, `<link rel="canonical" href="https://example.org/start/asked.html">`,
	} {
		if !strings.Contains(page, part) {
			t.Errorf("the page has no %s", part)
		}
	}
	if strings.Contains(page, "How was it?") || strings.Contains(page, "data-goal") || strings.Contains(page, "<body data-lesson") {
		t.Error("the page asks what nobody marks, knows a goal that there is not, or is taken for the lesson")
	}
	for _, part := range []string{"choice", "text", "boxes", "due", "recall", "read", "quizzes"} {
		loaded := slices.ContainsFunc(loads(t, s, "review/start/asked.html"), func(f string) bool { return f != s.Script && strings.Contains(string(s.find(f)), partMarks[part]) })
		if needed := part != "read" && part != "quizzes"; loaded != needed {
			t.Errorf("the page loads %s: %v", part, loaded)
		}
	}
	if s.find("review/start/a-lesson.html") != nil {
		t.Error("a lesson without questions has such a page")
	}
	if strings.Contains(string(s.find("sitemap.xml")), reviewDir) {
		t.Error("the sitemap lists it")
	}
	if review := s.page(t, reviewPage); !strings.Contains(review, `<li data-lesson="start/asked"><a href="review/start/asked.html">Asked</a>`) || strings.Contains(review, "review/start/a-lesson.html") {
		t.Error("the review does not lead to the lessons with questions")
	}
}

func TestTermsComeAsCardsWhenTheCourseSaysSo(t *testing.T) {
	course := small.with(files{
		"content/glossary.md": twoTerms, "content/01-start/02-asked.md": toReview, "content/01-start/03-more.md": "---\ntitle: More\n---\nThe peer worker and the ring.\n",
	})
	if s := mustBuild(t, course.fs(), Options{}); s.find(termsPage) != nil || strings.Contains(s.page(t, homePage), "data-terms") {
		t.Error("terms come as cards unasked")
	}
	s := mustBuild(t, course.with(files{"site.yaml": "title: T\nreview: {glossary: true, boxes: [2, 4], goal: 2027-06-01}\n"}).fs(), Options{})
	page := document(t, s.page(t, termsPage))
	var cards []string
	for _, form := range elements(page, "form") {
		cards = append(cards, attr(form, "data-kind")+" "+attr(form, "data-question"))
	}
	if want := []string{"card term-peer-worker", "card term-ring"}; !slices.Equal(cards, want) {
		t.Errorf("the cards are %q, want %q", cards, want)
	}
	back := slices.IndexFunc(elements(page, "div"), func(n *html.Node) bool {
		return attr(n, "class") == "back" && strings.Contains(text(n), "in the middle")
	})
	if back < 0 {
		t.Error("no card has the definition on its back")
	}
	if !strings.Contains(s.page(t, termsPage), `data-boxes="2 4" data-goal="2027-06-01"`) {
		t.Error("the page does not know the educator's boxes and goal")
	}
	home := s.page(t, homePage)
	for _, brings := range []string{`data-lesson="start/asked" data-print="` + printIn(t, home, "start/asked") + `" data-terms="term-peer-worker"`, `" data-terms="term-ring"`} {
		if !strings.Contains(home, brings) {
			t.Errorf("the first page has no %s", brings)
		}
	}
	if !slices.ContainsFunc(loads(t, s, termsPage), func(f string) bool { return strings.HasPrefix(f, "assets/card.") }) {
		t.Error("the page does not load what a card needs")
	}
}

func TestCardsOfTheGlossaryNeedAGlossaryAndTheirIDs(t *testing.T) {
	asks := files{"site.yaml": "title: T\nreview: {glossary: true}\n"}
	wantMessages(t, small.with(asks).fs(), "site.yaml: glossary-missing")
	wantMessages(t, small.with(asks).with(files{
		"content/glossary.md":          twoTerms,
		"content/01-start/02-asked.md": "---\ntitle: A\n---\n### Question: One?\n<!-- {id: term-ring} -->\n\n- = a\n\n### Question: Two?\n<!-- {id: two, was: term-peer-worker} -->\n\n- = b\n",
	}).fs(), "content/01-start/02-asked.md: id-of-term", "content/01-start/02-asked.md: id-of-term")
}

func TestSettingsOfTheReviewAreChecked(t *testing.T) {
	for yaml, want := range map[string]string{
		"boxes: [1, 0]": "box-bad", "boxes: [1, two]": "box-bad", "boxes: [1.5]": "box-bad", "boxes: [2000]": "box-bad", "boxes: [3, 3]": "box-order", "boxes: [7, 3]": "box-order",
		"boxes: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]": "boxes-many", "goal: soon": "date-bad", "goal: 2027-02-29": "date-bad", "boxs: [1]": "unknown-key",
	} {
		wantMessages(t, small.with(files{"site.yaml": "title: A\nreview: {" + yaml + "}\n"}).fs(), "site.yaml: "+want)
	}
	for yaml, want := range map[string]string{"boxes: [5]": `data-boxes="5"`, "boxes: []": `data-boxes="1 3 7 16 35"`, "goal: 2028-02-29": `data-goal="2028-02-29"`} {
		s := mustBuild(t, small.with(files{"site.yaml": "title: A\nreview: {" + yaml + "}\n"}).fs(), Options{})
		if !strings.Contains(s.page(t, homePage), want) {
			t.Errorf("%s: no %s on the first page", yaml, want)
		}
	}
}

// printIn is a lesson's fingerprint as the first page has it.
func printIn(t *testing.T, home, lesson string) string {
	t.Helper()
	_, after, found := strings.Cut(home, `data-lesson="`+lesson+`" data-print="`)
	print, _, ok := strings.Cut(after, `"`)
	if !found || !ok || len(print) != 6 {
		t.Fatalf("%s has the fingerprint %q", lesson, print)
	}
	return print
}

func TestALessonIsAnotherWhenItsWordsAre(t *testing.T) {
	const lesson = "---\ntitle: Asked\nobjectives:\n  a: Ask.\n---\nPut the *kettle* on, then [wait](01-a-lesson.md).\n\n### Question: Hot?\n<!-- {id: hot} -->\n\n- (x) Yes\n  > It is.\n- ( ) No\n"
	printOf := func(text string) string {
		s := mustBuild(t, small.with(files{"content/01-start/02-asked.md": text}).fs(), Options{})
		print := printIn(t, s.page(t, homePage), "start/asked")
		if !strings.Contains(s.page(t, "start/asked.html"), `data-print="`+print+`"`) {
			t.Error("the lesson's page and the first page know it differently")
		}
		return print
	}
	was := printOf(lesson)
	for name, c := range map[string]struct {
		from, to string
		changed  bool
	}{
		"markup":             {"*kettle*", "**kettle**", false},
		"white space":        {"kettle* on", "kettle*\non", false},
		"a comma":            {"on, then", "on then", false},
		"where a link leads": {"01-a-lesson.md", "index.md", false},
		"an id":              {"{id: hot}", "{id: hotter}", false},
		"who looks after it": {"title: Asked", "title: Asked\nowner: Ana", false},
		"a word":             {"kettle", "pot", true},
		"the title":          {"title: Asked", "title: Told", true},
		"an objective":       {"a: Ask.", "a: Tell.", true},
		"what is asked":      {"Hot?", "Cold?", true},
		"an answer":          {"( ) No", "( ) Never", true},
		"which one is right": {"(x) Yes\n  > It is.\n- ( ) No", "( ) Yes\n  > It is.\n- (x) No", true},
		"a reason":           {"It is.", "It was.", true},
		"a question more":    {"### Question: Hot?", "### Question: New?\n\n- = yes\n\n### Question: Hot?", true},
	} {
		text := strings.Replace(lesson, c.from, c.to, 1)
		if text == lesson {
			t.Fatalf("%s: nothing is changed", name)
		}
		if now := printOf(text); (now != was) != c.changed {
			t.Errorf("%s: changed is %v, want %v", name, now != was, c.changed)
		}
	}
}
