package watch

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// ears are the folders that the system tells of. They are named by their full
// paths, without links, so that each is there once.
type ears struct {
	system  *notifier
	folders map[string]fs.FileInfo
	fault   error // why it cannot tell of them all
}

// listen has the system tell of a folder. It may be called again for the same
// one, and must be when it may be another under the old name.
func (e *ears) listen(full string) {
	info, err := os.Lstat(full)
	if err != nil || !info.IsDir() || e.fault != nil {
		return
	}
	e.dropMoved(full, info)
	err = e.system.add(full)
	if err == nil {
		e.folders[full] = info
		return
	}
	if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		e.fault = err
	}
}

// dropMoved stops listening to the name that a folder had before it was moved,
// and to the folder that had its name: the system has one name for a folder, and
// would go on using the first.
func (e *ears) dropMoved(full string, info fs.FileInfo) {
	for name, was := range e.folders {
		if os.SameFile(was, info) != (name == full) {
			e.drop(name)
		}
	}
}

func (e *ears) drop(full string) {
	if _, known := e.folders[full]; known {
		_ = e.system.remove(full) // it fails when the folder is gone, and so is what told of it
		delete(e.folders, full)
	}
}

// watch has the system tell of a folder of the tree.
func (t *tree) watch(p string) {
	if t.heard == nil {
		return
	}
	if full, ok := t.fullPath(p); ok {
		t.heard.listen(full)
	}
}

// watchTarget has the system tell of the folder that a linked file lies in,
// which may be one that is not of the tree.
func (t *tree) watchTarget(p string) {
	if t.heard == nil {
		return
	}
	full, ok := t.resolve(p)
	if _, known := t.heard.folders[filepath.Dir(full)]; ok && !known {
		t.heard.listen(filepath.Dir(full))
	}
}

func (t *tree) unwatch(p string) {
	if t.heard != nil && !t.throughLink(p) { // what a link led to may still be there under its own name
		t.heard.drop(filepath.Join(t.dir, filepath.FromSlash(p)))
	}
}

// fullPath is where a path of the tree lies on the disk. It fails when that is
// not in the tree's folder.
func (t *tree) fullPath(p string) (string, bool) {
	if t.throughLink(p) {
		return t.resolve(p)
	}
	return filepath.Join(t.dir, filepath.FromSlash(p)), true
}

// throughLink tells whether a path is a link or leads through one.
func (t *tree) throughLink(p string) bool {
	for ; p != top; p = path.Dir(p) {
		if _, linked := t.links[p]; linked {
			return true
		}
	}
	return false
}

func (t *tree) resolve(p string) (string, bool) {
	full, err := filepath.EvalSymlinks(filepath.Join(t.dir, filepath.FromSlash(p)))
	return full, err == nil && within(full, t.dir)
}

// within tells whether a full path is a folder or lies in it.
func within(full, folder string) bool {
	return full == folder || strings.HasPrefix(full, strings.TrimSuffix(folder, string(filepath.Separator))+string(filepath.Separator))
}

// pathOf is the path in the tree of what the system named.
func (t *tree) pathOf(full string) (string, bool) {
	rel, err := filepath.Rel(t.dir, full)
	return filepath.ToSlash(rel), err == nil && within(full, t.dir)
}
