package browser

import (
	"os"
	"path/filepath"
	"strings"

	"lectern/test/tools"
)

// folder is where a browser's pictures are, below those of Chromium, which people look at first.
func (b Browser) folder() string {
	if b == Chromium {
		return ""
	}
	return strings.ToLower(string(b))
}

// Screenshot saves the whole page as test/shots/<name>.png, for people to look at.
func (p *Page) Screenshot(name string) string {
	p.t.Helper()
	return p.save(name, p.Picture())
}

// ScreenshotOf saves the first element that the selector names as test/shots/<name>.png.
func (p *Page) ScreenshotOf(selector, name string) string {
	p.t.Helper()
	png, err := p.tab.pictureOf(selector)
	p.did("take a picture of "+selector, err)
	return p.save(name, png)
}

// Picture is the whole page as a PNG. Two pictures of one run may be compared; those of two machines never.
func (p *Page) Picture() []byte {
	p.t.Helper()
	png, err := p.tab.picture()
	p.did("take a picture", err)
	return png
}

func (p *Page) save(name string, png []byte) string {
	p.t.Helper()
	path := filepath.Join(tools.Top(p.t), "test", "shots", current.folder(), name+".png")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, png, 0o644); err != nil {
		p.t.Fatal(err)
	}
	return path
}
