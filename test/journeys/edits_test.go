package journeys

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// cupboard is the question that an educator edits while students answer it.
const cupboard = `### Question: Where do the cups go?
<!-- {id: cups} -->

- (x) On the shelf
  > They stay dry there.
- ( ) On the floor
- ( ) In the oven
`

// course is a folder that is built again after each edit, and the site that students see.
type course struct {
	visits int
	t      *testing.T
	dir    string
	host   *website.Server
}

func newCourse(t *testing.T) *course {
	t.Helper()
	c := &course{t: t, dir: t.TempDir()}
	c.write("site.yaml", "title: An edited course\n")
	c.write("content/01-a/01-one.md", "---\ntitle: One\n---\n"+cupboard)
	c.write("content/01-a/02-two.md", "---\ntitle: Two\n---\nNothing to ask.\n")
	website.Build(t, c.dir)
	c.host = website.Serve(t, filepath.Join(c.dir, "public"))
	return c
}

func (c *course) write(name, text string) {
	c.t.Helper()
	website.WriteAtOnce(c.t, filepath.Join(c.dir, filepath.FromSlash(name)), text)
}

func (c *course) remove(name string) {
	c.t.Helper()
	if err := os.Remove(filepath.Join(c.dir, filepath.FromSlash(name))); err != nil {
		c.t.Fatal(err)
	}
}

// edit replaces the first lesson's question and builds the course again.
func (c *course) edit(question string) {
	c.t.Helper()
	c.write("content/01-a/01-one.md", "---\ntitle: One\n---\n"+question)
	website.Build(c.t, c.dir)
}

// visit opens a page as it is now. Its address is never the same twice: a plain host tells by the second whether a page
// is new, and these edits are faster.
func (c *course) visit(tab *browser.Page, page string) {
	c.t.Helper()
	c.visits++
	tab.Visit(fmt.Sprintf("%s%s?%d", c.host.URL, page, c.visits))
}

func swap(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(cupboard) }

// What becomes of a student's answer when the lesson is edited: it is kept as long as it means the same, and where the
// edit changes what comes of it, the question says so and waits.
func TestAnAnswerOutlivesEdits(t *testing.T) {
	browser.Chromium.Only(t, "a course is built twice for each edit, and what is kept and found again is seen in both browsers elsewhere")
	const kept, changed, fresh = "right", "changed", ""
	const shelf, floor, oven = "- (x) On the shelf\n  > They stay dry there.\n", "- ( ) On the floor\n", "- ( ) In the oven\n"
	for name, c := range map[string]struct {
		after, id, state string
		chosen           []string
	}{
		"a slip in the question is mended":     {swap("cups go", "cups belong"), "cups", kept, []string{"On the shelf"}},
		"a reason is written anew":             {swap("They stay dry there.", "Up there they stay dry."), "cups", kept, []string{"On the shelf"}},
		"a wrong answer is added":              {cupboard + "- ( ) In the bath\n", "cups", kept, []string{"On the shelf"}},
		"a wrong answer is taken out":          {swap(floor, ""), "cups", kept, []string{"On the shelf"}},
		"another answer is written anew":       {swap("On the floor", "On the ground"), "cups", kept, []string{"On the shelf"}},
		"the answers are put in another order": {swap(shelf, oven, oven, shelf), "cups", kept, []string{"On the shelf"}},
		"the chosen answer is made bold":       {swap("On the shelf", "On the **shelf**"), "cups", kept, []string{"On the shelf"}},
		"the id is changed, and was is given":  {swap("{id: cups}", "{id: mugs, was: cups}"), "mugs", kept, []string{"On the shelf"}},
		"the id is changed without a word":     {swap("{id: cups}", "{id: mugs}"), "mugs", fresh, []string{}},
		"another answer is right now":          {swap("(x)", "( )", oven, "- (x) In the oven\n"), "cups", changed, []string{"On the shelf"}},
		"several answers are right now":        {swap("(x)", "[x]", "( ) On the floor", "[x] On the floor", "( ) In", "[ ] In"), "cups", changed, []string{"On the shelf"}},
		"the chosen answer is written anew":    {swap("On the shelf", "On a board"), "cups", changed, []string{}},
		"the answer is to be typed now":        {"### Question: Where do the cups go?\n<!-- {id: cups} -->\n\n- = shelf\n", "cups", changed, []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			course := newCourse(t)
			tab := browser.Open(t, browser.Look{})
			course.visit(tab, "a/one.html")
			q := ask(t, tab, "cups")
			q.choose("On the shelf")
			q.press("Check my answer")

			course.edit(c.after)
			course.visit(tab, "a/one.html")
			q = ask(t, tab, c.id)
			want(t, "state", eval[string](q, `form.dataset.verdict || ""`), c.state)
			want(t, "chosen", q.chosen(), c.chosen)
			said := map[string][]string{
				kept:    {"Yes, that’s it", "You chose “On the shelf”. The reason is below."},
				changed: {"This question has changed since you answered it. Look at your answer again, then check it."},
				fresh:   {},
			}[c.state]
			want(t, "said", q.said(), said)
		})
	}
}

func TestAnAnswerGoesWithItsQuestionToAnotherLesson(t *testing.T) {
	course := newCourse(t)
	tab := browser.Open(t, browser.Look{})
	course.visit(tab, "a/one.html")
	q := ask(t, tab, "cups")
	q.choose("On the floor")
	q.press("Check my answer")

	course.write("content/01-a/02-two.md", "---\ntitle: Two\n---\n"+cupboard)
	course.edit("Nothing to ask any more.\n")
	course.visit(tab, "a/two.html")
	q = ask(t, tab, "cups")
	want(t, "state", eval[string](q, `form.dataset.verdict`), "not-yet")
	want(t, "chosen", q.chosen(), []string{"On the floor"})
}

func TestAnAnswerComesBackWithItsQuestion(t *testing.T) {
	course := newCourse(t)
	tab := browser.Open(t, browser.Look{})
	course.visit(tab, "a/one.html")
	q := ask(t, tab, "cups")
	q.choose("On the shelf")
	q.press("Check my answer")

	course.edit("Nothing to ask for a while.\n")
	course.visit(tab, "a/one.html")
	course.edit(cupboard)
	course.visit(tab, "a/one.html")
	want(t, "state", eval[string](ask(t, tab, "cups"), `form.dataset.verdict`), "right")
}
