package browser

import (
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"

	"lectern/test/tools"
)

// Screenshot saves the whole page as test/shots/<name>.png, for people to look at; no test compares pictures.
func (p *Page) Screenshot(name string) string {
	p.t.Helper()
	png := run(p, "take a picture", chromedp.FullScreenshot(100))
	path := filepath.Join(tools.Top(p.t), "test", "shots", name+".png")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, png, 0o644); err != nil {
		p.t.Fatal(err)
	}
	return path
}
