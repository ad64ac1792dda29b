package reference

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"lectern/internal/once"
	"lectern/internal/yamlx"
)

func (f fields) doi() yamlx.Text { return firstGiven(f.DOI, f.LowerDOI) }
func (f fields) url() yamlx.Text { return firstGiven(f.URL, f.LowerURL) }

func firstGiven(a, b yamlx.Text) yamlx.Text {
	if a.Value != "" {
		return a
	}
	return b
}

var doiForm = once.Regexp(`^(?i:((?:https?://)?(?:dx\.|www\.)?doi\.org/)|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)$`)

// bareDOI takes a DOI as reference managers give it, bare or as an address,
// and returns the part from "10." on, or "".
func bareDOI(s string) string {
	m := doiForm.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if plain, err := url.PathUnescape(m[2]); m[1] != "" && err == nil && utf8.ValidString(plain) {
		return oneLine(plain) // an address has % for what it cannot hold
	}
	return m[2]
}

// webAddress returns s as an address for a link, or "" when it is not a whole
// http or https address. Other schemes (javascript:, data:) never make links.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Opaque != "" {
		return ""
	}
	if scheme := strings.ToLower(u.Scheme); scheme != "http" && scheme != "https" {
		return ""
	}
	return u.String()
}

// address ends an entry: the DOI, or else the URL. APA sets no full stop
// after it. For a work without a date it says when the work was read.
func (it Item) address() rich {
	if doi := bareDOI(it.csl.doi().Value); doi != "" {
		return rich{{text: "https://doi.org/" + doi, href: "https://doi.org/" + escapeDOI(doi)}}
	}
	shown := it.csl.url().Value
	if shown == "" {
		return nil
	}
	link := rich{{text: shown, href: webAddress(shown)}}
	if !it.issued.isNone() || it.accessed.isNone() {
		return link
	}
	return join(text(fill(it.words.Retrieved, "{date}", it.accessed.full(it.words))+" "), link)
}

// escapeDOI keeps the slashes of a DOI: old ones hold characters, such as <
// and #, that mean something else in an address.
func escapeDOI(doi string) string {
	path := url.URL{Path: doi}
	return path.EscapedPath()
}
