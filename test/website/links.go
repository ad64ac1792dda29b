package website

import (
	"fmt"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// address is one place in a page that names another file.
type address struct {
	tag, attr, value string
}

// page is what a file says about addresses: where it leads, and where others can point in it.
type page struct {
	addresses []address
	anchors   map[string]bool
}

// leading lists the attributes that hold an address. Anything but a person's own click must stay within the site.
var leading = []string{"href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href"}

// BrokenLinks reads every page and style sheet below a folder and lists, one line each, the addresses that are not
// relative, or name no file, or point at a part that the page does not have.
func BrokenLinks(t testing.TB, dir string) []string {
	t.Helper()
	read := map[string]page{}
	for _, name := range pages(t, dir) {
		read[name] = parse(t, filepath.Join(dir, filepath.FromSlash(name)))
	}
	var broken []string
	for _, sheet := range files(t, dir, ".css") {
		read[sheet] = readSheet(t, filepath.Join(dir, filepath.FromSlash(sheet)))
	}
	for _, name := range slices.Sorted(maps.Keys(read)) {
		for _, a := range read[name].addresses {
			if why := a.fault(dir, name, read); why != "" {
				broken = append(broken, fmt.Sprintf("%s: <%s %s=%q> %s", name, a.tag, a.attr, a.value, why))
			}
		}
	}
	return broken
}

func parse(t testing.TB, file string) page {
	t.Helper()
	content, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer content.Close()
	// Without script, what <noscript> holds is elements too.
	root, err := html.ParseWithOptions(content, html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	p := page{anchors: map[string]bool{}}
	for node := range root.Descendants() {
		if node.Type == html.ElementNode {
			p.read(node)
		}
	}
	return p
}

func (p *page) read(node *html.Node) {
	for _, attr := range node.Attr {
		name := attr.Key
		if attr.Namespace != "" {
			name = attr.Namespace + ":" + name
		}
		switch {
		case name == "id" || name == "name" && node.Data == "a":
			p.anchors[attr.Val] = true
		case name == "srcset":
			for candidate := range strings.SplitSeq(attr.Val, ",") {
				picture, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
				p.addresses = append(p.addresses, address{node.Data, name, picture})
			}
		case slices.Contains(leading, name):
			p.addresses = append(p.addresses, address{node.Data, name, strings.TrimSpace(attr.Val)})
		}
	}
}

var urlInCSS = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)`)

func readSheet(t testing.TB, file string) page {
	t.Helper()
	css, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var sheet page
	for _, match := range urlInCSS.FindAllSubmatch(css, -1) {
		sheet.addresses = append(sheet.addresses, address{"style", "url", string(match[1])})
	}
	return sheet
}

// fault is empty for an address that works wherever the folder lies.
func (a address) fault(dir, from string, pages map[string]page) string {
	to, err := url.Parse(a.value)
	switch {
	case err != nil:
		return "is no address"
	case to.Scheme != "" || to.Host != "":
		return a.foreign(to)
	case strings.HasPrefix(to.Path, "/"):
		return "is not relative"
	case to.Path == "" && to.Fragment == "":
		return "leads nowhere"
	}
	target := from
	if to.Path != "" {
		target = path.Join(path.Dir(from), to.Path)
	}
	if strings.HasPrefix(target, "../") {
		return "leaves the site"
	}
	if info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(target))); err != nil {
		return "names no file"
	} else if info.IsDir() || strings.HasSuffix(to.Path, "/") {
		return "names a folder, not a file"
	}
	if known, isPage := pages[target]; isPage && to.Fragment != "" && !known.anchors[to.Fragment] {
		return "names a part that the page does not have"
	}
	return ""
}

// foreign judges an address with a scheme or a host: a person may follow it, a page may not load it.
func (a address) foreign(to *url.URL) string {
	switch {
	case a.tag == "a" && slices.Contains([]string{"https", "http", "mailto", "tel", "sms"}, to.Scheme):
		return ""
	case to.Scheme == "data" && a.attr != "action" && a.tag != "a":
		return ""
	}
	return "leaves the site"
}
