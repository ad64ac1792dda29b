package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"lectern/internal/together"
)

// Look is how somebody found files of a site, by their paths there.
type Look map[string]fs.FileInfo

// LookAt looks at files of the site in the folder out. It fails when one of them is
// not there.
func LookAt(out string, names []string) (Look, error) {
	found := make([]fs.FileInfo, len(names))
	err := together.Do(len(names), func(i int) (err error) {
		found[i], err = os.Lstat(filepath.Join(out, filepath.FromSlash(names[i])))
		return err
	})
	l := make(Look, len(names))
	for i, name := range names {
		l[name] = found[i]
	}
	return l, err
}

// Stamp is what changes when somebody writes to a file: a text without spaces.
func (l Look) Stamp(name string) string {
	info := l[name]
	stamp := strconv.AppendInt(make([]byte, 0, 32), info.Size(), 36)
	stamp = strconv.AppendInt(append(stamp, '.'), info.ModTime().UnixNano(), 36)
	return string(strconv.AppendUint(append(stamp, '.'), uint64(info.Mode()), 36))
}
