package quiz

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
)

// Part is a script and a style that belong together. A page loads the frame
// and the parts that its own questions need, and nothing else.
type Part struct {
	Name          string // the kind's, or that of what several kinds share
	Script, Style []byte // either may be empty
}

// Sharer is implemented by the kinds that build on something they share with
// others: "typed" (reading what was typed) or "prompts" (a menu for each
// prompt).
type Sharer interface{ Shares() []string }

// frameScripts are in the order in which they need each other.
var frameScripts = []string{"registry.js", "dom.js", "view.js", "core.js"}

// Frame is the part that every page with questions has.
func Frame() (Part, error) {
	var script bytes.Buffer
	for _, name := range frameScripts {
		data, err := fs.ReadFile(frame, name)
		if err != nil {
			return Part{}, err
		}
		script.Write(data)
		script.WriteByte('\n')
	}
	style, err := fs.ReadFile(frame, "quiz.css")
	return Part{"quiz", script.Bytes(), style}, err
}

// Parts returns what the kinds add to the frame: first what they share, then
// their own. Scripts of parts need the frame's registry and no document.
func (c Catalog) Parts() ([]Part, error) {
	var parts []Part
	for _, name := range c.shared() {
		part, err := readPart(frame, name)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	for _, k := range c {
		part, err := readPart(k.Files(), k.Name())
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// PartsOf names the parts that the kinds in used need, in the order of Parts.
func (c Catalog) PartsOf(used map[string]bool) []string {
	c = c.Only(used)
	names := c.shared()
	for _, k := range c {
		names = append(names, k.Name())
	}
	return names
}

func (c Catalog) shared() []string {
	var names []string
	for _, k := range c {
		if s, ok := k.(Sharer); ok {
			names = append(names, s.Shares()...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// readPart reads <name>.js and <name>.css. What is shared may have only one.
func readPart(files fs.FS, name string) (Part, error) {
	part := Part{Name: name}
	for extension, data := range map[string]*[]byte{".js": &part.Script, ".css": &part.Style} {
		var err error
		if *data, err = fs.ReadFile(files, name+extension); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return part, err
		}
	}
	return part, nil
}
