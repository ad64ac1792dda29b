package site

import (
	"bytes"
	"encoding/xml"
	"html/template"

	"lectern/internal/diagram"
)

func (b *builder) horizon() template.HTML {
	return template.HTML(diagram.Horizon(b.config.ID.Value))
}

type urlSet struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string   `xml:"xmlns:xhtml,attr,omitempty"`
	URLs    []urlLoc `xml:"url"`
}

type urlLoc struct {
	Loc        string    `xml:"loc"`
	Alternates []urlLink `xml:"xhtml:link"`
}

// urlLink leads to the same page in a language.
type urlLink struct {
	Rel  string `xml:"rel,attr"`
	Code string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// sitemap lists the pages for search engines, when their addresses are known.
// One that stands in for its translation is no page of its own. Search engines
// are not to find the edition that holds the answers.
func (w *workshop) sitemap() []File {
	if w.config.BaseURL.Value == "" || w.facilitator {
		return nil
	}
	var set urlSet
	if len(w.languages) > 1 {
		set.XHTML = "http://www.w3.org/1999/xhtml"
	}
	for _, b := range w.languages {
		for _, p := range b.onScreen() {
			if p.url == notFound || !b.isOwn(p) {
				continue
			}
			loc := urlLoc{Loc: b.absolute(p.url)}
			for _, a := range b.alternates(p.url) {
				loc.Alternates = append(loc.Alternates, urlLink{"alternate", a.Code, a.URL})
			}
			set.URLs = append(set.URLs, loc)
		}
	}
	var out bytes.Buffer
	out.WriteString(xml.Header)
	if err := xml.NewEncoder(&out).Encode(set); err != nil {
		w.diags.ErrorIn("sitemap.xml", "sitemap", err.Error(), "")
	}
	return []File{{Path: "sitemap.xml", Data: out.Bytes()}}
}
