package publish

import (
	"os"
	"path/filepath"
	"strconv"

	"lectern/internal/together"
)

// Stamps are what changes when somebody writes to files of the site in the folder
// out: for each a text without spaces. It fails when one of them is not there.
func Stamps(out string, names []string) ([]string, error) {
	stamps := make([]string, len(names))
	err := together.Do(len(names), func(i int) (err error) {
		stamps[i], err = stampOfFile(filepath.Join(out, filepath.FromSlash(names[i])))
		return err
	})
	return stamps, err
}

func stampOfFile(name string) (string, error) {
	info, err := os.Lstat(name)
	if err != nil {
		return "", err
	}
	stamp := strconv.AppendInt(make([]byte, 0, 32), info.Size(), 36)
	stamp = strconv.AppendInt(append(stamp, '.'), info.ModTime().UnixNano(), 36)
	return string(strconv.AppendUint(append(stamp, '.'), uint64(info.Mode()), 36)), nil
}
