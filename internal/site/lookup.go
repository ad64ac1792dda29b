package site

import (
	"slices"
	"strings"
)

// pageAt finds the page at an address of this language's part of the site. In a
// build it is one of the plan. In the preview nothing is planned, as that takes
// longer the larger the course is, and the page is made from its address.
func (b *builder) pageAt(url string) (page, bool) {
	if b.planned != nil {
		p := b.planned[url]
		if p == nil {
			return page{}, false
		}
		return *p, true
	}
	folder, rest, inFolder := strings.Cut(url, "/")
	switch {
	case inFolder && folder+"/" == printDir:
		return b.sheetAt(rest, url)
	case inFolder && folder+"/" == reviewDir:
		return b.recallAt(rest, url)
	case inFolder && folder+"/" == ledDir:
		return pageOf(b.planFacilitator(), url)
	case url == "search.html" || inFolder && folder == "search":
		return pageOf(b.searchPages(), url)
	}
	if l := b.course.LessonAt(url); l != nil {
		return b.lessonPage(l), true
	}
	if m := b.course.ModuleAt(url); m != nil {
		return b.modulePage(m), true
	}
	return pageOf(append(b.ownPages(), b.listPages()...), url)
}

// onScreen are the pages for the screen.
func (b *builder) onScreen() []page {
	if b.planned != nil {
		return b.pages
	}
	return b.plan()
}

func pageOf(pages []page, url string) (page, bool) {
	i := slices.IndexFunc(pages, func(p page) bool { return p.url == url })
	if i < 0 {
		return page{}, false
	}
	return pages[i], true
}

// sheetAt is the page for paper at an address; rest is that without its folder.
func (b *builder) sheetAt(rest, url string) (page, bool) {
	if url == wholeCourse {
		return page{url: wholeCourse, sheet: b.wholeSheet}, true
	}
	for _, sort := range []string{handoutSheet, questionSheet, answerSheet} {
		stem, ok := strings.CutSuffix(rest, "-"+sort+".html")
		if l := b.course.LessonAt(stem + ".html"); ok && l != nil && slices.Contains(sheetsOf(l), sort) {
			return b.sheetPage(l, sort), true
		}
	}
	return page{}, false
}

// recallAt is the page of questions that come back at an address.
func (b *builder) recallAt(rest, url string) (page, bool) {
	if l := b.course.LessonAt(rest); l != nil && isPractised(l) {
		return b.recallPage(l), true
	}
	if m := b.course.ModuleAt(rest); m != nil && b.practisedApart(m) {
		return b.practicePage(m), true
	}
	return pageOf(b.planTerms(), url)
}
