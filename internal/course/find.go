package course

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/once"
)

// Dir is the folder with the lessons, below that of the course.
const Dir = "content"

// Folder is what lies in content/, before any file is read.
type Folder struct {
	Languages []string // that something is translated into, as codes

	fsys                                fs.FS
	language                            string // of the course
	home, glossary, references, support string // paths, "" when missing
	modules                             []*foundModule
	files                               map[string]bool              // everything that is not read
	paths                               map[string]bool              // everything
	translations                        map[string]map[string]string // language -> file -> its translation; paths
}

type foundModule struct {
	dir, slug string
	order     int
	index     string
	lessons   []foundLesson
}

type foundLesson struct {
	path, slug string
	order      int
}

// Find lists content/ of a course whose language is given, with the further
// languages that the course says it has. Only the folders right below content/
// are modules; pictures and other files may lie anywhere.
func Find(fsys fs.FS, language string, further []string, d *diag.List) *Folder {
	l := &Folder{fsys: fsys, language: language, files: map[string]bool{}, translations: map[string]map[string]string{}}
	modules := map[string]*foundModule{}
	paths, err := list(fsys, d)
	if err != nil {
		d.ErrorIn(Dir, "content-missing", "there is no folder `content`", "a course's lessons lie in a folder named `content` beside `site.yaml`")
	}
	l.paths = map[string]bool{}
	for _, p := range paths {
		l.paths[p] = true
	}
	for _, p := range l.takeTranslations(paths, further, d) {
		l.sort(p, modules)
	}
	for _, m := range modules {
		if len(m.lessons) > 0 || m.index != "" {
			l.modules = append(l.modules, m)
		}
	}
	l.inOrder()
	l.reportTwins(d)
	l.warnDeep(d)
	l.warnNames(d)
	l.warnNearNames(d)
	return l
}

// Has reports whether a file was there.
func (l *Folder) Has(p string) bool { return l.paths[p] }

// Pages are the files of lessons, drafts too, of modules and of the front page.
func (l *Folder) Pages() (files []string) {
	for _, m := range l.modules {
		files = append(files, m.index)
		for _, lesson := range m.lessons {
			files = append(files, lesson.path)
		}
	}
	files = append(files, l.home)
	return slices.DeleteFunc(files, func(name string) bool { return name == "" })
}

// HasBelow reports whether a file was there below a folder.
func (l *Folder) HasBelow(dir string) bool {
	for p := range l.paths {
		if strings.HasPrefix(p, dir+"/") {
			return true
		}
	}
	return false
}

// IsBeside reports whether a file lies beside the lessons and is not read.
func (l *Folder) IsBeside(p string) bool { return l.files[strings.TrimPrefix(p, Dir+"/")] }

// list lists the files in content/, but hidden ones. It fails when there is no
// such folder.
func list(fsys fs.FS, d *diag.List) (paths []string, err error) {
	err = fs.WalkDir(fsys, Dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil && p == Dir {
			return err
		}
		if err != nil {
			d.ErrorIn(p, "unreadable", "this cannot be read: "+err.Error(), "")
			return fs.SkipDir
		}
		if p == Dir {
			return nil
		}
		if strings.HasPrefix(e.Name(), ".") {
			return skip(e)
		}
		if refuseName(p, d) {
			return skip(e)
		}
		if Waits(fsys, p, e) {
			d.ErrorIn(p, "unreadable", NoFile, "move it out of `content`")
			return nil
		}
		if !e.IsDir() {
			paths = append(paths, p)
		}
		return nil
	})
	return paths, err
}

func skip(e fs.DirEntry) error {
	if e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// sort puts one file where it belongs.
func (l *Folder) sort(p string, modules map[string]*foundModule) {
	inside := strings.TrimPrefix(p, Dir+"/")
	dir, name := path.Split(inside)
	dir = strings.TrimSuffix(dir, "/")
	switch {
	case isReadMe(p):
	case inside == "index.md":
		l.home = p
	case inside == "glossary.md":
		l.glossary = p
	case inside == "references.yaml":
		l.references = p
	case inside == "support.yaml":
		l.support = p
	case path.Ext(name) == ".md" && !strings.Contains(dir, "/"):
		m := modules[dir]
		if m == nil {
			order, rest := leadingNumber(dir)
			m = &foundModule{dir: p[:len(p)-len(name)-1], order: order, slug: safeSlug(rest)}
			modules[dir] = m
		}
		m.add(p, name)
	default:
		l.files[inside] = true
	}
}

func (m *foundModule) add(p, name string) {
	if name == "index.md" {
		m.index = p
		return
	}
	order, rest := leadingNumber(strings.TrimSuffix(name, ".md"))
	m.lessons = append(m.lessons, foundLesson{path: p, order: order, slug: safeSlug(rest)})
}

var numbered = once.Regexp(`^(\d{1,6})[-_. ]+(.+)$`)

// leadingNumber splits "02-peer" into 2 and "peer". What has no number comes
// after what has one.
func leadingNumber(name string) (int, string) {
	if m := numbered.FindStringSubmatch(name); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n, m[2]
	}
	return 1 << 30, name
}

var deviceName = once.Regexp(`^(?:con|prn|aux|nul|com\d|lpt\d)$`)

// safeSlug makes a name that every file system and server takes as it is.
func safeSlug(name string) string {
	slug := markdown.Slug(name)
	if len(slug) > 80 {
		slug = strings.ToValidUTF8(slug[:80], "")
	}
	if deviceName.MatchString(slug) || slug == "index" {
		slug += "-page"
	}
	return slug
}

func (l *Folder) inOrder() {
	slices.SortFunc(l.modules, func(a, b *foundModule) int {
		if a.order != b.order {
			return a.order - b.order
		}
		return strings.Compare(a.dir, b.dir)
	})
	for _, m := range l.modules {
		slices.SortFunc(m.lessons, func(a, b foundLesson) int {
			if a.order != b.order {
				return a.order - b.order
			}
			return strings.Compare(a.path, b.path)
		})
	}
}
