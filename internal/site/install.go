package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"image/png"
	"io/fs"
	"regexp"

	"lectern/internal/diagram"
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
func drawIcons(c *Config) ([]File, error) {
	var files []File
	for _, icon := range icons {
		var drawn bytes.Buffer
		if err := png.Encode(&drawn, diagram.Icon(c.ID.Value, icon.side, icon.purpose == "maskable")); err != nil {
			return nil, err
		}
		files = append(files, File{Path: icon.file, Data: drawn.Bytes()})
	}
	return files, nil
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

var surface = regexp.MustCompile(`--surface:\s*(#[0-9A-Fa-f]{6})\b`)

// readColours takes them from the theme's tokens: the ground of the bar at the
// top. It returns none when the tokens are not written as ours are.
func readColours(files fs.FS) colours {
	tokens, err := fs.ReadFile(files, "styles/tokens.css")
	found := surface.FindAllSubmatch(tokens, -1)
	if err != nil || len(found) < 2 {
		return colours{}
	}
	return colours{string(found[0][1]), string(found[1][1])}
}
