package browser

import "fmt"

// show goes by the window's developer tools for all but the size: this Firefox's protocol has no commands for the rest.
func (f *firefoxTab) show(look Look) error {
	f.scrolled = "" // drawn anew before the next click
	width, height, scale := look.page()
	if err := f.do("browsingContext.setViewport", object{
		"viewport": object{"width": width, "height": height}, "devicePixelRatio": scale,
	}); err != nil {
		return err
	}
	_, err := f.inWindow(fmt.Sprintf(`void Object.assign(tab, {
		prefersColorSchemeOverride: %q, forcedColorsOverride: %q, prefersReducedMotionOverride: %q, mediumOverride: %q, allowJavascript: %t,
	})`,
		choose(look.Dark, "dark", "light"), choose(look.ForcedColours, "active", "none"),
		choose(look.ReducedMotion, "reduce", "no-preference"), choose(look.Print, "print", ""), !look.ScriptOff))
	return err
}
