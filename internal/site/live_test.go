package site

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/theme"
)

// sameAsBuild compares a live course with one that is built anew: every file of
// the site, and every message. It returns false when the course does not build.
func sameAsBuild(t *testing.T, l *Live, course fstest.MapFS, o Options) bool {
	t.Helper()
	for l.Check() {
	}
	var d diag.List
	built := buildAnew(course, o, &d)
	if d.Failed() {
		if said := printedAll(l.Problems()); !strings.Contains(said, ": error: ") {
			t.Fatalf("the course does not build, and the live one says\n%s\nthe build says\n%s", said, printed(&d))
		}
		return false
	}
	built.Silence(&d)
	for _, f := range built.Files {
		if f.Path == workerFile {
			continue // it names all others by their content
		}
		data, ok := l.File(f.Path)
		f.Data, data = sized.ReplaceAll(f.Data, nil), sized.ReplaceAll(data, nil)
		if !ok || !bytes.Equal(data, f.Data) {
			t.Fatalf("%s is there: %v (-built +live):\n%s", f.Path, ok, cmp.Diff(strings.Split(string(f.Data), "\n"), strings.Split(string(data), "\n")))
		}
	}
	if got, want := printedAll(l.Problems()), printedAll(d.Sorted()); got != want {
		t.Fatalf("the live course says\n%s\nthe build says\n%s", got, want)
	}
	return true
}

// buildAnew is Inspect, but that it reads the theme once for courses that change
// nothing about it.
func buildAnew(course fstest.MapFS, o Options, d *diag.List) *Site {
	for name := range course {
		if strings.HasPrefix(name, "layouts/") {
			return Inspect(course, o, d)
		}
	}
	key := fmt.Sprint(string(course[settings.File].Data), o.BaseURL, o.Drafts, o.Facilitator)
	if themes[key] == nil {
		config, look := configured(course, o, &diag.List{})
		if look == nil {
			return Inspect(course, o, d)
		}
		themes[key] = func() (*settings.Site, *theme.Theme) { other := *look; return config, &other }
	}
	config, look := themes[key]()
	return inspect(course, config, look, o, d)
}

// themes are of the course that is tried now, by its settings.
var themes = map[string]func() (*settings.Site, *theme.Theme){}

func printedAll(messages []diag.Message) string {
	var d diag.List
	for _, m := range messages {
		d.Add(m)
	}
	return printed(&d)
}

func TestLiveCourseIsTheOneThatIsBuilt(t *testing.T) {
	withCards := full.with(files{"site.yaml": "title: A full course\nbase_url: https://example.org/c/\nreview: {glossary: true}\n"})
	for _, c := range []struct {
		name   string
		course files
		o      Options
	}{{"cards", withCards, Options{}}, {"bilingual", bilingual, Options{Facilitator: true, Drafts: true}}} {
		t.Run(c.name, func(t *testing.T) {
			l := Open(c.course.fs(), c.o)
			wantWorker(t, l, c.course.fs(), c.o)
			sameAsBuild(t, l, c.course.fs(), c.o)
			for _, none := range []string{"nothing.html", "site.yaml", "content/index.md", "start/01-one.md", "fr", "", "assets/none.js", "print/none-handout.html", "review/none.html"} {
				if _, ok := l.File(none); ok {
					t.Errorf("there is a file %q", none)
				}
			}
		})
	}
}

// wantWorker wants sw.js as it is built, and once it has been asked for, the size
// of the site on the first page.
func wantWorker(t *testing.T, l *Live, course fstest.MapFS, o Options) {
	t.Helper()
	built := mustBuild(t, course, o)
	for _, name := range []string{workerFile, homePage} {
		if data, ok := l.File(name); !ok || !bytes.Equal(data, built.find(name)) {
			t.Errorf("%s is there: %v; it is\n%s", name, ok, data)
		}
	}
}

// An edit is something an author does to a course. It returns the paths that
// have changed.
type edit struct {
	name string
	do   func(r *rand.Rand, c fstest.MapFS) []string
}

