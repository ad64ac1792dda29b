package course

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/internal/diag"
)

// NoFile is said of what Waits reports.
const NoFile = "this is no file: a pipe, a socket or a device"

// Waits reports whether reading would wait for another program, perhaps for ever.
func Waits(fsys fs.FS, p string, e fs.DirEntry) bool {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		if target, err := fs.Stat(fsys, p); err == nil {
			mode = target.Mode()
		}
	}
	return mode&(fs.ModeNamedPipe|fs.ModeSocket|fs.ModeDevice|fs.ModeCharDevice|fs.ModeIrregular) != 0
}

// macIcon is what a Mac keeps the picture of a folder in.
const macIcon = "Icon\r"

// refuseName reports a name that lists of files could not hold, one a line.
func refuseName(p string, d *diag.List) bool {
	name := path.Base(p)
	if utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl) {
		return false
	}
	if name == macIcon {
		return true
	}
	d.ErrorIn(p, "file-name", "there is a sign in this name that cannot be read, such as the end of a line", "rename it")
	return true
}

// warnNames warns of files that cannot be copied to every computer. Pages have
// other names than their lessons; what lies beside them keeps its own.
func (l *Folder) warnNames(d *diag.List) {
	for p := range l.files {
		steps := strings.Split(p, "/")
		for i, step := range steps {
			if i < len(steps)-1 && i == 0 && l.isModule(step) {
				continue // it has the module's name in addresses
			}
			if !fitsEverywhere(step) {
				d.Add(diag.Message{Path: Dir + "/" + p, Severity: diag.Warning, Name: "file-name",
					Text: "Windows and most USB sticks cannot hold a file of this name", Hint: "use letters, digits, hyphens and one dot, and write the new name where the file is linked"})
				break
			}
		}
	}
}

// readNames are the files in content/ that are read by their names, besides pages.
var readNames = []string{"references.yaml", "support.yaml", "words.yaml"}

// warnNearNames warns of files that are named nearly like those that are read: they
// would be lost without a word.
func (l *Folder) warnNearNames(d *diag.List) {
	for p := range l.files {
		if near := nearName(p); near != "" {
			d.Add(diag.Message{Path: Dir + "/" + p, Severity: diag.Warning, Name: "name-near",
				Text: "nothing reads a file of this name", Hint: "call it `" + near + "`"})
		}
	}
}

// nearName is what a file of content/ was probably meant to be called, or "".
func nearName(p string) string {
	dir, name := path.Split(p)
	ext := path.Ext(name)
	base := strings.TrimSuffix(name, ext)
	switch strings.ToLower(ext) {
	case ".md", ".markdown", ".mdown":
		if ext != ".md" && strings.Count(dir, "/") <= 1 {
			return base + ".md"
		}
	case ".yaml", ".yml":
		if name := strings.ToLower(base) + ".yaml"; dir == "" && p != name && slices.Contains(readNames, name) {
			return name
		}
	}
	return ""
}

func (l *Folder) isModule(dir string) bool {
	return slices.ContainsFunc(l.modules, func(m *foundModule) bool { return m.dir == Dir+"/"+dir })
}

// fitsEverywhere reports whether every file system takes a name.
func fitsEverywhere(name string) bool {
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	return !strings.ContainsAny(name, `<>:"|?*\`) && !deviceName.MatchString(strings.TrimSpace(base)) &&
		strings.TrimRight(name, ". ") == name
}
