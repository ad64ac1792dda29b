package course

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"lectern/internal/diag"
)

// Modules lists the folders of the modules, in order, by their names in
// content/.
func (l *Folder) Modules() (names []string) {
	for _, m := range l.modules {
		if m.dir != Dir {
			names = append(names, path.Base(m.dir))
		}
	}
	return names
}

// Lessons lists the files of the lessons, in order.
func (l *Folder) Lessons() (paths []string) {
	for _, m := range l.modules {
		for _, lesson := range m.lessons {
			paths = append(paths, lesson.path)
		}
	}
	return paths
}

// TranslationsOf lists the files that translate one, in order.
func (l *Folder) TranslationsOf(p string) (paths []string) {
	for _, of := range l.translations {
		if of[p] != "" {
			paths = append(paths, of[p])
		}
	}
	slices.Sort(paths)
	return paths
}

// NameOf is the name that every file system and server takes as it is, made of
// words in any script; "" when there is nothing in them to make it of.
func NameOf(words string) string { return safeSlug(words) }

// NewModule is the folder for a new module, after those that are there.
func (l *Folder) NewModule(title string) (dir string, err error) {
	slug, err := l.free(title, "")
	if err != nil {
		return "", err
	}
	var there []string
	for _, m := range l.modules {
		if m.dir != Dir {
			there = append(there, path.Base(m.dir))
		}
	}
	return Dir + "/" + numberAfter(there, slug), nil
}

// NewLesson is the file for a new lesson, after those that are there. module is
// the name of a module's folder, with or without its number; "" is the last one.
// A course without modules has its lessons right in content/.
func (l *Folder) NewLesson(module, title string) (file string, err error) {
	m, err := l.module(module)
	if err != nil {
		return "", err
	}
	slug, err := l.free(title, m.slug)
	if err != nil {
		return "", err
	}
	var there []string
	for _, lesson := range m.lessons {
		there = append(there, strings.TrimSuffix(path.Base(lesson.path), ".md"))
	}
	return m.dir + "/" + numberAfter(there, slug) + ".md", nil
}

func (l *Folder) module(name string) (*foundModule, error) {
	if name == "" {
		return l.lastModule(), nil
	}
	wanted := strings.TrimSuffix(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), Dir+"/"), "/")
	for _, m := range l.modules {
		if m.dir != Dir && (path.Base(m.dir) == wanted || m.slug == wanted) {
			return m, nil
		}
	}
	hint := diag.DidYouMean(wanted, l.Modules())
	if len(l.Modules()) == 0 {
		hint = "make one: lectern new module \"A title\""
	}
	return nil, fmt.Errorf("there is no module `%s`; %s", name, hint)
}

// lastModule is the last folder of lessons, or content/ where there is none.
func (l *Folder) lastModule() *foundModule {
	last := &foundModule{dir: Dir}
	for _, m := range l.modules {
		if m.dir != Dir || last.dir == Dir {
			last = m
		}
	}
	return last
}

// free is the page name that a title gets in a module's folder of the site, if
// no other page has it.
func (l *Folder) free(title, module string) (slug string, err error) {
	if slug = safeSlug(title); slug == "" {
		return "", fmt.Errorf("no file name can be made from the title `%s`: use letters or digits in it", title)
	}
	claimed := l.claimed()
	url := func(slug string) string { return strings.ToLower(strings.TrimPrefix(module+"/"+slug, "/")) }
	other := claimed[url(slug)]
	if other == "" {
		return slug, nil
	}
	for n := 2; ; n++ {
		next := fmt.Sprintf("%s %d", title, n)
		if longer := safeSlug(next); longer != slug && claimed[url(longer)] == "" {
			return "", fmt.Errorf("the name `%s` is taken by %s; another title is free: \"%s\"", slug, other, next)
		} else if longer == slug { // it was cut: only its beginning counts
			return "", fmt.Errorf("the name `%s` is taken by %s; choose another title", slug, other)
		}
	}
}

// claimed are the pages that there are, by their addresses without ending, and
// what makes each of them.
func (l *Folder) claimed() map[string]string {
	claimed := l.ownNames()
	for _, m := range l.modules {
		if m.dir != Dir {
			claimed[strings.ToLower(m.slug)] = m.dir
		}
		for _, lesson := range m.lessons {
			claimed[strings.ToLower(strings.TrimPrefix(m.slug+"/"+lesson.slug, "/"))] = lesson.path
		}
	}
	return claimed
}

// numberAfter puts the next number before a name, written as those that are
// there are. Where nothing has a number, a name gets none, unless it would then
// be read as something else.
func numberAfter(there []string, slug string) string {
	highest, width := 0, 2
	numberless := len(there) > 0
	for _, name := range there {
		if m := numbered.FindStringSubmatch(name); m != nil {
			order, _ := leadingNumber(name)
			if order >= highest {
				highest, width = order, len(m[1])
			}
			numberless = false
		}
	}
	if numberless && !numbered.MatchString(slug) && !slices.Contains(ownPages, slug) && slug != "readme" {
		return slug
	}
	return fmt.Sprintf("%0*d-%s", width, highest+1, slug)
}
