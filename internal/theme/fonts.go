package theme

import (
	"fmt"
	"io/fs"
	"strings"

	"lectern/internal/settings"
)

// face is one font file of the theme.
type face struct {
	file, family, style, ranges string
	weight                      int
}

const (
	latin     = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
	latinExt  = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
	syllabics = "U+1400-167F,U+18B0-18FF,U+11AB0-11ABF"
)

var faces = []face{
	{"atkinson-hyperlegible-next-latin-400-normal", "Atkinson Next", "normal", latin, 400},
	{"atkinson-hyperlegible-next-latin-ext-400-normal", "Atkinson Next", "normal", latinExt, 400},
	{"atkinson-hyperlegible-next-latin-400-italic", "Atkinson Next", "italic", latin, 400},
	{"atkinson-hyperlegible-next-latin-ext-400-italic", "Atkinson Next", "italic", latinExt, 400},
	{"atkinson-hyperlegible-next-latin-700-normal", "Atkinson Next", "normal", latin, 700},
	{"atkinson-hyperlegible-next-latin-ext-700-normal", "Atkinson Next", "normal", latinExt, 700},
	{"literata-latin-600-normal", "Literata", "normal", latin, 600},
	{"literata-latin-ext-600-normal", "Literata", "normal", latinExt, 600},
	{"noto-sans-canadian-aboriginal-canadian-aboriginal-400-normal", "Noto UCAS", "normal", syllabics, 400},
}

// findFonts returns the faces whose files lie in layouts/fonts. A site without
// them uses the reader's own.
func findFonts(own fs.FS, c *settings.Site) []face {
	if own == nil || c.Fonts.Value == settings.FontsSystem {
		return nil
	}
	var found []face
	for _, f := range faces {
		if _, err := fs.Stat(own, "fonts/"+f.file+".woff2"); err == nil {
			found = append(found, f)
		}
	}
	return found
}

func fontRules(faces []face) string {
	var b strings.Builder
	for _, f := range faces {
		fmt.Fprintf(&b, `@font-face{font-family:"%s";src:url(fonts/%s.woff2) format("woff2");font-weight:%d;font-style:%s;font-display:swap;unicode-range:%s}`+"\n",
			f.family, f.file, f.weight, f.style, f.ranges)
	}
	return b.String()
}

// fontFiles are the faces and their licences, which must go where they go.
func fontFiles(own fs.FS, faces []face) []Extra {
	var files []Extra
	if len(faces) == 0 {
		return nil
	}
	names, _ := fs.Glob(own, "fonts/*-LICENSE.txt")
	for _, f := range faces {
		names = append(names, "fonts/"+f.file+".woff2")
	}
	for _, name := range names {
		if data, err := fs.ReadFile(own, name); err == nil {
			files = append(files, Extra{"assets/" + name, func() []byte { return data }})
		}
	}
	return files
}
