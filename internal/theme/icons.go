package theme

import (
	"bytes"
	"cmp"
	"image/png"

	"lectern/internal/diagram"
	"lectern/internal/settings"
	"lectern/internal/together"
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

// drawIcons draws them.
func (t *Theme) drawIcons(c *settings.Site) ([]File, error) {
	files := make([]File, len(DeviceIcons))
	err := together.Do(len(files), func(i int) error {
		icon, drawn := DeviceIcons[i], bytes.Buffer{}
		err := png.Encode(&drawn, diagram.Icon(c.ID.Value, t.palette(), icon.side, icon.Purpose == "maskable"))
		files[i] = File{Path: icon.File, Data: drawn.Bytes()}
		return err
	})
	return files, err
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
