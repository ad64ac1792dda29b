package watch

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// top is the path of the folder that is watched.
const top = "."

// tree is what lies in the folder, as far as it has been looked at, and what
// has changed of it since that was last told.
type tree struct {
	root   *os.Root
	dir    string // its full path, without links
	ignore func(string) bool

	seen    map[string]entry
	was     map[string]entry               // what was there when it was last told, of all that was seen otherwise since
	last    [2]map[string]struct{}         // what was told in the last batch, and in the one before
	names   map[string]map[string]struct{} // in each folder
	links   map[string]struct{}            // paths that are symbolic links
	entered map[string]struct{}            // folders that this look has been through

	heard *ears // nil when it is looked at intervals
}

func newTree(root *os.Root, dir string, ignore func(string) bool) *tree {
	if ignore == nil {
		ignore = func(string) bool { return false }
	}
	return &tree{root: root, dir: dir, ignore: ignore, seen: map[string]entry{}, was: map[string]entry{},
		names: map[string]map[string]struct{}{}, links: map[string]struct{}{}}
}

// lookAll looks at everything.
func (t *tree) lookAll() {
	t.entered = map[string]struct{}{}
	t.enter(top, true)
}

// look looks at folders that something happened in, with all below those where
// the value is true, and at everything that is linked to from elsewhere.
func (t *tree) look(folders map[string]bool) {
	t.entered = map[string]struct{}{}
	for _, p := range slices.Sorted(maps.Keys(folders)) {
		if _, known := t.names[p]; known {
			t.enter(p, folders[p])
		}
	}
	for _, p := range slices.Sorted(maps.Keys(t.links)) {
		t.lookAt(p, true, nil)
	}
}

// enter reads the names in a folder and looks at each; deep, it goes through
// the folders in it as well and watches them anew.
func (t *tree) enter(p string, deep bool) {
	if _, done := t.entered[p]; done {
		return
	}
	if deep {
		t.entered[p] = struct{}{}
		t.watch(p) // before reading: what comes later is announced
	}
	folder, err := t.root.OpenRoot(filepath.FromSlash(p))
	if err != nil {
		t.keepOnly(p, nil)
		return
	}
	defer folder.Close()
	found := map[string]struct{}{}
	for _, name := range namesIn(folder) {
		child := path.Join(p, name)
		if t.lookAt(child, deep, folder) {
			found[name] = struct{}{}
		}
	}
	t.keepOnly(p, found)
}

func namesIn(folder *os.Root) []string {
	f, err := folder.Open(".")
	if err != nil {
		return nil
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1) // what came before an error is as good as it gets
	slices.Sort(names)
	return names
}

// keepOnly forgets what is no longer in a folder.
func (t *tree) keepOnly(p string, found map[string]struct{}) {
	for name := range t.names[p] {
		if _, there := found[name]; !there {
			t.forget(path.Join(p, name))
		}
	}
	t.names[p] = found
}

// forget takes out what lay at a path, and all below it.
func (t *tree) forget(p string) {
	t.leave(p)
	t.set(p, entry{})
	delete(t.links, p)
}

// leave takes out what lay in a folder, and watches it no more.
func (t *tree) leave(p string) {
	names, known := t.names[p]
	if !known {
		return
	}
	for name := range names {
		t.forget(path.Join(p, name))
	}
	delete(t.names, p)
	t.unwatch(p)
}

// lookAt looks at one path and tells whether something that counts is there.
// The folder it lies in may be given, which saves going there again.
func (t *tree) lookAt(p string, deep bool, in *os.Root) bool {
	info, linked := t.ask(p, in)
	if info == nil && !linked || ignored(p, info != nil && info.IsDir()) || t.ignore(p) {
		return false
	}
	if linked {
		t.links[p] = struct{}{}
	} else {
		delete(t.links, p)
	}
	before := t.seen[p]
	now := t.read(p, info, linked, in)
	if now.kind == absent && !linked {
		return false
	}
	if now.kind == absent {
		now.kind = other // a link that leads nowhere
	}
	t.set(p, now)
	if now.kind != folder {
		t.leave(p)
		return true
	}
	if deep || before.kind != folder || !os.SameFile(before.info, now.info) {
		t.enter(p, true)
	}
	return true
}

// ask asks what is at a path: nil when nothing is, or only a link that leads
// nowhere or out of the course.
func (t *tree) ask(p string, in *os.Root) (info fs.FileInfo, linked bool) {
	name := filepath.FromSlash(p)
	var err error
	if in != nil {
		info, err = in.Lstat(path.Base(p))
	} else {
		info, err = t.root.Lstat(name)
	}
	if err != nil {
		return nil, false
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return info, false
	}
	if info, err = t.root.Stat(name); err != nil {
		return nil, true
	}
	return info, true
}

// read returns what is at a path that has been asked about.
func (t *tree) read(p string, info fs.FileInfo, linked bool, in *os.Root) entry {
	switch {
	case info == nil:
		return entry{kind: other}
	case info.IsDir() && linked && t.circles(p):
		return entry{kind: other}
	case info.IsDir():
		return entry{kind: folder, info: info}
	case !info.Mode().IsRegular():
		return entry{kind: other}
	case t.seen[p].unread(info):
		return t.seen[p]
	case linked || in == nil:
		t.watchTarget(p)
		return readFile(info, func() (*os.File, error) { return t.root.Open(filepath.FromSlash(p)) })
	}
	return readFile(info, func() (*os.File, error) { return in.Open(path.Base(p)) })
}

// circles tells whether a link to a folder may lead round in a circle: it lies
// in what it leads to, or in what another link leads to.
func (t *tree) circles(p string) bool {
	target, ok := t.resolve(p)
	return !ok || t.throughLink(path.Dir(p)) || within(filepath.Join(t.dir, filepath.FromSlash(p)), target)
}
