package browser

import (
	"slices"
	"strings"
)

var (
	namedKeys = []string{"Tab", "Enter", "Space", "Escape", "Backspace", "Delete",
		"ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"}
	modifiers = []string{"Shift", "Control", "Alt"}
)

// Press presses keys one after the other: "Tab", "Shift+Tab", "Space", "ArrowDown", "a".
func (p *Page) Press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		p.did("press "+key, p.key(key)())
	}
}

// FollowBy presses a key and waits for the page that it leads to.
func (p *Page) FollowBy(key string) {
	p.t.Helper()
	p.did("follow by "+key, p.tab.leave(p.key(key)))
}

// key is the step that presses a key, with others held down before a plus sign.
func (p *Page) key(key string) func() error {
	p.t.Helper()
	parts := strings.Split(key, "+")
	name, held := parts[len(parts)-1], parts[:len(parts)-1]
	known := slices.Contains(namedKeys, name) || len([]rune(name)) == 1
	for _, modifier := range held {
		known = known && slices.Contains(modifiers, modifier)
	}
	if !known {
		p.t.Fatalf("press %s: no such key", key)
	}
	return func() error { return p.tab.press(name, held) }
}

// Type types a text into whatever has the focus.
func (p *Page) Type(text string) {
	p.t.Helper()
	p.did("type "+excerpt(text), p.tab.write(text))
}

// FocusedText is the name a screen reader gives to what has the focus: a button's words, an input's label.
func (p *Page) FocusedText() string {
	p.t.Helper()
	name, err := p.tab.focused()
	p.did("read what has the focus", err)
	return strings.TrimSpace(name)
}
