package browser

import (
	"context"
	"encoding/json"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var chromiumKeys = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Space": " ", "Escape": kb.Escape, "Backspace": kb.Backspace, "Delete": kb.Delete,
	"ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
	"Home": kb.Home, "End": kb.End, "PageUp": kb.PageUp, "PageDown": kb.PageDown,
}

var chromiumModifiers = map[string]chromedp.Modifier{
	"Shift": chromedp.ModifierShift, "Control": chromedp.ModifierCtrl, "Alt": chromedp.ModifierAlt,
}

func (c chromiumTab) press(key string, held []string) error {
	code, named := chromiumKeys[key]
	if !named {
		code = key
	}
	var modifiers []chromedp.Modifier
	for _, name := range held {
		modifiers = append(modifiers, chromiumModifiers[name])
	}
	_, err := run(c, chromedp.KeyEvent(code, chromedp.KeyModifiers(modifiers...)))
	return err
}

func (c chromiumTab) write(text string) error {
	_, err := run(c, chromedp.KeyEvent(text))
	return err
}

func (c chromiumTab) focused() (string, error) {
	return run(c, func(ctx context.Context, tab *chromedp.Target) (string, error) {
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
		return name, err
	})
}
