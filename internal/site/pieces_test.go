package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/theme"
	"lectern/layouts"
)

// manyQuestions is a course of lessons with five questions each, in modules of ten.
func manyQuestions(lessons int) fstest.MapFS {
	f := maps.Clone(full)
	f["site.yaml"] = "title: Many\nid: many\nreview: {glossary: true}\n"
	for i := range lessons {
		text := fmt.Sprintf("---\ntitle: Lesson %d\nobjectives:\n  see: See what number %d is about.\n---\n", i, i)
		for q := range 5 {
			text += fmt.Sprintf("### Question: What is %d of %d, in words that take some room?\n<!-- {id: ask-%d-%d, was: old-%d-%d, objective: see} -->\n\n- (x) This\n- ( ) That\n\n", q, i, i, q, i, q)
		}
		f[fmt.Sprintf("content/%02d-module-%02d/%03d-lesson-%03d.md", 10+i/10, i/10, i, i)] = text
	}
	return f.fs()
}

// firstViews are what the pages about progress weigh with all that they ask for.
func firstViews(t *testing.T, s *Site) map[string]int {
	t.Helper()
	weights := map[string]int{}
	for _, page := range []string{resultsPage, progressPage, reviewPage} {
		weights[page] = theme.Compressed([]byte(s.page(t, page)))
		for _, f := range loads(t, s, page) {
			weights[page] += theme.Compressed(s.find(f))
		}
	}
	return weights
}

// A student who has done little pays for little, however large the course is.
func TestPagesAboutProgressDoNotGrowWithTheCourse(t *testing.T) {
	small, large := firstViews(t, mustBuild(t, manyQuestions(10), Options{})), firstViews(t, mustBuild(t, manyQuestions(300), Options{}))
	for page, weight := range large {
		t.Logf("%s: %d bytes of 10 lessons, %d of 300", page, small[page], weight)
		if most := small[page] + 1000; weight > most { // the menu and the review name thirty modules
			t.Errorf("%s weighs %d bytes, %d in a small course", page, weight, small[page])
		}
		if weight > firstViewBudget {
			t.Errorf("%s weighs %d bytes", page, weight)
		}
	}
}

// rootOf is what the pages about progress know at once.
func rootOf(t *testing.T, s *Site) (root struct {
	Count   int
	Lessons []lessonData
	Names   [][2]string
}) {
	t.Helper()
	for _, f := range loads(t, s, resultsPage) {
		if kindOf(f) != layouts.Course {
			continue
		}
		data, _, _ := strings.Cut(strings.TrimPrefix(string(s.find(f)), "Lectern.course="), ",function(")
		if err := json.Unmarshal(asJSON(data), &root); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
	}
	return root
}

var bareKey = regexp.MustCompile(`([{,])([a-z]+):`)

// asJSON quotes the keys again that the minifier laid bare.
func asJSON(script string) []byte { return bareKey.ReplaceAll([]byte(script), []byte(`$1"$2":`)) }

func pieceOf(t *testing.T, s *Site, kind, digest string, into any) {
	t.Helper()
	data := string(s.find("assets/" + kind + "." + digest + ".js"))
	data = strings.TrimRight(strings.TrimPrefix(data, "Lectern.index("), ");\n")
	if err := json.Unmarshal(asJSON(data), into); err != nil {
		t.Fatalf("the piece %s of the %s: %v\n%s", digest, kind, err, data)
	}
}

func TestEveryRecordLeadsToItsLesson(t *testing.T) {
	s := mustBuild(t, manyQuestions(60), Options{})
	root := rootOf(t, s)
	if root.Count != len(s.Course.Lessons) || len(root.Lessons) > 0 || len(root.Names) < 2 {
		t.Fatalf("the root has %d lessons of %d, and %d pieces of names", len(root.Lessons), root.Count, len(root.Names))
	}
	found := map[string]int{} // name of a record -> number of its lesson
	for i, piece := range root.Names {
		var files [][2]any
		pieceOf(t, s, "names", piece[1], &files)
		for _, file := range files {
			var lessons []lessonData
			pieceOf(t, s, "lessons", file[0].(string), &lessons)
			for _, name := range file[1].([]any) {
				name := name.(string)
				if compareAsBrowser(name, piece[0]) < 0 || i+1 < len(root.Names) && compareAsBrowser(name, root.Names[i+1][0]) >= 0 {
					t.Errorf("%s is not where it is looked for", name)
				}
				at := slices.IndexFunc(lessons, func(l lessonData) bool { return slices.Contains(l.records(), name) })
				if at >= 0 {
					found[name] = lessons[at].Number
				}
			}
		}
	}
	for _, l := range s.Course.Lessons {
		names := []string{"lesson:" + lessonName(l)}
		for _, q := range marked(l) {
			names = append(names, q.Base().ID)
			for _, was := range q.Base().Was {
				names = append(names, was.Value)
			}
		}
		for _, name := range append(names, termsOf(s.Config, l)...) {
			if found[name] != l.Number {
				t.Errorf("%s leads to lesson %d, want %d", name, found[name], l.Number)
			}
			delete(found, name)
		}
	}
	if len(found) > 0 {
		t.Errorf("of nothing in the course are %v", found)
	}
}

func TestASmallCourseIsKnownAtOnce(t *testing.T) {
	s := mustBuild(t, full.fs(), Options{})
	if root := rootOf(t, s); len(root.Lessons) != len(s.Course.Lessons) || len(root.Names) > 0 {
		t.Errorf("the root is %+v", root)
	}
	for _, f := range s.Files {
		if kind := kindOf(f.Path); kind == "lessons" || kind == "names" {
			t.Errorf("%s is there, and no page reads it", f.Path)
		}
	}
}

func TestNamesAreOrderedAsABrowserOrdersThem(t *testing.T) {
	names := []string{"é", "z", "\U0001F375", "\uFB01", "a", "aa"}
	slices.SortFunc(names, compareAsBrowser)
	// A sign beyond U+FFFF is a pair that comes before U+E000.
	if want := []string{"a", "aa", "z", "é", "\U0001F375", "\uFB01"}; !slices.Equal(names, want) {
		t.Errorf("they are %q, want %q", names, want)
	}
}

func TestInALargeCourseTheReviewLeadsToModules(t *testing.T) {
	s := mustBuild(t, manyQuestions(60), Options{})
	reached := map[string]bool{}
	for _, a := range elements(elements(document(t, s.page(t, reviewPage)), "main")[0], "a") {
		if way := attr(a, "href"); strings.HasPrefix(way, reviewDir) && strings.HasSuffix(way, "/index.html") {
			for _, a := range elements(elements(document(t, s.page(t, way)), "main")[0], "a") {
				reached[resolve(t, way, attr(a, "href"))] = true
			}
		}
	}
	for _, l := range s.Course.Lessons {
		if isPractised(l) != reached[recallURL(l)] {
			t.Errorf("the questions of %s are reached: %v", l.URL, reached[recallURL(l)])
		}
	}
}
