package reference

import (
	"slices"
	"strings"
)

// tellAuthorsApart makes citations in the text distinct where their authors
// differ: first authors of one surname are given initials, and works of one
// year that "et al." would make alike name more of their authors.
func tellAuthorsApart(items []Item) {
	giveInitials(items)
	// Each round names one more author of some works, so the number of rounds
	// is at most that of the longest list of authors.
	for changed := true; changed; {
		changed = false
		for _, alike := range groupsAlike(items) {
			if sameAuthors(items, alike) {
				continue // nothing but a letter tells these apart
			}
			for _, i := range alike {
				if makers, _ := items[i].makers(); items[i].namesShown < len(makers)-1 {
					items[i].namesShown++
					changed = true
				}
			}
		}
	}
}

func giveInitials(items []Item) {
	seen := map[string][]string{} // initials by surname
	each := func(do func(it *Item, first name)) {
		for i := range items {
			if makers, _ := items[i].makers(); len(makers) > 0 && makers[0].initials() != "" {
				do(&items[i], makers[0])
			}
		}
	}
	each(func(_ *Item, first name) {
		if !slices.Contains(seen[first.surname()], first.initials()) {
			seen[first.surname()] = append(seen[first.surname()], first.initials())
		}
	})
	each(func(it *Item, first name) {
		it.withInitials = !onePerson(seen[first.surname()])
	})
}

// onePerson reports whether initials can all be of one person, who signs now
// as "K." and now as "K. M.".
func onePerson(initials []string) bool {
	longest := slices.MaxFunc(initials, func(a, b string) int { return len(a) - len(b) })
	for _, short := range initials {
		if !strings.HasPrefix(longest, short) {
			return false
		}
	}
	return true
}

// groupsAlike returns the indexes of works that one citation would stand for.
func groupsAlike(items []Item) [][]int {
	at := map[string]int{}
	var groups [][]int
	for i, it := range items {
		key := it.label(false).String() + "\x00" + it.issued.inText(it.words, "")
		n, seen := at[key]
		if !seen {
			n = len(groups)
			at[key] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], i)
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return len(g) < 2 })
}

func sameAuthors(items []Item, group []int) bool {
	for _, i := range group[1:] {
		if items[i].creators() != items[group[0]].creators() {
			return false
		}
	}
	return true
}

// giveSuffixes letters works that authors and year leave alike, in the order
// of the list.
func giveSuffixes(sorted []Item) {
	for _, alike := range groupsAlike(sorted) {
		for n, i := range alike {
			sorted[i].suffix = letterSuffix(n)
		}
	}
}

// letterSuffix counts a, b … z, aa, ab ….
func letterSuffix(n int) string {
	last := string(rune('a' + n%26))
	if n < 26 {
		return last
	}
	return letterSuffix(n/26-1) + last
}
