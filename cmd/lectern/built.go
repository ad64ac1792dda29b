package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/site"
)

// built is what is remembered of a build, so that the next one need not do
// anything when nothing changed: neither what it was made from nor what it made.
type built struct {
	course   string
	name     string // under which it is remembered
	out      string
	key      string // stands for all that the site was made from; "" when that cannot be said
	Messages string // as they are printed
	Coloured string // the same, for a terminal
	Report   site.Report
}

// lastBuild is for a build of the course into the folder out.
func lastBuild(course, out string, o site.Options) *built {
	to, err := filepath.Abs(out)
	if err != nil {
		return &built{}
	}
	name := sha256.Sum256([]byte(to))
	b := &built{course: course, name: "built-" + hex.EncodeToString(name[:6]), out: to}
	b.key, _ = madeFrom(course, o)
	return b
}

// errUnsure says that what a build reads cannot be told.
var errUnsure = errors.New("a link: what it leads to may change unseen")

// madeFrom is a digest of this program, the options and every file that a build
// reads.
func madeFrom(course string, o site.Options) (string, error) {
	program, err := os.Executable()
	if err != nil {
		return "", err
	}
	self, err := os.Stat(program)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%s %d %d %q %t %t\n", version(), self.Size(), self.ModTime().UnixNano(), o.BaseURL, o.Drafts, o.Facilitator)
	root, err := os.OpenRoot(course)
	if err != nil {
		return "", err
	}
	defer root.Close()
	for _, top := range []string{"site.yaml", "content", "layouts"} {
		if err := addTo(sum, root.FS(), top); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func addTo(sum io.Writer, course fs.FS, top string) error {
	return fs.WalkDir(course, top, func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == top:
			return nil
		case err != nil:
			return err
		case e.IsDir():
			fmt.Fprintf(sum, "%q\n", name)
			return nil
		case !e.Type().IsRegular():
			return errUnsure
		}
		data, err := fs.ReadFile(course, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%q %d\n", name, len(data))
		_, err = sum.Write(data)
		return err
	})
}

// stillStands reports whether a build would make what is there already, and
// reads what it would say.
func (b *built) stillStands() bool {
	if b.key == "" || site.Interrupted(b.out) {
		return false
	}
	course, err := os.OpenRoot(b.course)
	if err != nil {
		return false
	}
	defer course.Close()
	data, err := readKept(course, b.name)
	if err != nil {
		return false
	}
	lines := bufio.NewReader(bytes.NewReader(data))
	key, _ := lines.ReadString('\n')
	said, _ := lines.ReadBytes('\n')
	if key != b.key+"\n" || json.Unmarshal(said, b) != nil {
		return false
	}
	for n := 0; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil {
			return err == io.EOF && line == "" && n > 0
		}
		stamp, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if now, err := b.stamp(name); err != nil || now != stamp {
			return false
		}
	}
}

// say prints what the build said.
func (b *built) say(errs io.Writer) {
	text := b.Messages
	if isColoured(errs) {
		text = b.Coloured
	}
	_, _ = io.WriteString(errs, text)
}

// stamp is what changes when somebody writes to a file of the site.
func (b *built) stamp(name string) (string, error) {
	info, err := os.Lstat(filepath.Join(b.out, filepath.FromSlash(name)))
	if err != nil {
		return "", err
	}
	return strconv.FormatInt(info.Size(), 36) + "." + strconv.FormatInt(info.ModTime().UnixNano(), 36) + "." + strconv.FormatUint(uint64(info.Mode()), 36), nil
}

// remember keeps what a build made and said. That it could not is nobody's
// worry: the next build then does all its work.
func (b *built) remember(r site.Report, d *diag.List, files []site.File) {
	if b.key == "" {
		return
	}
	var plain, coloured strings.Builder
	d.Print(&plain)
	d.PrintIn(&coloured, diag.TerminalColours)
	b.Report, b.Messages, b.Coloured = r, plain.String(), coloured.String()
	said, err := json.Marshal(b)
	if err != nil {
		return
	}
	var text bytes.Buffer
	fmt.Fprintf(&text, "%s\n%s\n", b.key, said)
	for _, f := range files {
		stamp, err := b.stamp(f.Path)
		if err != nil || strings.Contains(f.Path, "\n") {
			return
		}
		fmt.Fprintf(&text, "%s %s\n", stamp, f.Path)
	}
	course, err := os.OpenRoot(b.course)
	if err != nil {
		return
	}
	defer course.Close()
	_ = keep(course, b.name, text.Bytes())
}
