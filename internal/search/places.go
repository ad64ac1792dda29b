package search

// maxText is how much of a text is kept to show, in characters. All of its words
// are found.
const maxText = 1200

// placesPiece is a piece of the list of places.
type placesPiece struct {
	count int
	pages []any // [address, title, [[kind, fragment, heading, text], …]]
}

func cutPlaces(places []Place, size int) []placesPiece {
	pieces := []placesPiece{{}}
	var page []any // the places of the last page of the last piece
	used := 0
	for i, p := range places {
		row := []any{int(p.Kind), p.Fragment, p.Heading, beginning(p.Text)}
		weight := len(p.Fragment) + len(p.Heading) + len(row[3].(string))
		last := &pieces[len(pieces)-1]
		fresh := i == 0 || places[i-1].Address != p.Address || places[i-1].Title != p.Title
		if used > 0 && used+weight > size {
			pieces = append(pieces, placesPiece{})
			last, used, fresh = &pieces[len(pieces)-1], 0, true
		}
		if fresh {
			page = nil
			last.pages = append(last.pages, nil)
			weight += len(p.Address) + len(p.Title)
		}
		page = append(page, row)
		last.pages[len(last.pages)-1] = []any{p.Address, p.Title, page}
		last.count++
		used += weight
	}
	return pieces
}

func beginning(text string) string {
	n := 0
	for i := range text {
		if n++; n > maxText {
			return text[:i]
		}
	}
	return text
}
