package site

import (
	"bytes"
	"encoding/xml"
	"image"
	_ "image/gif" // the formats whose sizes can be read
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"path"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp"
	"golang.org/x/text/unicode/norm"

	"lectern/internal/once"
	"lectern/internal/settings"
)

// size is a picture's width and height in CSS pixels.
type size struct{ width, height int }

// size reads the size of a picture in content/, once.
func (b *builder) size(file string) (size, bool) {
	if known, ok := b.sizes.Load(file); ok {
		return known.(size), known.(size) != size{}
	}
	var s size
	// The author may have typed é in another way than the file's name has it.
	for _, name := range []string{file, norm.NFC.String(file), norm.NFD.String(file)} {
		if data, err := fs.ReadFile(b.fsys, settings.Content+"/"+name); err == nil {
			s = sizeOf(name, data)
			break
		}
	}
	b.sizes.Store(file, s)
	return s, s != size{}
}

// sizeOf returns the zero size for what it cannot read.
func sizeOf(name string, data []byte) size {
	if strings.EqualFold(path.Ext(name), ".svg") {
		return svgSize(data)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return size{}
	}
	return size{c.Width, c.Height}
}

// svgSize goes by width and height in pixels, else by the viewBox.
func svgSize(data []byte) size {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if err != nil {
			return size{}
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attr := map[string]string{}
		for _, a := range start.Attr {
			attr[a.Name.Local] = a.Value
		}
		if s := (size{pixels(attr["width"]), pixels(attr["height"])}); s.width > 0 && s.height > 0 {
			return s
		}
		if box := strings.FieldsFunc(attr["viewBox"], func(r rune) bool { return r == ' ' || r == ',' }); len(box) == 4 {
			return size{pixels(box[2]), pixels(box[3])}
		}
		return size{}
	}
}

var pixelLength = once.Regexp(`^(\d{1,5})(?:\.\d+)?(?:px)?$`)

func pixels(s string) int {
	m := pixelLength.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}
