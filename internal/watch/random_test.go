package watch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
)

// A thousand sequences of edits, each as somebody or some program would make
// them, and after each what is believed must be what a fresh walk finds.
func TestAfterAnySequenceOfEditsWhatIsBelievedIsThere(t *testing.T) {
	const sequences, folders = 1000, 4
	for seed := range uint64(folders) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			w := watch(t, map[string]string{"site.yaml": "title: T", "content/a/x.md": "x", "content/b/x.md": "x"}, setup{pace: hasty})
			r := rand.New(rand.NewPCG(6, seed))
			for range sequences / folders {
				for range 1 + r.IntN(6) {
					edits[r.IntN(len(edits))](w, r)
				}
				w.settle()
			}
		})
	}
}

// hasty believes sooner than is good what it sees.
var hasty = pace{quiet: time.Millisecond, most: 5 * time.Millisecond, doubt: 2 * time.Millisecond}

// edits are what may happen next. What one does not find it leaves alone.
var edits = []func(*watched, *rand.Rand){
	func(w *watched, r *rand.Rand) { write(w, anywhere(w, r), words(r)) },
	func(w *watched, r *rand.Rand) { write(w, anywhere(w, r), words(r)) },
	func(w *watched, r *rand.Rand) { write(w, oneOf(w, r, "file"), words(r)) },
	func(w *watched, r *rand.Rand) { w.must(os.RemoveAll(w.path(oneOf(w, r, "file")))) },
	func(w *watched, r *rand.Rand) { w.must(os.RemoveAll(w.path(oneOf(w, r, "(folder)")))) },
	func(w *watched, r *rand.Rand) { w.must(os.MkdirAll(w.path(path.Dir(anywhere(w, r))), 0o755)) },
	func(w *watched, r *rand.Rand) { move(w, oneOf(w, r, "(folder)"), path.Dir(anywhere(w, r))) },
	func(w *watched, r *rand.Rand) { move(w, oneOf(w, r, "file"), anywhere(w, r)) },
	func(w *watched, r *rand.Rand) { // by renaming over
		w.write("content/.new", words(r))
		move(w, "content/.new", oneOf(w, r, "file"))
	},
	func(w *watched, r *rand.Rand) { // removed and made again
		p := oneOf(w, r, "(folder)")
		w.must(os.RemoveAll(w.path(p)))
		write(w, p+"/again.md", words(r))
	},
	func(w *watched, r *rand.Rand) {
		_ = os.Symlink(path.Base(anywhere(w, r)), w.path(anywhere(w, r))) // into a folder that may be missing
	},
}

// anywhere names a file of a small course, so that edits meet. No folder has a
// file's name.
func anywhere(w *watched, r *rand.Rand) string {
	p := "content"
	for range r.IntN(4) {
		p += "/" + string("abc"[r.IntN(3)])
	}
	return p + "/" + string("xyz"[r.IntN(3)]) + ".md"
}

// oneOf names something of a kind that is there below content, or a file that
// is not.
func oneOf(w *watched, r *rand.Rand, kind string) string {
	var paths []string
	for p, what := range walked(w, w.path("content")) {
		if strings.HasPrefix(what, kind) {
			paths = append(paths, "content/"+p)
		}
	}
	if len(paths) == 0 {
		return "content/none.md"
	}
	slices.Sort(paths)
	return paths[r.IntN(len(paths))]
}

func words(r *rand.Rand) string {
	return strings.Repeat("word ", r.IntN(4)) // sometimes none
}

// write writes what can be written there; a link may lead nowhere.
func write(w *watched, p, text string) {
	_ = os.MkdirAll(w.path(path.Dir(p)), 0o755)
	_ = os.WriteFile(w.path(p), []byte(text), 0o644)
}

// move moves what may be moved there, as mv would.
func move(w *watched, from, to string) {
	_ = os.MkdirAll(w.path(path.Dir(to)), 0o755)
	_ = os.Rename(w.path(from), w.path(to)) // a folder that is full stays, and so does what would go into itself
}
