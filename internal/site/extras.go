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
	URLs    []urlLoc `xml:"url"`
}

type urlLoc struct {
	Loc string `xml:"loc"`
}

// sitemap lists the pages for search engines, when their addresses are known.
// They are not to find the edition that holds the answers.
func (b *builder) sitemap(pages []page) []File {
	if b.config.BaseURL.Value == "" || b.facilitator {
		return nil
	}
	var set urlSet
	for _, p := range pages {
		if p.url != notFound {
			set.URLs = append(set.URLs, urlLoc{b.absolute(p.url)})
		}
	}
	var out bytes.Buffer
	out.WriteString(xml.Header)
	if err := xml.NewEncoder(&out).Encode(set); err != nil {
		b.diags.ErrorIn("sitemap.xml", "sitemap", err.Error(), "")
	}
	return []File{{Path: "sitemap.xml", Data: out.Bytes()}}
}
