package site

import (
	"bytes"
	"html"
	"io"
	"io/fs"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/theme"
)

// file makes one file of the site. Problems go to d.
func (w *workshop) file(name string, beside map[string]string, d *diag.List) ([]byte, bool) {
	b, url := w.at(name)
	b = b.telling(d)
	if p, ok := b.pageAt(url); ok {
		data := b.render(p)
		if url == homePage {
			data = bytes.ReplaceAll(data, []byte(sizeHere), []byte(html.EscapeString(sizeUnknown)))
		}
		return data, true
	}
	if source, ok := beside[name]; ok {
		data, err := fs.ReadFile(w.fsys, source)
		return data, err == nil
	}
	for _, f := range b.few(url) {
		if b.folder+f.Path == name {
			return f.Data, true
		}
	}
	for _, f := range w.shared(name) {
		if f.Path == name {
			return f.Data, true
		}
	}
	return nil, false
}

// Beside opens a file of the site that lies beside the lessons: it is read piece
// by piece, since a film may be larger than the memory. ok is false for what is
// made, and for what can only be read whole.
func (l *Live) Beside(name string) (file io.ReadSeekCloser, ok bool) {
	l.mu.RLock()
	source, lies := l.files[name]
	l.mu.RUnlock() // an edit need not wait for who looks at a film
	if !lies || isMade(name) {
		return nil, false
	}
	if about, err := fs.Stat(l.fsys, source); err != nil || !about.Mode().IsRegular() {
		return nil, false
	}
	opened, err := l.fsys.Open(source)
	if err != nil {
		return nil, false
	}
	if file, ok = opened.(io.ReadSeekCloser); !ok {
		opened.Close()
	}
	return file, ok
}

// weigh warns when a page for the screen is heavy.
func (w *workshop) weigh(name string, data []byte, d *diag.List) {
	b, url := w.at(name)
	p, ok := b.pageAt(url)
	if !ok || p.sheet != nil || strings.HasPrefix(url, reviewDir) {
		return
	}
	weight := Weight{Path: name, Bytes: theme.Compressed(data), Parts: b.mainOf(p).theme.Assets.Weight(p.parts)}
	b.telling(d).warnHeavy([]page{p}, []Weight{weight})
}

// sizeUnknown stands for the size of the site where that is not known.
const sizeUnknown = "…"

// at finds the language that a file is in, and its address there.
func (w *workshop) at(name string) (*builder, string) {
	for _, b := range w.languages[1:] {
		if url, ok := strings.CutPrefix(name, b.folder); ok {
			return b, url
		}
	}
	return w.languages[0], name
}

// telling is the builder with another place for problems.
func (b *builder) telling(d *diag.List) *builder {
	other := *b
	other.diags = d
	return &other
}

// few are the files of a language that may have an address and are no pages.
func (b *builder) few(url string) []File {
	switch {
	case url == installFile:
		return []File{b.installFile()}
	case !strings.HasPrefix(url, "assets/"):
		return nil
	case strings.HasPrefix(url, "assets/lessons.") || strings.HasPrefix(url, "assets/names."):
		return b.known().pieces
	}
	for _, start := range []string{"index.", "words.", "places."} {
		if strings.HasPrefix(url, "assets/"+start) {
			return b.searchIndex()
		}
	}
	return nil
}

// shared are the files that may have a name and are there for all languages.
func (w *workshop) shared(name string) (files []File) {
	if name == "sitemap.xml" {
		return w.sitemap()
	}
	for _, b := range w.languages {
		files = append(files, filesOf(b.theme.Assets.All())...)
	}
	for _, e := range w.languages[0].theme.Extras {
		if e.Path == name {
			files = append(files, File{Path: name, Data: e.Data()})
		}
	}
	return files
}

// fileNames are the course's files that the site has, by their addresses.
func (b *builder) fileNames() map[string]string {
	names := map[string]string{}
	for name := range b.course.Files {
		if t, _, _, ok := b.course.Lookup(".", escapePath(name)); ok && !isSource(name) {
			names[t.URL] = settings.Content + "/" + name
		}
	}
	return names
}
