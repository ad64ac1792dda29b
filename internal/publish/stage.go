package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"lectern/internal/together"
)

// stage builds the new site beside the old one. All of it is durable before it
// is swapped in.
func (w *writer) stage() error {
	if w.begun != nil {
		if err := w.adopt(); err != nil {
			return err
		}
		return w.fill(w.begun.disk)
	}
	spare, taken, err := w.takeSpare()
	if err != nil {
		return err
	}
	if !taken {
		if err := os.Mkdir(w.next, 0o755); err != nil {
			return err
		}
	}
	d, err := openDisk(w.next)
	if err != nil {
		return err
	}
	if taken {
		err = w.prune(spare)
	}
	if err == nil {
		err = w.fill(d)
	}
	return errors.Join(err, d.close())
}

// fill puts the files into the new site.
func (w *writer) fill(d disk) error {
	for _, name := range w.foreign {
		w.touch(name)
		if err := w.keep(name); err != nil {
			return err
		}
	}
	for _, f := range w.files {
		if !w.has[f.Name()] {
			w.touch(f.Name())
		}
	}
	for _, folder := range w.folders() {
		if err := os.MkdirAll(filepath.Join(w.next, filepath.FromSlash(folder)), 0o755); err != nil {
			return err
		}
	}
	if err := together.Do(len(w.files), func(i int) error { return w.put(w.files[i]) }); err != nil {
		return err
	}
	var written []string
	for _, f := range w.files {
		if !w.same[f.Name()] {
			written = append(written, w.staged(f.Name()))
		}
	}
	return w.makeDurable(d, written)
}

// put gives a file its place in the new site.
func (w *writer) put(f File) error {
	if w.has[f.Name()] {
		return nil
	}
	if w.same[f.Name()] {
		return w.linkOrCopy(w.path(f.Name()), w.staged(f.Name()))
	}
	return writeNew(w.staged(f.Name()), f)
}

// staged is the place of a file in the new site.
func (w *writer) staged(name string) string { return filepath.Join(w.next, filepath.FromSlash(name)) }

// folders are those that hold files of the new site.
func (w *writer) folders() []string {
	folders := map[string]bool{}
	for _, f := range w.files {
		folders[path.Dir(f.Name())] = true
	}
	return slices.Sorted(maps.Keys(folders))
}

// keep takes a file that is not ours along.
func (w *writer) keep(name string) error {
	from, to := w.path(name), w.staged(name)
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return os.MkdirAll(to, mode.Perm())
	case mode.IsRegular():
		return w.linkOrCopy(from, to)
	case mode.Type() == fs.ModeSymlink:
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	return fmt.Errorf("%s is neither a file nor a folder nor a link; move it away", name)
}

// linkOrCopy gives a file a second name; where the disk cannot do that it is
// copied with its times.
func (w *writer) linkOrCopy(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	w.copied.Store(true)
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := writeNew(to, made{data: data}); err != nil {
		return err
	}
	return errors.Join(os.Chtimes(to, time.Time{}, info.ModTime()), syncFile(to))
}

// writeNew writes a file that is not there yet.
func writeNew(name string, content File) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	err = content.Each(func(data []byte) error {
		_, err := f.Write(data)
		return err
	})
	return errors.Join(err, f.Close())
}

func (w *writer) dropStage() error { return os.RemoveAll(w.next) }
