package publish

import (
	"errors"
	"io/fs"
	"os"
	"strings"
)

// manifestFile lists what Lectern wrote into a folder, a path a line. It is
// how a later build knows what it may delete.
const manifestFile = ".lectern-files"

const manifestHead = "# What lectern wrote here. A build deletes nothing else."

func manifestOf(files []File) File {
	var b strings.Builder
	b.WriteString(manifestHead + "\n")
	for _, f := range files {
		b.WriteString(f.Name() + "\n")
	}
	return made{manifestFile, []byte(b.String())}
}

// readManifest returns nothing when there is none.
func readManifest(name string) ([]string, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, line := range strings.Split(string(data), "\n") {
		// A path that leads outside was not written by a build.
		if line != "" && !strings.HasPrefix(line, "#") && fs.ValidPath(line) {
			names = append(names, line)
		}
	}
	return names, nil
}

// made is a file in the memory.
type made struct {
	name string
	data []byte
}

func (m made) Name() string                             { return m.name }
func (m made) Size() int                                { return len(m.data) }
func (m made) Stands() bool                             { return false }
func (m made) Each(visit func(data []byte) error) error { return visit(m.data) }
