package site

import (
	"cmp"
	"encoding/json"

	"lectern/internal/theme"
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

// installFile lets a device take the course as a program of its own. Its scope
// is the whole site, so that another language is the same program.
func (b *builder) installFile() File {
	ground := b.theme.Colours.Light
	m := installable{
		Name: b.title, ShortName: b.title, Lang: b.code,
		// With buttons to go back: a lesson has none of its own.
		StartURL: homePage, Scope: cmp.Or(root(b.folder), "./"), Display: "minimal-ui", Theme: ground, Background: ground,
	}
	for _, icon := range theme.DeviceIcons {
		m.Icons = append(m.Icons, installIcon{b.way(installFile, icon.File), icon.Sizes, "image/png", icon.Purpose})
	}
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		b.diags.ErrorIn(installFile, "theme", err.Error(), "")
	}
	return File{Path: installFile, Data: append(data, '\n')}
}
