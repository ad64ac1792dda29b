package site

import (
	"bytes"
	"io/fs"
	"maps"
	"math/rand"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"lectern/internal/check"
	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
)

// saved is a course whose files may be changed while it is read.
type saved struct {
	mu     sync.RWMutex
	files  fstest.MapFS
	opened atomic.Int32 // how often its settings were
}

// Open implements fs.FS.
func (s *saved) Open(name string) (fs.File, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if name == settings.File {
		s.opened.Add(1)
	}
	return s.files.Open(name)
}

// change lets do change files.
func (s *saved) change(do func(fstest.MapFS) []string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return do(s.files)
}

// wholeEdits are edits after which a whole course is read again.
var wholeEdits = []edit{
	saving("another glossary", "content/glossary.md", "Peer worker\n: Somebody else.\n\nHope\n: What is left.\n"),
	saving("other helpers", "content/support.yaml", "note: Talk to somebody.\n"),
	saving("settings that are wrong", "site.yaml", "titel: A full course\n"),
	saving("one language", "site.yaml", "title: A full course\n"),
	{"a module gone", func(_ *rand.Rand, c fstest.MapFS) []string {
		delete(c, "content/02-more/02-two.md")
		return []string{"content/02-more"}
	}},
	{"all as it was", func(_ *rand.Rand, c fstest.MapFS) []string {
		clear(c)
		maps.Copy(c, bilingual.fs())
		return []string{"site.yaml"}
	}},
}

func saving(name, file, text string) edit {
	return edit{name, func(_ *rand.Rand, c fstest.MapFS) []string {
		c[file] = &fstest.MapFile{Data: []byte(text)}
		return []string{file}
	}}
}

// Whoever asks sees the course before an edit or after it, and waits for nobody
// who waits for them. The race detector is what sees a mix: it needs each method
// at work by itself, as what two goroutines share is in order for both.
func TestLiveCourseIsAskedFromAllSidesWhileItIsEdited(t *testing.T) {
	s := &saved{files: bilingual.fs()}
	l := Open(s, Options{Drafts: true})
	edited := make(chan bool)
	var asking sync.WaitGroup
	for _, ask := range askers(l, s) {
		asking.Go(func() {
			for i := 0; ; i++ {
				ask([]string{"start/one.html", "index.html", "fr/start/one.html", "start/index.html", "glossary.html"}[i%5])
				select {
				case <-edited:
					return
				default:
				}
			}
		})
	}
	r := rand.New(rand.NewSource(1))
	for range 20 {
		l.Update(s.change(func(c fstest.MapFS) []string {
			const name = "content/01-start/01-one.md"
			c[name] = &fstest.MapFile{Data: append(bytes.Clone(c[name].Data), "\n\n## More\n\nA peer worker says more.\n"...)}
			return []string{name}
		}))
	}
	for _, e := range wholeEdits {
		l.Update(s.change(func(c fstest.MapFS) []string { return e.do(r, c) }))
	}
	close(edited)
	asking.Wait()
	if !sameAsBuild(t, l, s.files, Options{Drafts: true}) {
		t.Error("the course is not right in the end")
	}
}

// askers ask for all that a preview asks for, each for one thing about a page.
func askers(l *Live, s fs.FS) []func(page string) {
	return []func(string){
		func(page string) { l.File(page) },
		func(page string) { l.File("print/" + strings.TrimSuffix(page, ".html") + "-handout.html") },
		func(string) { l.File("search.html"); l.File("assets/index.0.js"); l.File("progress.html") },
		func(page string) {
			for _, b := range l.Blocks(page) {
				b.File.Position(b.At.Start)
			}
		},
		func(page string) {
			l.Alone(page, func(c *course.Course) {
				check.Course(c, check.Options{FS: s, Broken: map[string]bool{}}, &diag.List{})
			})
		},
		func(string) {
			l.AloneIn("content/01-start/01-one.fr.md", func(c *course.Course) { check.Explained(c) })
		},
		func(string) {
			for _, f := range l.Written() {
				f.Text()
			}
		},
		func(string) {
			for _, m := range l.Problems() {
				m.Where()
			}
		},
		func(page string) { l.FilesOf(page); l.Map("first") },
		func(string) { l.Ready() },
		func(string) { l.Config() },
		func(string) {
			if film, ok := l.Beside("start/pictures/two words.png"); ok {
				film.Close()
			}
		},
		func(string) { l.Check() },
	}
}

// To list all files is to make them, which takes as much memory as a build does.
func TestTheWholeSiteIsMadeOnceForAllWhoWantItsFilesListed(t *testing.T) {
	s := &saved{files: small.fs()}
	l := Open(s, Options{})
	before := s.opened.Load()
	l.File(workerFile)
	once := s.opened.Load() - before
	s.files["site.yaml"] = &fstest.MapFile{Data: []byte("title: Another name\n")}
	l.Update([]string{"site.yaml"})
	before = s.opened.Load()
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			if _, ok := l.File(workerFile); !ok {
				t.Error("there is no list")
			}
		})
	}
	asking.Wait()
	if n := s.opened.Load() - before; once == 0 || n != once {
		t.Errorf("the settings were read %d times for four lists and %d times for one", n, once)
	}
}
