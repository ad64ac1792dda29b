package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
)

// The protocol's own characters for keys that write none.
var firefoxKeys = map[string]string{
	"Tab": "\uE004", "Enter": "\uE007", "Space": " ", "Escape": "\uE00C", "Backspace": "\uE003", "Delete": "\uE017",
	"ArrowUp": "\uE013", "ArrowDown": "\uE015", "ArrowLeft": "\uE012", "ArrowRight": "\uE014",
	"Home": "\uE011", "End": "\uE010", "PageUp": "\uE00E", "PageDown": "\uE00F",
	"Shift": "\uE008", "Control": "\uE009", "Alt": "\uE00A",
}

func keyDown(key string) object { return object{"type": "keyDown", "value": key} }
func keyUp(key string) object   { return object{"type": "keyUp", "value": key} }

func (f *firefoxTab) press(key string, held []string) error {
	code, named := firefoxKeys[key]
	if !named {
		code = key
	}
	moves := []object{keyDown(code), keyUp(code)}
	for _, name := range held {
		moves = append(append([]object{keyDown(firefoxKeys[name])}, moves...), keyUp(firefoxKeys[name]))
	}
	return f.act(object{"type": "key", "id": "keyboard", "actions": moves})
}

func (f *firefoxTab) write(text string) error {
	moves := []object{} // a hand that types nothing does not move, which the protocol tells from no hand at all
	for _, letter := range text {
		moves = append(moves, keyDown(string(letter)), keyUp(string(letter)))
	}
	return f.act(object{"type": "key", "id": "keyboard", "actions": moves})
}

func (f *firefoxTab) act(hand object) error {
	return f.do("input.performActions", object{"actions": []object{hand}})
}

func (f *firefoxTab) click(selector string) error {
	x, y, err := f.place(selector)
	if err != nil {
		return err
	}
	return f.act(object{"type": "pointer", "id": "mouse", "parameters": object{"pointerType": "mouse"}, "actions": []object{
		{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
	}})
}

// seen scrolls the first element that a selector names into view, like a hand that follows an eye. It is the middle of
// its first line and how far the page is scrolled then; null while the element cannot be seen.
const seen = `(e => {
	const box = () => e && e.checkVisibility({visibilityProperty: true}) && [...e.getClientRects()].find(b => b.width > 0 && b.height > 0);
	if (!box()) return null;
	if (box().top < 0 || box().bottom > innerHeight || box().left < 0 || box().right > innerWidth)
		e.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
	return {X: box().x + box().width / 2, Y: box().y + box().height / 2, Scrolled: [scrollX, scrollY].join()};
})(document.querySelector(%s))`

// place waits until an element can be seen, and tells where. It asks again and again: with script off, a page cannot
// wait for its own next frame. Firefox aims a mouse at what it has drawn last, so that a page that has been scrolled is
// drawn first.
func (f *firefoxTab) place(selector string) (x, y int, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	quoted, _ := json.Marshal(selector)
	for ctx.Err() == nil {
		written, err := f.evaluate(fmt.Sprintf(seen, quoted))
		if err != nil {
			return 0, 0, err
		}
		var at *struct {
			X, Y     float64
			Scrolled string
		}
		if err := json.Unmarshal(written, &at); err != nil {
			return 0, 0, err
		}
		switch {
		case at == nil:
		case at.Scrolled == f.scrolled:
			return int(math.Round(at.X)), int(math.Round(at.Y)), nil
		default:
			if _, err := f.beside(drawer); err != nil {
				return 0, 0, err
			}
			f.scrolled = at.Scrolled
		}
	}
	return 0, 0, fmt.Errorf("nothing can be seen there: %w", ctx.Err())
}

// drawer waits for two drawings: the first may have begun before.
const drawer = `await new Promise(drawn => content.requestAnimationFrame(() => content.requestAnimationFrame(drawn)));
	return true;`

// namer asks Firefox's accessibility tree. The tree follows the page with the next frame: the clock is turned on by two,
// so that the name is that of this moment.
const namer = `const clock = content.windowUtils;
	clock.advanceTimeAndRefresh(0);
	clock.advanceTimeAndRefresh(0);
	clock.restoreNormalRefresh();
	const {accessibility} = ChromeUtils.importESModule("chrome://remote/content/shared/webdriver/Accessibility.sys.mjs");
	return accessibility.getAccessibleName(content.document.activeElement);`

func (f *firefoxTab) focused() (string, error) {
	written, err := f.beside(namer)
	if err != nil {
		return "", err
	}
	name := ""
	err = json.Unmarshal(written, &name)
	return name, err
}
