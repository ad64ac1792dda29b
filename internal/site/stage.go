package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// stage builds the new site beside the old one.
func (w *writer) stage() error {
	if err := w.dropStage(); err != nil {
		return err
	}
	if err := os.Mkdir(w.next, 0o755); err != nil {
		return err
	}
	for _, name := range w.foreign {
		if err := w.keep(name); err != nil {
			return err
		}
	}
	for _, f := range w.files {
		to := filepath.Join(w.next, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if w.same[f.Path] {
			if err := linkOrCopy(w.path(f.Path), to); err != nil {
				return err
			}
			continue
		}
		if err := writeSynced(to, f.Data); err != nil {
			return err
		}
	}
	return syncFolders(w.next)
}

// keep takes a file that is not ours along.
func (w *writer) keep(name string) error {
	from, to := w.path(name), filepath.Join(w.next, filepath.FromSlash(name))
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
		return linkOrCopy(from, to)
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
func linkOrCopy(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := writeSynced(to, data); err != nil {
		return err
	}
	return os.Chtimes(to, time.Time{}, info.ModTime())
}

// writeSynced writes a file so that it survives a loss of power.
func writeSynced(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// syncFolders makes the names in the folders durable.
func syncFolders(top string) error {
	return filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		if err != nil || !e.IsDir() {
			return err
		}
		return syncFolder(p)
	})
}

func (w *writer) dropStage() error { return os.RemoveAll(w.next) }
