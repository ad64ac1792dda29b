package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// permissions are those of a file that may be written anew. The system would
// not stop us when it may not: the file is replaced, not written to.
func permissions(root *os.Root, name string) (fs.FileMode, error) {
	info, err := root.Lstat(name)
	switch {
	case err != nil:
		return 0, reason(err)
	case info.Mode().Type() == fs.ModeSymlink:
		return 0, errors.New("this is a link, and lectern writes through none")
	case !info.Mode().IsRegular():
		return 0, errors.New("this is not a file")
	case info.Mode().Perm()&0o200 == 0:
		return 0, errReadOnly
	}
	f, err := root.OpenFile(name, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) {
		return 0, errReadOnly
	} else if err != nil {
		return 0, reason(err)
	}
	return info.Mode().Perm(), f.Close()
}

var errReadOnly = errors.New("this file is read-only")

// rewrite makes a file say next, if it still says now. The new file is made
// beside the old one and takes its place in one step, so that the author has
// one of the two, whatever happens. command is the one that asks for it.
func rewrite(root *os.Root, name string, now, next []byte, command string) error {
	perm, err := permissions(root, name)
	if err != nil {
		return err
	}
	// A leading dot: what a loss of power leaves here is no lesson.
	beside := path.Join(path.Dir(name), "."+path.Base(name)+"."+strings.ReplaceAll(command, " ", "-"))
	if err := writeNew(root, beside, next, perm, command); err != nil {
		return err
	}
	if err := replace(root, beside, name, now, command); err != nil {
		return errors.Join(err, root.Remove(beside))
	}
	syncFolder(root, path.Dir(name))
	return nil
}

func writeNew(root *os.Root, name string, data []byte, perm fs.FileMode, command string) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is in the way: another `%s` is at work, or was stopped; if it was, delete that file", name, command)
	} else if err != nil {
		return fmt.Errorf("its folder cannot be written to: %w", reason(err))
	}
	_, err = f.Write(data)
	if err = errors.Join(err, permit(f, perm), f.Sync(), f.Close()); err != nil {
		return errors.Join(reason(err), root.Remove(name))
	}
	return nil
}

// permit gives a new file its permissions where the umask took some away. Disks
// that know no permissions are not asked for any.
func permit(f *os.File, perm fs.FileMode) error {
	info, err := f.Stat()
	if err != nil || info.Mode().Perm() == perm {
		return err
	}
	return f.Chmod(perm)
}

// replace puts a new file in the place of one that still says now.
func replace(root *os.Root, beside, name string, now []byte, command string) error {
	if said, err := root.ReadFile(name); err != nil {
		return reason(err)
	} else if !bytes.Equal(said, now) {
		return fmt.Errorf("this file was changed meanwhile; run `%s` again", command)
	}
	if err := root.Rename(beside, name); err != nil {
		return reason(err)
	}
	return nil
}

// syncFolder makes the new file's name survive a loss of power, on systems
// that can do that.
func syncFolder(root *os.Root, name string) {
	if f, err := root.Open(name); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

// reason is an error of the system without the call and the path: the message
// that it goes into begins with the path.
func reason(err error) error {
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return failed.Err
	}
	return err
}
