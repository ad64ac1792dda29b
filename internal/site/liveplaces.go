package site

import (
	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/source"
	"lectern/quiz"
)

// FilesOf are the files that a page of the site was written in, by their paths.
func (l *Live) FilesOf(name string) map[string]bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	files := map[string]bool{}
	if l.shop == nil {
		return files
	}
	b, url := l.shop.at(name)
	if p, ok := b.pageAt(url); ok && p.source != nil {
		files[p.source.Path] = true
	}
	return files
}

// Alone shows look the course with one of its pages, read for those who check it.
// It returns false for what is no page that somebody wrote. An edit waits until
// look is done, which must ask nothing else of l.
func (l *Live) Alone(name string, look func(*course.Course)) bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.shop == nil {
		return false
	}
	b, url := l.shop.at(name)
	p, ok := b.pageAt(url)
	return ok && p.source != nil && l.alone(p.source.Path, look)
}

// AloneIn is Alone by the path of the page's file.
func (l *Live) AloneIn(path string, look func(*course.Course)) bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.shop != nil && l.alone(path, look)
}

func (l *Live) alone(path string, look func(*course.Course)) bool {
	alone := l.renewer.Alone(path)
	if alone != nil {
		look(alone)
	}
	return alone != nil
}

// Written are the files that somebody wrote pages in, in all languages, as they
// were last right.
func (l *Live) Written() (files []*source.File) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.shop == nil {
		return nil
	}
	for _, b := range l.shop.languages {
		pages := append(b.course.Pages(), b.course.Home)
		if g := b.course.Glossary; g != nil {
			pages = append(pages, &g.Page)
		}
		for _, p := range pages {
			if p.File != nil && p.Lang == b.course.Language {
				files = append(files, p.File)
			}
		}
	}
	return files
}

// Block is a part of a page and where it was written.
type Block struct {
	Question string // the id of a question; "" of other parts
	Branches bool   // it is one that has a map
	Text     string // how a paragraph or a heading begins, as it was written
	File     *source.File
	At       source.Range
}

// Blocks are the parts of a page, in order.
func (l *Live) Blocks(name string) (blocks []Block) {
	l.Alone(name, func(c *course.Course) {
		for _, p := range append(c.Pages(), c.Home) {
			if p.File != nil {
				blocks = append(blocks, blocksOf(p)...)
			}
		}
	})
	return blocks
}

func blocksOf(p *course.Page) (blocks []Block) {
	for _, q := range p.Doc.Questions {
		_, branches := q.Shape().(quiz.Branches)
		blocks = append(blocks, Block{Question: q.Base().ID, Branches: branches, File: p.File, At: q.Base().At})
	}
	for i := range p.Doc.Passages {
		if passage := &p.Doc.Passages[i]; passage.Question == 0 && passage.Kind != markdown.Raw {
			blocks = append(blocks, Block{Text: passage.Text, File: p.File, At: passage.Place(0, len(passage.Text))})
		}
	}
	return blocks
}
