package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// shapes are ways to put many lessons into folders, by the path of lesson i.
var shapes = map[string]func(i int) string{
	"in no module":          func(i int) string { return fmt.Sprintf("%03d-lesson-%d.md", i, i) },
	"in one module":         func(i int) string { return fmt.Sprintf("01-all/%03d-lesson-%d.md", i, i) },
	"each in its own":       func(i int) string { return fmt.Sprintf("%03d-module-%d/01-lesson-%d.md", i, i, i) },
	"in modules of seventy": func(i int) string { return fmt.Sprintf("%03d-module-%d/%03d-lesson-%d.md", i/70, i/70, i, i) },
}

// manyLessons builds a course whose every lesson uses the same term and cites the same work.
func manyLessons(t *testing.T, n int, path func(i int) string) *Site {
	t.Helper()
	course := files{
		"site.yaml":               "title: Large\n",
		"content/glossary.md":     "Kettle\n: It boils.\n",
		"content/references.yaml": "- {id: tea, type: book, title: Tea, issued: 2020, author: [{family: Ann, given: B.}]}\n",
	}
	for i := range n {
		course["content/"+path(i)] = fmt.Sprintf("---\ntitle: Lesson %d\n---\nThe kettle [@tea].\n\n### Question: What?\n<!-- {id: q%d} -->\n\n- (x) This\n- ( ) That\n", i, i)
	}
	return mustBuild(t, course.fs(), Options{})
}

// listing counts the links in a part of a page that lead to lessons.
func listing(t *testing.T, s *Site, page, part string) (lessons int) {
	t.Helper()
	for _, link := range elements(elements(document(t, s.page(t, page)), part)[0], "a") {
		if strings.Contains(attr(link, "href"), "lesson-") {
			lessons++
		}
	}
	return lessons
}

// A page that listed all of them would make a course grow with the square of its lessons.
func TestTheLastLessonOfALargeCourseListsThoseAroundIt(t *testing.T) {
	for name, path := range shapes {
		t.Run(name, func(t *testing.T) {
			s := manyLessons(t, 130, path)
			last := s.Course.Lessons[129].URL
			if n := listing(t, s, last, "body"); n > mostListed+10 {
				t.Errorf("%d links to lessons", n)
			}
			if n := len(elements(document(t, s.page(t, last)), "li")); n > 3*mostListed {
				t.Errorf("%d items in its lists", n)
			}
			page := string(s.find(last))
			if !strings.Contains(page, `aria-current="page">Lesson 129</a>`) {
				t.Error("the menu does not show where the student is")
			}
			for _, page := range []string{"glossary.html", "references.html"} {
				if n := listing(t, s, page, "main"); n != mostUses || !strings.Contains(string(s.find(page)), "and 106 more") {
					t.Errorf("%s: %d links to lessons", page, n)
				}
			}
		})
	}
}

func TestAMenuThatIsCutLeadsToWhatIsNotInIt(t *testing.T) {
	inOne := manyLessons(t, 150, shapes["in one module"])
	if menu := string(inOne.find("all/lesson-149.html")); !strings.Contains(menu, `<li><a href="index.html">150 lessons</a></li>`) || strings.Contains(menu, ">Lesson 0<") {
		t.Error("the lessons of a module that are not listed cannot be found")
	}
	inNone := manyLessons(t, 150, shapes["in no module"])
	if menu := string(inNone.find("lesson-149.html")); !strings.Contains(menu, `<li><a href="index.html#path">The path</a></li>`) || strings.Contains(menu, ">Lesson 0<") {
		t.Error("the lessons of no module that are not listed cannot be found")
	}
	whole := manyLessons(t, mostListed, shapes["in one module"])
	if menu := string(whole.find("all/lesson-1.html")); strings.Contains(menu, "60 lessons</a>") || !strings.Contains(menu, ">Lesson 59<") {
		t.Error("a module of which all is listed is cut")
	}
}

func TestTheFirstPageOfALargeCourseListsItsModules(t *testing.T) {
	path := shapes["in modules of seventy"]
	small, large := manyLessons(t, mostOnHome, path), manyLessons(t, mostOnHome+1, path)
	if n := listing(t, small, "index.html", "main"); n != mostOnHome+1 { // and where to start
		t.Errorf("of a course of %d lessons it leads to %d", mostOnHome, n)
	}
	if n := listing(t, large, "index.html", "main"); n != 1 {
		t.Errorf("of a larger course it leads to %d", n)
	}
	if page := string(large.find("index.html")); !strings.Contains(page, "<p>70 lessons · about") || !strings.Contains(page, `data-part="module-2" data-of="11"`) {
		t.Error("it does not say how many lessons a module has")
	}
	flat := manyLessons(t, mostOnHome+1, shapes["in no module"])
	if n := listing(t, flat, "index.html", "main"); n != mostOnHome+2 || slices.ContainsFunc(loads(t, flat, "index.html"), isLegs) {
		t.Errorf("without modules it leads to %d lessons, or reads them again", n)
	}
	if !slices.ContainsFunc(loads(t, large, "index.html"), isLegs) {
		t.Error("of a larger course it reads no lesson")
	}
	if n := listing(t, large, "module-2/index.html", "main"); n < 11 {
		t.Errorf("the page of a module leads to %d of its 11 lessons", n)
	}
}

func isLegs(asset string) bool { return kindOf(asset) == "legs" }

func TestAWindowShowsItsItemAndAllWindowsTogetherTheList(t *testing.T) {
	for _, n := range []int{0, 1, 59, 60, 61, 119, 120, 121, 1000, 10_000} {
		next := 0
		for i := range n {
			w := around(i, n)
			if i < w.from || i >= w.to || w.to > n || w.to-w.from > mostListed {
				t.Fatalf("item %d of %d is shown in %v", i, n, w)
			}
			if i == next {
				if w.from != i {
					t.Fatalf("of %d items, %d to %d are in no window", n, i, w.from)
				}
				next = w.to
			}
		}
	}
}
