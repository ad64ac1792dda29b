package course_test

import (
	"testing"
	"testing/fstest"

	"lectern/internal/course"
	"lectern/internal/diag"
)

// A new part comes after those that are there, and is written as they are.
func TestNewPartsComeAfterThoseThatAreThere(t *testing.T) {
	for _, c := range []struct {
		files           []string
		module, title   string
		lesson, theFold string
	}{
		{nil, "", "Tea", "content/01-tea.md", "content/01-tea"},
		{[]string{"1-a/1-x.md"}, "", "Tea", "content/1-a/2-tea.md", "content/2-tea"},
		{[]string{"01-a/09-x.md", "01-a/readme.md"}, "", "Tea", "content/01-a/10-tea.md", "content/02-tea"},
		{[]string{"01-a/01-x.md", "01-a/later.md", "b/x.md"}, "a", "Tea", "content/01-a/02-tea.md", "content/02-tea"},
		{[]string{"a/x.md", "b/y.md"}, "", "Tea", "content/b/tea.md", "content/tea"},
		{[]string{"a/x.md"}, "", "3 cups", "content/a/01-3-cups.md", "content/01-3-cups"},
		{[]string{"a/x.md"}, "", "README", "content/a/01-readme.md", "content/01-readme"},
		{[]string{"x.md"}, "", "Tea", "content/tea.md", "content/01-tea"},
		{[]string{"01-a/x.md", "loose.md"}, "", "Tea", "content/01-a/tea.md", "content/02-tea"},
		{[]string{"01-a/index.md"}, "", "ᐃᓄᒃᑎᑐᑦ", "content/01-a/01-ᐃᓄᒃᑎᑐᑦ.md", "content/02-ᐃᓄᒃᑎᑐᑦ"},
		{[]string{"01-a/index.md"}, "", "con", "content/01-a/01-con-page.md", "content/02-con-page"},
		{[]string{"01-a/x.md", "01-a/x.fr.md"}, "", "Tea.fr", "content/01-a/tea-fr.md", "content/02-tea-fr"},
	} {
		files := fstest.MapFS{}
		for _, name := range c.files {
			files["content/"+name] = &fstest.MapFile{Data: []byte("# T\n")}
		}
		var d diag.List
		folder := course.Find(files, "en", nil, &d)
		lesson, err := folder.NewLesson(c.module, c.title)
		if err != nil || lesson != c.lesson {
			t.Errorf("%v: the lesson %q is %q (%v), want %q", c.files, c.title, lesson, err, c.lesson)
		}
		module, err := folder.NewModule(c.title)
		if err != nil || module != c.theFold {
			t.Errorf("%v: the module %q is %q (%v), want %q", c.files, c.title, module, err, c.theFold)
		}
		// Whatever the name, the course reads it as one of its own.
		files[lesson] = &fstest.MapFile{Data: []byte("# T\n")}
		var after diag.List
		if read := course.Find(files, "en", nil, &after); len(read.Lessons()) != len(folder.Lessons())+1 || after.Failed() {
			t.Errorf("%v: with %s there are the lessons %v; %v", c.files, lesson, read.Lessons(), after.Sorted())
		}
	}
}

func TestTitleThatIsCutHasNoFreeNameBeforeTheCut(t *testing.T) {
	long := "a very long title that goes on and on and on until the name of the page is cut somewhere in the middle"
	var d diag.List
	folder := course.Find(fstest.MapFS{"content/1-a/1-" + long + ".md": {Data: []byte("# T\n")}}, "en", nil, &d)
	_, err := folder.NewLesson("", long)
	if err == nil || err.Error() != "the name `a-very-long-title-that-goes-on-and-on-and-on-until-the-name-of-the-page-is-cut-s` is taken by content/1-a/1-"+long+".md; choose another title" {
		t.Errorf("got %v", err)
	}
}
