package theme

import (
	"bytes"
	"fmt"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"

	"lectern/layouts"
)

// WorkerFile is the script that saves a course on a device.
const WorkerFile = "sw.js"

// Worker is its code, without what it knows of the course.
func (t *Theme) Worker() ([]byte, error) {
	var all bytes.Buffer
	if err := t.read(&all, "scripts/", layouts.Worker, ".js"); err != nil {
		return nil, err
	}
	all.WriteString(t.carriedBy(all.Bytes()).script())
	var small bytes.Buffer
	if err := (&js.Minifier{Version: 2017}).Minify(minify.New(), &small, &all, nil); err != nil {
		return nil, fmt.Errorf("%s: %w", WorkerFile, err)
	}
	return small.Bytes(), nil
}

// SaidBy are the sentences that a script names, by their names.
func (t *Theme) SaidBy(script []byte) map[string]string { return namedIn(script, t.Words.Script) }
