package course

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"lectern/internal/diag"
)

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
		if m.dir != Dir {
			claim(m.slug, m.dir)
		}
		for _, lesson := range m.lessons {
			claim(strings.TrimPrefix(m.slug+"/"+lesson.slug, "/"), lesson.path)
		}
	}
}

// warnDeep says once which pages would be lost without a word: in a folder that
// was not written for Lectern, they may lie deeper than modules do.
func (l *Folder) warnDeep(d *diag.List) {
	var deep []string
	for p := range l.files {
		if path.Ext(p) == ".md" {
			deep = append(deep, Dir+"/"+p)
		}
	}
	if len(deep) == 0 {
		return
	}
	slices.Sort(deep)
	d.Add(diag.Message{
		Path: Dir, Severity: diag.Warning, Name: "page-deep",
		Text: countOf(len(deep), "Markdown file") + " in folders within modules: students do not see them",
		Hint: "move them up into a folder of `content` to make lessons of them, or silence this when they are for educators alone:\n" + strings.Join(deep, "\n"),
	})
}
