package theme

import (
	"bytes"
	"cmp"
	"image/png"

	"lectern/internal/diagram"
	"lectern/internal/once"
	"lectern/internal/settings"
	"lectern/layouts"
)

// DeviceIcon is a drawing of a course for devices. A maskable one is cut to any
// shape by the device itself.
type DeviceIcon struct {
	File, Sizes, Purpose string
	side                 int // in pixels
}

// DeviceIcons are all there are.
var DeviceIcons = []DeviceIcon{
	{"icon-192.png", "192x192", "any", 192},
	{"icon-512.png", "512x512", "any", 512},
	{"icon-maskable.png", "512x512", "maskable", 512},
}

// icons are those of the course: one for browsers, the others for devices.
func (t *Theme) icons(c *settings.Site) []Extra {
	seed, colours := c.ID.Value, t.palette()
	icons := []Extra{{"favicon.svg", func() []byte { return []byte(diagram.Favicon(seed, colours)) }}}
	for _, icon := range DeviceIcons {
		icons = append(icons, Extra{icon.File, once.Value(func() []byte { return icon.draw(seed, colours) })})
	}
	return icons
}

func (d DeviceIcon) draw(seed string, colours diagram.Palette) []byte {
	var drawn bytes.Buffer
	_ = png.Encode(&drawn, diagram.Icon(seed, colours, d.side, d.Purpose == "maskable")) // which has a size and room
	return drawn.Bytes()
}

// Colours are what a browser paints around a page, in light and in dark.
type Colours struct{ Light, Dark string }

// barColours are those of one of the theme's tokens. There are none when its
// tokens are not written as ours are.
func (t *Theme) barColours(token string) Colours {
	return Colours{t.schemes.Light[token], t.schemes.Dark[token]}
}

// palette is what the course's icons are painted with.
func (t *Theme) palette() diagram.Palette {
	of := func(token string) string { return cmp.Or(t.schemes.Light[token], layouts.Builtin().Light[token]) }
	return diagram.Palette{Sky: of("sky"), Sun: of("lamp"), Hills: [3]string{of("h2"), of("h3"), of("primary")}}
}
