package browser

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var namedKeys = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Space": " ", "Escape": kb.Escape, "Backspace": kb.Backspace, "Delete": kb.Delete,
	"ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
	"Home": kb.Home, "End": kb.End, "PageUp": kb.PageUp, "PageDown": kb.PageDown,
}

var modifiers = map[string]chromedp.Modifier{
	"Shift": chromedp.ModifierShift, "Control": chromedp.ModifierCtrl, "Alt": chromedp.ModifierAlt,
}

// Press presses keys one after the other: "Tab", "Shift+Tab", "Space", "ArrowDown", "a".
func (p *Page) Press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		run(p, "press "+key, p.key(key))
	}
}

// FollowBy presses a key and waits for the page that it leads to.
func (p *Page) FollowBy(key string) {
	p.t.Helper()
	run(p, "follow by "+key, chromedp.WaitEvent(page.LoadEventFired, nil, p.key(key)))
}

func (p *Page) key(key string) chromedp.Action[chromedp.Void] {
	p.t.Helper()
	parts := strings.Split(key, "+")
	name := parts[len(parts)-1]
	code, known := namedKeys[name]
	if !known && len([]rune(name)) != 1 {
		p.t.Fatalf("press %s: no such key", key)
	}
	if !known {
		code = name
	}
	var held []chromedp.Modifier
	for _, part := range parts[:len(parts)-1] {
		held = append(held, modifiers[part])
	}
	return chromedp.KeyEvent(code, chromedp.KeyModifiers(held...))
}

// Type types a text into whatever has the focus.
func (p *Page) Type(text string) {
	p.t.Helper()
	run(p, "type "+excerpt(text), chromedp.KeyEvent(text))
}

// FocusedText is the name a screen reader gives to what has the focus: a button's words, an input's label.
func (p *Page) FocusedText() string {
	p.t.Helper()
	return run(p, "read what has the focus", func(ctx context.Context, tab *chromedp.Target) (string, error) {
		focused, err := cdp.Call(ctx, tab, runtime.Evaluate, runtime.EvaluateParams{Expression: "document.activeElement"})
		if err != nil {
			return "", err
		}
		tree, err := cdp.Call(ctx, tab, accessibility.GetPartialAXTree, accessibility.GetPartialAXTreeParams{
			ObjectID:       focused.Result.ObjectID,
			FetchRelatives: new(false),
		})
		if err != nil || len(tree.Nodes) == 0 || tree.Nodes[0].Name == nil {
			return "", err
		}
		name := ""
		err = json.Unmarshal(tree.Nodes[0].Name.Value, &name)
		return strings.TrimSpace(name), err
	})
}
