package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Sources are digests of all that a build may read of a course, by its paths
// there. A folder has that of nothing.
type Sources map[string][sha256.Size]byte

// errUnsure says that what a build reads cannot be told.
var errUnsure = errors.New("a link: what it leads to may change unseen")

// ReadSources reads all that a build may read. It fails where that cannot be
// told: at a link, which may lead anywhere.
func ReadSources(course fs.FS) (Sources, error) {
	s, room := Sources{}, make([]byte, 32<<10)
	for _, top := range []string{configFile, contentDir, themeDir} {
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
			s[name], err = digestOf(course, name, room)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return s, nil
}

func digestOf(course fs.FS, name string, room []byte) (digest [sha256.Size]byte, err error) {
	f, err := course.Open(name)
	if err != nil {
		return digest, err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.CopyBuffer(sum, struct{ io.Reader }{f}, room)
	return [sha256.Size]byte(sum.Sum(nil)), err
}

// Digest is one of all the sources. Of those in pages, which may be nil, only
// the names count.
func (s Sources) Digest(pages map[string]bool) string {
	sum := sha256.New()
	for _, name := range sortedKeys(s) {
		digest := s[name]
		if pages[name] {
			digest = [sha256.Size]byte{}
		}
		fmt.Fprintf(sum, "%q %x\n", name, digest)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
