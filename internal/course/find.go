package course

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/markdown"
)

// contentDir is the folder with the lessons.
const contentDir = "content"

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
		d.ErrorIn(contentDir, "content-missing", "there is no folder `content`", "a course's lessons lie in a folder named `content` beside `site.yaml`")
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
	return l
}

// Has reports whether a file was there.
func (l *Folder) Has(p string) bool { return l.paths[p] }

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
func (l *Folder) IsBeside(p string) bool { return l.files[strings.TrimPrefix(p, contentDir+"/")] }

// list lists the files in content/, but hidden ones. It fails when there is no
// such folder.
func list(fsys fs.FS, d *diag.List) (paths []string, err error) {
	err = fs.WalkDir(fsys, contentDir, func(p string, e fs.DirEntry, err error) error {
		if err != nil && p == contentDir {
			return err
		}
		if err != nil {
			d.ErrorIn(p, "unreadable", "this cannot be read: "+err.Error(), "")
			return fs.SkipDir
		}
		if p == contentDir {
			return nil
		}
		if strings.HasPrefix(e.Name(), ".") {
			return skip(e)
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
	inside := strings.TrimPrefix(p, contentDir+"/")
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

// warnDeep says once which pages would be lost without a word: in a folder that
// was not written for Lectern, they may lie deeper than modules do.
func (l *Folder) warnDeep(d *diag.List) {
	var deep []string
	for p := range l.files {
		if path.Ext(p) == ".md" {
			deep = append(deep, contentDir+"/"+p)
		}
	}
	if len(deep) == 0 {
		return
	}
	slices.Sort(deep)
	d.Add(diag.Message{
		Path: contentDir, Severity: diag.Warning, Name: "page-deep",
		Text: countOf(len(deep), "Markdown file") + " in folders within modules: students do not see them",
		Hint: "move them up into a folder of `content` to make lessons of them, or silence this when they are for educators alone:\n" + strings.Join(deep, "\n"),
	})
}

var numbered = regexp.MustCompile(`^(\d{1,6})[-_. ]+(.+)$`)

// leadingNumber splits "02-peer" into 2 and "peer". What has no number comes
// after what has one.
func leadingNumber(name string) (int, string) {
	if m := numbered.FindStringSubmatch(name); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n, m[2]
	}
	return 1 << 30, name
}

var deviceName = regexp.MustCompile(`^(?:con|prn|aux|nul|com\d|lpt\d)$`)

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

// ownPages are the pages and folders the theme makes at the top of the site.
var ownPages = []string{"index", "glossary", "references", "results", "progress", "review", "help", "search", "404", "assets", "print", "facilitator"}

// ownNames are the names at the top of the site that no module may have, and
// who has them.
func (l *Folder) ownNames() map[string]string {
	taken := map[string]string{}
	for _, name := range ownPages {
		taken[name] = "a page of the theme"
	}
	for _, code := range l.Languages {
		taken[strings.ToLower(code)] = "the folder of the pages in the language `" + code + "`"
	}
	return taken
}

// reportTwins reports files that would become the same page, on this system or
// on one that does not tell capitals from small letters.
func (l *Folder) reportTwins(d *diag.List) {
	taken := l.ownNames()
	claim := func(url, p string) {
		if url == "" || strings.HasSuffix(url, "/") {
			d.ErrorIn(p, "name-empty", "no page name can be made from this file's name", "use letters or digits in the name")
			return
		}
		if other, ok := taken[url]; ok {
			d.ErrorIn(p, "twin-pages", fmt.Sprintf("this would become the same page as %s", other), "rename one of them; the leading number does not count")
			return
		}
		taken[url] = p
	}
	for _, m := range l.modules {
		if m.dir != contentDir {
			claim(m.slug, m.dir)
		}
		for _, lesson := range m.lessons {
			claim(strings.TrimPrefix(m.slug+"/"+lesson.slug, "/"), lesson.path)
		}
	}
}
