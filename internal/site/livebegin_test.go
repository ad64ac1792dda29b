package site

import (
	"fmt"
	"maps"
	"math/rand"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
	"lectern/internal/witness"
)

// told is what a build tells of a course, as the preview gets it; nil when it does
// not hold any more.
func told(t *testing.T, memory []byte, course fstest.MapFS) *Memory {
	t.Helper()
	sources, err := witness.Read(course)
	if err != nil {
		t.Fatal(err)
	}
	if m, err := ReadMemory(memory, nil); err == nil && m.FitsLessons(sources) {
		return m
	}
	return nil
}

// Between a build and the preview a course is edited, and again while no lesson has
// been looked at yet.
func TestCourseBegunFromAMemoryIsTheOneThatIsBuilt(t *testing.T) {
	briefs := 0
	for seed := range *sequences {
		clear(themes)
		r, o := rand.New(rand.NewSource(seed)), Options{Drafts: seed%2 > 0}
		course := full.with(files{"content/02-more/03-draft.md": "---\ntitle: Later\ndraft: true\n---\n# Later\n\nA peer worker.\n"}).fs()
		last := &remembered{}
		last.build(t, course, Options{}, &diag.List{})
		done := fmt.Sprintf("seed %d", seed)
		for range 3 {
			good := maps.Clone(course)
			for range r.Intn(3) {
				done += ", " + anEdit(r, course, func([]string) {})
			}
			o.Before = told(t, last.memory, course)
			l := Open(course, o)
			o.Before = nil
			briefs += l.briefs()
			done += ", opened"
			for range r.Intn(4) {
				done += ", " + anEdit(r, course, func(changed []string) { l.Update(changed) })
				for range r.Intn(3) {
					l.Check()
				}
			}
			t.Log(done)
			if sameAsBuild(t, l, course, o) && r.Intn(2) == 0 {
				continue
			}
			var changed []string
			for name := range maps.Keys(course) {
				changed = append(changed, name)
				delete(course, name)
			}
			for name, f := range good {
				changed = append(changed, name)
				course[name] = f
			}
			l.Update(changed)
			sameAsBuild(t, l, course, o)
		}
	}
	if briefs < int(*sequences) {
		t.Errorf("only %d lessons were known by their briefs", briefs)
	}
}

// anEdit is one of the edits, a lesson's more often than others.
func anEdit(r *rand.Rand, course fstest.MapFS, changed func([]string)) string {
	e := edits[0]
	if r.Intn(2) == 0 {
		e = edits[r.Intn(len(edits))]
	}
	changed(e.do(r, course))
	return e.name
}

// briefs is how many lessons have not been parsed.
func (l *Live) briefs() (n int) {
	if l.shop != nil {
		for _, lesson := range l.shop.languages[0].course.Lessons {
			if lesson.Brief != nil {
				n++
			}
		}
	}
	return n
}

func TestALessonIsParsedWhenItIsLookedAt(t *testing.T) {
	course, last := twoModules().fs(), &remembered{}
	last.build(t, course, Options{}, &diag.List{})
	open := func() *Live { return Open(course, Options{Before: told(t, last.memory, course)}) }
	for what, c := range map[string]struct {
		do     func(*Live)
		briefs int
	}{
		"nothing":               {func(*Live) {}, 32},
		"the first page":        {func(l *Live) { l.File("index.html") }, 32},
		"a module":              {func(l *Live) { l.File("part-0/index.html") }, 32},
		"the search":            {func(l *Live) { l.File("search.html") }, 32},
		"a lesson":              {func(l *Live) { l.File("part-0/l3.html") }, 31},
		"a lesson, twice":       {func(l *Live) { l.File("part-0/l3.html"); l.File("part-0/l3.html") }, 31},
		"a lesson on paper":     {func(l *Live) { l.File("print/part-0/l3-handout.html") }, 31},
		"the course on paper":   {func(l *Live) { l.File(wholeCourse) }, 0},
		"a lesson edited":       {func(l *Live) { l.Update([]string{"content/00-part-0/03-l3.md"}) }, 31},
		"a look for problems":   {func(l *Live) { l.Check(); l.Check() }, 31}, // first at files
		"a new lesson":          {func(l *Live) { l.Update([]string{"content/00-part-0"}) }, 0},
		"another look of pages": {func(l *Live) { l.Update([]string{"site.yaml"}) }, 0},
	} {
		l := open()
		c.do(l)
		if got := l.briefs(); got != c.briefs {
			t.Errorf("%s: %d lessons are known by their briefs alone, want %d", what, got, c.briefs)
		}
	}
}

// What is wrong with a lesson that was right when the course was built, and changes before anybody has looked
// at it, is said in its place: there is no page of before.
func TestALessonThatWasNeverReadAndIsWrongIsNotShown(t *testing.T) {
	const file, page = "content/01-part-1/03-l3.md", "part-1/l3.html"
	course, last := twoModules().fs(), &remembered{}
	last.build(t, course, Options{}, &diag.List{})
	for _, watched := range []bool{true, false} { // or it is asked for before the watcher tells
		l := Open(course, Options{Before: told(t, last.memory, course)})
		good := course[file]
		course[file] = &fstest.MapFile{Data: append(good.Data[:len(good.Data):len(good.Data)], "\n### Question: Hot?\n\n- ( ) No\n"...)}
		if watched {
			l.Update([]string{file})
		}
		if _, ok := l.File(page); ok || l.Shows(page) || !l.Shows("part-1/l4.html") {
			t.Error("it is shown, or another is not")
		}
		if said := printedAll(l.Problems()); !strings.Contains(said, file+":") || !strings.Contains(said, "key-missing") {
			t.Errorf("nobody is told why:\n%s", said)
		}
		for l.Check() {
		}
		if _, ok := l.File(wholeCourse); ok {
			t.Error("it is shown on paper")
		}
		course[file] = good
		l.Update([]string{file})
		clear(themes)
		if !l.Shows(page) || !sameAsBuild(t, l, course, Options{}) {
			t.Error("it is not shown when it is mended")
		}
	}
}
