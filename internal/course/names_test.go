package course_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestNamesThatNotEveryDiskCanHold(t *testing.T) {
	const bad, good = "a?.txt a:b.svg two*.png <b>.txt it|s.txt back\\slash.txt \"a\".txt end..txt. aux.svg COM1 con.tar.gz nul", "a.txt it's.txt 100%.txt a#b.txt café.svg عربي.svg 😀.svg console.txt a..b.txt -.txt constructor.txt"
	course := fstest.MapFS{"content/01: tea?/01-b.md": {Data: []byte(titled)}, "content/01: tea?/Icon\r": {}}
	for _, name := range append(strings.Fields(bad), strings.Fields(good)...) {
		course["content/01: tea?/"+name] = &fstest.MapFile{Data: []byte("x")}
	}
	course["content/01: tea?/blank .txt "] = &fstest.MapFile{}
	course["content/01: tea?/plans?/a.txt"] = &fstest.MapFile{}
	course["content/01: tea?/two\nlines.txt"] = &fstest.MapFile{}
	_, out := read(course, false)
	for _, name := range append(strings.Fields(bad), "blank .txt ", "plans?/a.txt") {
		wantMessage(t, out, "content/01: tea?/"+name+": warning: Windows and most USB sticks cannot hold a file of this name [file-name]")
	}
	wantMessage(t, out, "content/01: tea?/two\ufffdlines.txt: error: there is a sign in this name that cannot be read, such as the end of a line [file-name]")
	for _, name := range append(strings.Fields(good), "Icon", "01-b.md") {
		if strings.Contains(out, "tea?/"+name) {
			t.Errorf("%s is a good name, and is warned about:\n%s", name, out)
		}
	}
}

func TestNamesThatAreNearlyReadAreTold(t *testing.T) {
	_, out := read(files{
		"1-a/1-b.md": titled, "1-a/2-c.MD": titled, "1-a/3-d.markdown": titled, "1-a/notes/e.markdown": titled, "1-a/data.yml": "", "1-a/README.MD": "",
		"references.yml": "", "Support.yaml": "", "words.yaml": "",
	}.folder(), false)
	for name, near := range map[string]string{"1-a/2-c.MD": "2-c.md", "1-a/3-d.markdown": "3-d.md", "references.yml": "references.yaml", "Support.yaml": "support.yaml"} {
		wantMessage(t, out, "content/"+name+": warning: nothing reads a file of this name [name-near]\n    hint: call it `"+near+"`\n")
	}
	if n := strings.Count(out, "[name-near]"); n != 4 {
		t.Errorf("%d files are told, want 4:\n%s", n, out)
	}
}
