package site

import (
	"slices"
	"strings"
	"testing"
)

const twoParts = "---\ntitle: Parts\nobjectives:\n  pour: Pour tea.\n---\n### Question: Before all?\n\n- = yes\n\n" +
	"## Pouring\n\nSlowly.\n\n### Question: How is it poured?\n<!-- {id: pour-1, was: pour-0, objective: pour, points: 2} -->\n\n- (x) Slowly\n- ( ) Fast\n\n" +
	"### Reflect: How was it?\n\n## Quiz: The end\n\n### Question: Last?\n<!-- {id: last} -->\n\n- (x) Yes\n- ( ) No\n"

// What the page of results says of a lesson must be known without opening it.
func TestProgressKnowsEachMarkedQuestionAndThePartAboveIt(t *testing.T) {
	s := mustBuild(t, small.with(files{"content/01-start/02-parts.md": twoParts}).fs(), Options{})
	data := dataOf(s.Course.Lessons[1])
	if data.Name != "start/parts" || data.URL != "start/parts.html" || len(data.Objectives) != 1 {
		t.Errorf("the lesson is %+v", data)
	}
	var parts []string
	for _, q := range data.Questions {
		parts = append(parts, q.Words+" < "+q.Part)
	}
	if want := []string{"Before all? < ", "How is it poured? < pouring", "Last? < pouring"}; !slices.Equal(parts, want) {
		t.Errorf("the questions are %q, want %q", parts, want)
	}
	poured := data.Questions[1]
	if poured.ID != "pour-1" || poured.Points != 2 || !slices.Equal(poured.Was, []string{"pour-0"}) || !slices.Equal(poured.Objectives, []string{"pour"}) {
		t.Errorf("the question is %+v", poured)
	}
}

// A first lesson must not pay for what only a few pages say.
func TestOnlyThePagesAboutProgressKnowTheCourse(t *testing.T) {
	s := mustBuild(t, small.fs(), Options{})
	for _, page := range s.pages() {
		loaded := slices.ContainsFunc(loads(t, s, page), func(f string) bool { return strings.HasPrefix(f, "assets/course.") })
		if about := page == resultsPage || page == progressPage || page == reviewPage; loaded != about {
			t.Errorf("%s knows the course: %v", page, loaded)
		}
	}
}

func TestALessonIsKnownByTheSameNameEverywhere(t *testing.T) {
	s := mustBuild(t, small.fs(), Options{})
	for page, mark := range map[string]string{
		"start/a-lesson.html": `<body data-lesson="start/a-lesson" data-print="`, "index.html": `<li data-lesson="start/a-lesson" data-print="`, "help.html": `<li data-lesson><a href="start/a-lesson.html"`,
	} {
		if !strings.Contains(s.page(t, page), mark) {
			t.Errorf("%s has no %s", page, mark)
		}
	}
}
