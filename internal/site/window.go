package site

import "lectern/internal/course"

// mostListed is how many lessons or modules a page lists that is about one of them.
const mostListed = 60

// window is a part of a list: from one item to before another.
type window struct{ from, to int }

// around is the window on n items that shows the item i. All windows on a list are
// as wide, and pages about items of the same one list the same.
func around(i, n int) window {
	width := max(1, n)
	if n > mostListed {
		windows := (n + mostListed - 1) / mostListed
		width = (n + windows - 1) / windows
	}
	from := i / width * width
	return window{from, min(from+width, n)}
}

// mostUses is how many lessons a list says a term or a work is used in.
const mostUses = 24

// few are the lessons that such a list shows, and how many it leaves out.
func few(lessons []*course.Lesson) (shown []*course.Lesson, more int) {
	shown = lessons[:min(len(lessons), mostUses)]
	return shown, len(lessons) - len(shown)
}
