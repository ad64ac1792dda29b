package browser

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Look is how a reader's device shows a page. The zero Look is a light desktop screen, 1280 by 800.
type Look struct {
	Width, Height int // in CSS pixels
	Zoom          int // in percent: 400 lays the page out in a quarter of Width and Height

	Dark          bool
	ForcedColours bool
	ReducedMotion bool
	Print         bool
	ScriptOff     bool
}

func (l Look) size() (width, height, zoom int) {
	return cmp.Or(l.Width, 1280), cmp.Or(l.Height, 800), cmp.Or(l.Zoom, 100)
}

// String names the look in a test's name or message: "dark 320 px".
func (l Look) String() string {
	width, _, zoom := l.size()
	words := []string{"light"}
	if l.Dark {
		words[0] = "dark"
	}
	for _, extra := range []struct {
		on   bool
		word string
	}{{l.ForcedColours, "forced colours"}, {l.ReducedMotion, "reduced motion"}, {l.Print, "print"}, {l.ScriptOff, "no script"}} {
		if extra.on {
			words = append(words, extra.word)
		}
	}
	words = append(words, fmt.Sprintf("%d px", width))
	if zoom != 100 {
		words = append(words, fmt.Sprintf("at %d %%", zoom))
	}
	return strings.Join(words, " ")
}

// apply makes a tab show pages in this look from now on, the page it shows already included. Script goes on or off
// with the next page.
func (l Look) apply(ctx context.Context, tab *chromedp.Target) error {
	width, height, zoom := l.size()
	scale := float64(zoom) / 100
	if _, err := cdp.Call(ctx, tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width:             int64(float64(width) / scale),
		Height:            int64(float64(height) / scale),
		DeviceScaleFactor: scale,
	}); err != nil {
		return err
	}
	if _, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, l.media()); err != nil {
		return err
	}
	_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled,
		emulation.SetScriptExecutionDisabledParams{Value: l.ScriptOff})
	return err
}

func (l Look) media() emulation.SetEmulatedMediaParams {
	choose := func(name string, on bool, yes, no string) *emulation.MediaFeature {
		if on {
			return &emulation.MediaFeature{Name: name, Value: yes}
		}
		return &emulation.MediaFeature{Name: name, Value: no}
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		choose("prefers-color-scheme", l.Dark, "dark", "light"),
		choose("forced-colors", l.ForcedColours, "active", "none"),
		choose("prefers-reduced-motion", l.ReducedMotion, "reduce", "no-preference"),
	}}
	if l.Print {
		media.Media = "print"
	}
	return media
}