var edits = []edit{
	{"a paragraph", appending("\n\nA peer worker says %d more, see [@adams2019].\n")},
	{"a heading", appending("\n\n## A part %d\n\nLived experience.\n")},
	{"a question", appending("\n\n### Question: Is it %d?\n\n- (x) Yes, it is\n- ( ) No\n\nAnd on.\n")},
	{"a question of another kind", appending("\n\n### Question: How many is %[1]d?\n\n- = %[1]d\n")},
	{"a link to a part", appending("\n\nSee [there](../01-start/01-one.md#a-part-%d).\n")},
	{"a mistake", appending("\n\n### Question: Is %d right?\n\n- ( ) No\n- ( ) Nor that\n")},
	{"a broken link", appending("\n\n[Nowhere](no-%d.md)\n")},
	{"an unknown work", appending("\n\nSee [@nobody%d].\n")},
	{"another title", func(r *rand.Rand, c fstest.MapFS) []string {
		name := anyOf(r, c, ".md")
		c[name] = &fstest.MapFile{Data: bytes.Replace(c[name].Data, []byte("title: "), fmt.Appendf(nil, "title: X%d ", r.Intn(9)), 1)}
		return []string{name}
	}},
	{"a draft", func(r *rand.Rand, c fstest.MapFS) []string {
		name := anyOf(r, c, ".md")
		c[name] = &fstest.MapFile{Data: bytes.Replace(c[name].Data, []byte("title: "), []byte("draft: true\ntitle: "), 1)}
		return []string{name}
	}},
	{"a page cut in two", func(r *rand.Rand, c fstest.MapFS) []string {
		name := anyOf(r, c, ".md")
		data := c[name].Data
		c[name] = &fstest.MapFile{Data: data[:len(data)*2/3]}
		return []string{name}
	}},
	{"a page gone", func(r *rand.Rand, c fstest.MapFS) []string {
		name := anyOf(r, c, ".md")
		delete(c, name)
		return []string{name}
	}},
	{"a page moved", func(r *rand.Rand, c fstest.MapFS) []string {
		name := anyOf(r, c, ".md")
		to := fmt.Sprintf("content/02-more/%02d-moved.md", r.Intn(90))
		c[to] = c[name]
		delete(c, name)
		return []string{name, to}
	}},
	{"a new page", func(r *rand.Rand, c fstest.MapFS) []string {
		name := fmt.Sprintf("content/%02d-new/%02d-page.md", r.Intn(3), r.Intn(90))
		c[name] = &fstest.MapFile{Data: []byte("---\ntitle: New\n---\nA peer worker.\n")}
		return []string{name}
	}},
	{"another picture", func(r *rand.Rand, c fstest.MapFS) []string {
		name := "content/01-start/pictures/two words.png"
		c[name] = &fstest.MapFile{Data: pngOf(10+r.Intn(9), 10)}
		return []string{name}
	}},
	{"another name of the course", func(r *rand.Rand, c fstest.MapFS) []string {
		c["site.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(c["site.yaml"].Data), "silence: [mention-unknown]\n"...)}
		return []string{"site.yaml"}
	}},
	{"a style", func(r *rand.Rand, c fstest.MapFS) []string {
		c["layouts/styles/own.css"] = &fstest.MapFile{Data: fmt.Appendf(nil, ".x{margin:%dpx}", r.Intn(9))}
		return []string{"layouts/styles/own.css"}
	}},
}

func appending(text string) func(*rand.Rand, fstest.MapFS) []string {
	return func(r *rand.Rand, c fstest.MapFS) []string {
		name := anyOf(r, c, ".md")
		c[name] = &fstest.MapFile{Data: fmt.Appendf(bytes.Clone(c[name].Data), text, r.Intn(100))}
		return []string{name}
	}
}

// anyOf is a file with an ending, any of them.
func anyOf(r *rand.Rand, c fstest.MapFS, ending string) string {
	var names []string
	for name := range c {
		if strings.HasSuffix(name, ending) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names[r.Intn(len(names))]
}

var sequences = flag.Int64("sequences", 4, "how many sequences of edits a live course is given")

// A course is edited over and over, well and badly. What it was before a mistake
// comes back when the mistake is taken back.
func TestEditedCourseIsTheOneThatIsBuilt(t *testing.T) {
	for seed := range *sequences {
		course := []files{full, bilingual}[seed%2].fs()
		r, o := rand.New(rand.NewSource(seed)), Options{Drafts: seed%3 > 0}
		l := Open(course, o)
		clear(themes)
		done := []string{fmt.Sprintf("seed %d", seed)}
		for range 12 {
			before := map[string]*fstest.MapFile{}
			for name, f := range course {
				before[name] = f
			}
			e := edits[r.Intn(len(edits))]
			done = append(done, e.name)
			changed := e.do(r, course)
			l.Update(changed)
			t.Log(done[len(done)-1], changed)
			failed := !sameAsBuild(t, l, course, o)
			if r.Intn(4) == 0 || failed {
				for _, name := range changed {
					delete(course, name)
					if was := before[name]; was != nil {
						course[name] = was
					}
				}
				done = append(done, "taken back")
				l.Update(changed)
				t.Log("taken back", changed)
				sameAsBuild(t, l, course, o)
			}
		}
	}
}
