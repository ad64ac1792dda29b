package site

import (
	"slices"
	"strings"

	"lectern/internal/settings"
	"lectern/internal/together"
)

// files renders the course in all its languages, and adds what is there once
// for all of them.
func (w *workshop) files() ([]File, []Weight) {
	for _, b := range w.languages {
		b.decide()
		w.progress.expect(b)
	}
	first := w.languages[0]
	files, weights := first.files()
	for _, b := range w.languages[1:] {
		own, weighed := b.files()
		files, weights = append(files, own...), append(weights, weighed...)
	}
	files = append(files, first.extras()...)
	files = append(files, w.sitemap()...)
	files = onceEach(files)
	files = append(files, File{Path: workerFile}) // so that nobody else takes its name
	files = append(files, first.courseFiles(files)...)
	w.fillSize(files, weights)
	w.fillWorker(files)
	slices.SortStableFunc(weights, func(x, y Weight) int { return y.own() - x.own() })
	slices.SortFunc(files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
	return files, weights
}

// extras are the fonts and icons. Those of the last build stand.
func (b *builder) extras() []File {
	files := make([]File, len(b.theme.Extras))
	_ = together.Do(len(files), func(i int) error {
		extra := b.theme.Extras[i]
		if m, known := b.madeBefore(extra.Path); known {
			files[i] = b.standingAs(extra.Path, m)
		} else {
			files[i] = File{Path: extra.Path, Data: extra.Data()}
		}
		return nil
	})
	return files
}

// onceEach takes out what several languages have alike: an asset is named by
// what is in it.
func onceEach(files []File) []File {
	there := map[string]bool{}
	return slices.DeleteFunc(files, func(f File) bool {
		known := there[f.Path]
		there[f.Path] = true
		return known
	})
}

// courseFiles are the pictures and other files that lie beside the lessons.
func (b *builder) courseFiles(others []File) []File {
	var files []File
	taken := newClaims(others)
	for _, name := range sortedKeys(b.course.Files) {
		if isSource(name) {
			continue
		}
		t, _, _, _ := b.course.Lookup(".", escapePath(name))
		f, err := b.fileBeside(settings.Content+"/"+name, t.URL)
		if err != nil {
			b.diags.ErrorIn(settings.Content+"/"+name, "unreadable", "this file cannot be read: "+err.Error(), "")
			continue
		}
		taken.take(t.URL, settings.Content+"/"+name, b.diags)
		files = append(files, f)
	}
	return files
}

// isSource reports whether a file is for educators, not for students.
func isSource(name string) bool {
	for _, ext := range []string{".md", ".markdown", ".mdown", ".yaml", ".yml"} {
		if strings.HasSuffix(strings.ToLower(name), ext) {
			return true
		}
	}
	return false
}
