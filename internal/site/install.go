package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"image/png"

	"lectern/internal/diagram"
	"lectern/internal/settings"
	"lectern/internal/together"
	"lectern/layouts"
)

// installFile tells a device how the course looks among its programs.
const installFile = "manifest.webmanifest"

type installable struct {
	Name       string        `json:"name"`
	ShortName  string        `json:"short_name"`
	Lang       string        `json:"lang"`
	StartURL   string        `json:"start_url"`
	Scope      string        `json:"scope"`
	Display    string        `json:"display"`
	Theme      string        `json:"theme_color,omitempty"`
	Background string        `json:"background_color,omitempty"`
	Icons      []installIcon `json:"icons"`
}

type installIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// icons are the drawings of a course for devices. A maskable one is cut to any
// shape by the device itself.
var icons = []struct {
	file, sizes, purpose string
	side                 int
}{
	{"icon-192.png", "192x192", "any", 192},
	{"icon-512.png", "512x512", "any", 512},
	{"icon-maskable.png", "512x512", "maskable", 512},
}

// drawIcons draws them.
func (t *theme) drawIcons(c *settings.Site) ([]File, error) {
	files := make([]File, len(icons))
	err := together.Do(len(icons), func(i int) error {
		var drawn bytes.Buffer
		err := png.Encode(&drawn, diagram.Icon(c.ID.Value, t.palette(), icons[i].side, icons[i].purpose == "maskable"))
		files[i] = File{Path: icons[i].file, Data: drawn.Bytes()}
		return err
	})
	return files, err
}

// installFile lets a device take the course as a program of its own. Its scope
// is the whole site, so that another language is the same program.
func (b *builder) installFile() File {
	ground := b.theme.colours.Light
	m := installable{
		Name: b.title, ShortName: b.title, Lang: b.code,
		// With buttons to go back: a lesson has none of its own.
		StartURL: homePage, Scope: cmp.Or(root(b.folder), "./"), Display: "minimal-ui", Theme: ground, Background: ground,
	}
	for _, icon := range icons {
		m.Icons = append(m.Icons, installIcon{b.way(installFile, icon.file), icon.sizes, "image/png", icon.purpose})
	}
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		b.diags.ErrorIn(installFile, "theme", err.Error(), "")
	}
	return File{Path: installFile, Data: append(data, '\n')}
}

// colours are what a browser paints around a page, in light and in dark.
type colours struct{ Light, Dark string }

// barColours are those of one of the theme's tokens. There are none when its
// tokens are not written as ours are.
func (t *theme) barColours(token string) colours {
	return colours{t.schemes.Light[token], t.schemes.Dark[token]}
}

// palette is what the course's icons are painted with.
func (t *theme) palette() diagram.Palette {
	of := func(token string) string { return cmp.Or(t.schemes.Light[token], layouts.Builtin().Light[token]) }
	return diagram.Palette{Sky: of("sky"), Sun: of("lamp"), Hills: [3]string{of("h2"), of("h3"), of("primary")}}
}
