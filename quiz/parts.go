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
var frameScripts = []string{"registry.js", "dom.js", "view.js", "store.js", "frame.js", "keep.js", "core.js"}

// Frame is the part that every page with questions has.
func Frame() (Part, error) {
	script, err := joined(frame, frameScripts)
	if err != nil {
		return Part{}, err
	}
	style, err := fs.ReadFile(frame, "quiz.css")
	return Part{"quiz", script, style}, err
}

func joined(files fs.FS, names []string) ([]byte, error) {
	var all bytes.Buffer
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		all.Write(data)
		all.WriteByte('\n')
	}
	return all.Bytes(), nil
}

// PartsOf names what questions and quizzes need besides the frame, in the order in which a
// page loads it: first what kinds share, then their own.
func (c Catalog) PartsOf(questions []Question, quizzes []*Quiz) []string {
	used, sure := map[string]bool{}, false
	for _, q := range questions {
		used[q.Base().Kind] = true
		sure = sure || q.Base().Confidence
	}
	names := c.Only(used).PartNames()
	if sure {
		names = append(names, "sure")
	}
	if len(quizzes) > 0 {
		names = append(names, "quizzes")
	}
	return names
}

// PartNames names what the kinds in c need.
func (c Catalog) PartNames() []string {
	names := c.shared()
	for _, k := range c {
		names = append(names, k.Name())
	}
	return names
}

// Parts reads parts by their names. Their scripts need the frame's registry
// and no document.
func (c Catalog) Parts(names []string) ([]Part, error) {
	var parts []Part
	for _, name := range names {
		part, err := readPart(c.filesOf(name), name)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// filesOf is where a part's files are: in the kind's folder, or the frame's.
func (c Catalog) filesOf(name string) fs.FS {
	for _, k := range c {
		if k.Name() == name {
			return k.Files()
		}
	}
	return frame
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

// together are the scripts of parts that have more than one. No page has use
// for one of them alone, and they weigh less in one piece.
var together = map[string][]string{"quizzes": {"results.js", "quizzes.js"}}

// readPart reads <name>.js, or the scripts of that part, and <name>.css. A style
// may be missing.
func readPart(files fs.FS, name string) (Part, error) {
	scripts, several := together[name]
	if !several {
		scripts = []string{name + ".js"}
	}
	script, err := joined(files, scripts)
	if err != nil {
		return Part{}, err
	}
	style, err := fs.ReadFile(files, name+".css")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Part{}, err
	}
	return Part{name, script, style}, nil
}
