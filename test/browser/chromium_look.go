package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

func (c chromiumTab) show(look Look) error {
	_, err := run(c, chromedp.Func(look.inChromium))
	return err
}

func (l Look) inChromium(ctx context.Context, tab *chromedp.Target) error {
	width, height, scale := l.page()
	if _, err := cdp.Call(ctx, tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width:             int64(width),
		Height:            int64(height),
		DeviceScaleFactor: scale,
	}); err != nil {
		return err
	}
	if _, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, l.media()); err != nil {
		return err
	}
	if _, err := cdp.Call(ctx, tab, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{
		Rate: float64(max(l.Slow, 1)),
	}); err != nil {
		return err
	}
	_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled,
		emulation.SetScriptExecutionDisabledParams{Value: l.ScriptOff})
	return err
}

func (l Look) media() emulation.SetEmulatedMediaParams {
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: choose(l.Dark, "dark", "light")},
		{Name: "forced-colors", Value: choose(l.ForcedColours, "active", "none")},
		{Name: "prefers-reduced-motion", Value: choose(l.ReducedMotion, "reduce", "no-preference")},
	}}
	if l.Print {
		media.Media = "print"
	}
	return media
}
