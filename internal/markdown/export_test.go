package markdown

// Wary is m, but looks for bare addresses in every text.
func Wary(m *Markdown) *Markdown {
	wary := *m
	wary.unlinked = m.goldmark
	return &wary
}
