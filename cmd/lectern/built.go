package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/publish"
	"lectern/internal/site"
	"lectern/internal/witness"
)

// built is what is remembered of a build, so that the next one need not do
// anything when nothing changed, neither what it was made from nor what it made,
// and little when a lesson did.
type built struct {
	course  string
	name    string // under which it is remembered
	out     string
	program string          // and the options, as one text
	sources witness.Sources // nil when what the site is made from cannot be told
	found   bool            // a build is remembered, and all files of its site are as they were
	lastKey string          // of that build
	looked  publish.Look    // at its files, as they still are

	Messages string // as they are printed
	Coloured string // the same, for a terminal
	Report   site.Report
	Weighed  bool // the report knows what each page weighs
}

// lastBuild is for a build of the course into the folder out.
func lastBuild(course, out string, o site.Options) *built {
	to, err := filepath.Abs(out)
	if err != nil {
		return &built{}
	}
	b := &built{course: course, name: nameOfBuild(to), out: to}
	if b.program, err = thisProgram(o); err != nil {
		return b
	}
	root, err := os.OpenRoot(course)
	if err != nil {
		return b
	}
	defer root.Close()
	if b.sources, err = witness.Read(root.FS()); err != nil {
		b.sources = nil
		return b
	}
	b.found = !publish.Interrupted(b.out) && b.read(root)
	return b
}

// nameOfBuild is under which a build into a folder is remembered.
func nameOfBuild(out string) string {
	sum := sha256.Sum256([]byte(out))
	return "built-" + hex.EncodeToString(sum[:6])
}

// thisProgram names this program and the options.
func thisProgram(o site.Options) (string, error) {
	program, err := os.Executable()
	if err != nil {
		return "", err
	}
	self, err := os.Stat(program)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %d %d %q %t %t", version(), self.Size(), self.ModTime().UnixNano(), o.BaseURL, o.Drafts, o.Facilitator), nil
}

// key stands for all that the site is made from.
func (b *built) key() string {
	sum := sha256.Sum256([]byte(b.program + "\n" + b.sources.Digest(nil)))
	return hex.EncodeToString(sum[:])
}

// stillStands reports whether a build would make what is there already.
func (b *built) stillStands() bool { return b.found && b.lastKey == b.key() }

// read reads what is remembered. It returns false when there is nothing, or when
// a file of the site is not as it was left.
func (b *built) read(course *os.Root) bool {
	data, err := readKept(course, b.name)
	if err != nil {
		return false
	}
	key, rest, _ := strings.Cut(string(data), "\n")
	said, list, _ := strings.Cut(rest, "\n")
	if json.Unmarshal([]byte(said), b) != nil || !strings.HasSuffix(list, "\n") {
		return false
	}
	b.lastKey = key
	var names, stamps []string
	for line := range strings.Lines(list) {
		stamp, name, _ := strings.Cut(line[:len(line)-1], " ")
		names, stamps = append(names, name), append(stamps, stamp)
	}
	looked, err := publish.LookAt(b.out, names)
	if err != nil {
		return false
	}
	for i, name := range names {
		if looked.Stamp(name) != stamps[i] {
			return false
		}
	}
	b.looked = looked
	return true
}

// lessons is the name under which a build's memory of its lessons is kept.
func (b *built) lessons() string { return b.name + "-lessons" }

// memory is what the build tells of its lessons, for one of the same program
// whose sources differ in lessons alone. It returns nil when there is none.
func (b *built) memory() *site.Memory {
	if !b.found {
		return nil
	}
	course, err := os.OpenRoot(b.course)
	if err != nil {
		return nil
	}
	defer course.Close()
	data, err := readKept(course, b.lessons())
	head, data, _ := bytes.Cut(data, []byte("\n"))
	if err != nil || string(head) != b.headOf(b.lastKey) {
		return nil
	}
	m, err := site.ReadMemory(data, os.DirFS(b.out))
	if err != nil || !m.Fits(b.sources) {
		return nil
	}
	return m
}

// headOf ties a memory of lessons to a build, and to this program.
func (b *built) headOf(key string) string { return key + " " + sumOf(b.program) }

func sumOf(program string) string {
	sum := sha256.Sum256([]byte(program))
	return hex.EncodeToString(sum[:])
}

// say prints what the build said.
func (b *built) say(errs io.Writer) {
	text := b.Messages
	if isColoured(errs) {
		text = b.Coloured
	}
	_, _ = io.WriteString(errs, text)
}

// remember keeps what a build made and said. That it could not is nobody's
// worry: the next build then does all its work.
func (b *built) remember(r site.Report, d *diag.List, made *site.Site) {
	course, err := os.OpenRoot(b.course)
	if err != nil || b.sources == nil {
		return
	}
	defer course.Close()
	record, ok := b.record(r, d, made.Files)
	if !ok || keep(course, b.name, record) != nil || made.Memory == nil {
		return
	}
	made.Memory.Note(b.sources)
	if pieces, err := made.Memory.Pieces(); err == nil {
		_ = keep(course, b.lessons(), append([][]byte{[]byte(b.headOf(b.key()) + "\n")}, pieces...)...)
	}
}

// record is the key, what was said, and a line for each file.
func (b *built) record(r site.Report, d *diag.List, files []site.File) ([]byte, bool) {
	var plain, coloured strings.Builder
	d.Print(&plain)
	d.PrintIn(&coloured, diag.TerminalColours)
	b.Report, b.Messages, b.Coloured = r, plain.String(), coloured.String()
	said, err := json.Marshal(b)
	if err != nil {
		return nil, false
	}
	var text bytes.Buffer
	fmt.Fprintf(&text, "%s\n%s\n", b.key(), said)
	if b.lookAt(files) != nil {
		return nil, false
	}
	for _, f := range files {
		if strings.Contains(f.Path, "\n") {
			return nil, false
		}
		text.WriteString(b.looked.Stamp(f.Path) + " " + f.Path + "\n")
	}
	return text.Bytes(), true
}

// lookAt looks at files as they were written. Those that stood were looked at before:
// had they changed since, somebody else would have touched them.
func (b *built) lookAt(files []site.File) error {
	var names []string
	for _, f := range files {
		if b.looked[f.Path] == nil || !f.Stands() {
			names = append(names, f.Path)
		}
	}
	written, err := publish.LookAt(b.out, names)
	if b.looked == nil {
		b.looked = publish.Look{}
	}
	maps.Copy(b.looked, written)
	return err
}
