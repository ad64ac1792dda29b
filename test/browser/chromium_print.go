package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Paper is the size of a sheet, in inches.
type Paper struct{ Width, Height float64 }

var (
	A4     = Paper{8.27, 11.69}
	Letter = Paper{8.5, 11}
)

// PDF is the page as "Save as PDF" writes it, with its structure for screen readers. Only Chromium can be asked for it.
func (p *Page) PDF(sheet Paper) []byte {
	p.t.Helper()
	tab, ok := p.tab.(chromiumTab)
	if !ok {
		p.t.Fatal("only Chromium saves a PDF for a test")
	}
	tagged := true
	result, err := run(tab, func(ctx context.Context, tab *chromedp.Target) (page.PrintToPDFResult, error) {
		return cdp.Call(ctx, tab, page.PrintToPDF, page.PrintToPDFParams{
			PaperWidth: sheet.Width, PaperHeight: sheet.Height, GenerateTaggedPDF: &tagged, GenerateDocumentOutline: &tagged,
		})
	})
	p.did("save as PDF", err)
	return result.Data
}
