// Package witness knows all that a build may read of a course by its bytes, and
// notices when some of it changes while it is read.
package witness

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"lectern/internal/settings"
	"lectern/internal/together"
)

// Sources are digests of all that a build may read of a course, by its paths
// there. A folder has that of nothing.
type Sources map[string][sha256.Size]byte

// errUnsure says that what a build reads cannot be told.
var errUnsure = errors.New("a link: what it leads to may change unseen")

// Read reads all that a build may read. It fails where that cannot be
// told: at a link, which may lead anywhere.
func Read(course fs.FS) (Sources, error) {
	s, files := Sources{}, []string(nil)
	for _, top := range []string{settings.File, settings.Content, settings.Theme} {
		err := fs.WalkDir(course, top, func(name string, e fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && name == top:
				return nil
			case err != nil:
				return err
			case e.IsDir():
				s[name+"/"] = [sha256.Size]byte{}
				return nil
			case !e.Type().IsRegular():
				return errUnsure
			}
			files = append(files, name)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	digests := make([][sha256.Size]byte, len(files))
	err := together.Do(len(files), func(i int) (err error) {
		digests[i], err = digestOf(course, files[i])
		return err
	})
	for i, name := range files {
		s[name] = digests[i]
	}
	return s, err
}

// pieces are what files are read in.
var pieces = sync.Pool{New: func() any { return new([64 << 10]byte) }}

func digestOf(course fs.FS, name string) (digest [sha256.Size]byte, err error) {
	f, err := course.Open(name)
	if err != nil {
		return digest, err
	}
	defer f.Close()
	piece := pieces.Get().(*[64 << 10]byte)
	defer pieces.Put(piece)
	sum := sha256.New()
	_, err = io.CopyBuffer(sum, struct{ io.Reader }{f}, piece[:]) // which a file by itself would not use
	return [sha256.Size]byte(sum.Sum(nil)), err
}

// Digest is one of all the sources. Of those in pages, which may be nil, only
// the names count.
func (s Sources) Digest(pages map[string]bool) string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s)) {
		digest := s[name]
		if pages[name] {
			digest = [sha256.Size]byte{}
		}
		fmt.Fprintf(sum, "%q %x\n", name, digest)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Around is a digest of what a lesson is read with.
func (s Sources) Around() string {
	some := Sources{}
	for name, digest := range s {
		if name == settings.File || name == settings.Content+"/glossary.md" || strings.HasPrefix(name, settings.Theme+"/") {
			some[name] = digest
		}
	}
	return some.Digest(nil)
}
