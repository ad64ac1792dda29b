package serve

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
)

// edit does one of the things that happen to the folder of a course.
func (f *folder) edit(r *rand.Rand) {
	f.Helper()
	e := folderEdits[r.IntN(len(folderEdits))]
	f.done = append(f.done, e.name)
	e.do(f, r)
}

// folderEdits are what may happen next. What one does not find it leaves alone.
var folderEdits = []struct {
	name string
	do   func(*folder, *rand.Rand)
}{
	{"more words", (*folder).moreWords},
	{"more words", (*folder).moreWords},
	{"more words", (*folder).moreWords},
	{"other words", otherWords(". ", "! ")},
	{"other words", otherWords("ea", "æ")},
	{"another title", func(f *folder, r *rand.Rand) {
		f.change(r, f.oneOf(r, ".md"), func(text string) string {
			return strings.Replace(text, "title: ", fmt.Sprintf("title: X%d ", r.IntN(9)), 1)
		})
	}},
	{"a lesson cut off", func(f *folder, r *rand.Rand) {
		f.change(r, f.oneOf(r, ".md"), func(text string) string { return text[:len(text)*r.IntN(4)/4] })
	}},
	{"a draft, or no more", func(f *folder, r *rand.Rand) {
		f.change(r, f.oneOf(r, ".md"), func(text string) string {
			if strings.Contains(text, "draft: true\n") {
				return strings.Replace(text, "draft: true\n", "", 1)
			}
			return strings.Replace(text, "title: ", "draft: true\ntitle: ", 1)
		})
	}},
	{"a new lesson", func(f *folder, r *rand.Rand) {
		f.save(r, someLesson(r), fmt.Sprintf("---\ntitle: New %d\n---\nSteep it.\n", r.IntN(9)))
	}},
	{"a translation", func(f *folder, r *rand.Rand) {
		if lesson := f.oneOf(r, ".md"); !strings.HasSuffix(lesson, ".fr.md") {
			f.save(r, strings.TrimSuffix(lesson, ".md")+".fr.md", "---\ntitle: Nouveau\n---\nLaissez infuser.\n")
		}
	}},
	{"a file gone", func(f *folder, r *rand.Rand) { _ = os.Remove(f.path(f.oneOf(r, ""))) }},
	{"a lesson moved", func(f *folder, r *rand.Rand) { f.move(f.oneOf(r, ".md"), someLesson(r)) }},
	{"a module moved", func(f *folder, r *rand.Rand) { f.move(f.oneModule(r), someModule(r)) }},
	{"a module gone", func(f *folder, r *rand.Rand) { f.must(os.RemoveAll(f.path(f.oneModule(r)))) }},
	{"a module copied", func(f *folder, r *rand.Rand) {
		to := someModule(r)
		if _, err := os.Lstat(f.path(to)); err != nil {
			_ = os.CopyFS(f.path(to), os.DirFS(f.path(f.oneModule(r))))
		}
	}},
	{"a module made elsewhere and moved in", func(f *folder, r *rand.Rand) {
		f.write("elsewhere/01-in.md", "---\ntitle: Moved in\n---\nSteep it well.\n")
		f.write("elsewhere/deep/leaf.txt", "A leaf\n")
		f.move("elsewhere", someModule(r))
	}},
	{"another picture", func(f *folder, r *rand.Rand) {
		f.save(r, f.oneOf(r, ".svg"), fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d 10"/>`, 10+r.IntN(9)))
	}},
	{"another meaning of a word", func(f *folder, r *rand.Rand) {
		f.save(r, "content/glossary.md", fmt.Sprintf("Steep\n: Leave it in hot water for %d minutes.\n", r.IntN(9)))
	}},
	{"another work", func(f *folder, r *rand.Rand) {
		f.change(r, "content/references.yaml", func(text string) string {
			return strings.Replace(text, "title: ", fmt.Sprintf("title: X%d ", r.IntN(9)), 1)
		})
	}},
	{"settings", func(f *folder, r *rand.Rand) {
		f.change(r, "site.yaml", func(text string) string {
			return text + []string{"# A remark\n", "silence: [mention-unknown]\n", "base_url: https://example.org/c/\n", "titel: X\n"}[r.IntN(4)]
		})
	}},
	{"a style", func(f *folder, r *rand.Rand) {
		f.save(r, "layouts/styles/own.css", fmt.Sprintf(".x { margin: %dpx; }\n", r.IntN(9)))
	}},
}

func (f *folder) moreWords(r *rand.Rand) {
	parts := []string{
		"Steep it for %d minutes.", "Wait for %d minutes.", "## Part %d", "## Then %d", "See [a part](#part-%d).", "[Back](../index.md) to %d.", "### Question: Is it %d?\n\n- (x) Yes\n- ( ) No\n\nOn we go.",
		"### Question: How many is %[1]d?\n\n- = %[1]d", "### Question: None of %d?\n\n- ( ) No\n- ( ) Nor that", "[Nowhere](no-%d.md)", "Someone says %d [@nobody].",
	}
	f.change(r, f.oneOf(r, ".md"), func(text string) string {
		return text + "\n\n" + fmt.Sprintf(parts[r.IntN(len(parts))], r.IntN(9)) + "\n"
	})
}

// change saves a file as another one, when it is there.
func (f *folder) change(r *rand.Rand, name string, other func(string) string) {
	f.Helper()
	if text, err := os.ReadFile(f.path(name)); err == nil {
		f.save(r, name, other(string(text)))
	}
}

// otherWords puts one text in the place of another, once or twice.
func otherWords(was, now string) func(*folder, *rand.Rand) {
	return func(f *folder, r *rand.Rand) {
		f.change(r, f.oneOf(r, ".md"), func(text string) string { return strings.Replace(text, was, now, 1+r.IntN(2)) })
	}
}

// save writes a file in one of the ways that editors have.
func (f *folder) save(r *rand.Rand, name, text string) {
	f.Helper()
	beside := path.Dir(name) + "/.saved"
	switch r.IntN(5) {
	case 0: // the new one is moved over the old one
		f.write(beside, text)
		f.must(os.Rename(f.path(beside), f.path(name)))
	case 1: // the old one is a copy for a moment
		_ = os.Rename(f.path(name), f.path(name+"~"))
		f.write(name, text)
		_ = os.Remove(f.path(name + "~"))
	case 2: // it is empty for a moment
		f.write(name, "")
		f.write(name, text)
	default:
		f.write(name, text)
	}
}

// move moves what may be moved there, as mv would.
func (f *folder) move(from, to string) {
	f.Helper()
	f.must(os.MkdirAll(path.Dir(f.path(to)), 0o755))
	_ = os.Rename(f.path(from), f.path(to)) // what is full or not there stays
}

// oneOf is one of the files in content whose name ends so.
func (f *folder) oneOf(r *rand.Rand, ending string) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(filesIn(f.T, f.dir))) {
		if strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ending) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "content/index.md"
	}
	return names[r.IntN(len(names))]
}

// oneModule is one of the folders in content, or one that is not there.
func (f *folder) oneModule(r *rand.Rand) string {
	if module := path.Dir(f.oneOf(r, ".md")); module != "content" {
		return module
	}
	return "content/none"
}

// Names that come again, so that edits meet.
func someModule(r *rand.Rand) string {
	return fmt.Sprintf("content/0%d-%s", 1+r.IntN(3), []string{"tea", "bread"}[r.IntN(2)])
}

func someLesson(r *rand.Rand) string {
	return fmt.Sprintf("%s/0%d-%s.md", someModule(r), 1+r.IntN(3), []string{"pot", "cup"}[r.IntN(2)])
}

// lookAt asks for a page while all is in motion, so that it is remembered.
func (f *folder) lookAt(r *rand.Rand) {
	name := strings.TrimPrefix(f.oneOf(r, ".md"), "content/")
	ask(f.server, "/"+strings.TrimSuffix(name[strings.LastIndex(name, "-")+1:], ".md")+".html")
	ask(f.server, "/tea/pot.html")
	ask(f.server, "/_lectern/notes?page=tea/pot.html")
}
