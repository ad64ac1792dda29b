package site

import (
	"net/url"
	"path"
	"strings"
)

// escapePath encodes each step of a path for use in an address. A colon is
// encoded too: what stands before one in the first step would be a scheme.
func escapePath(p string) string {
	steps := strings.Split(p, "/")
	for i, s := range steps {
		steps[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(steps, "/")
}

// relative is the address of the file to as a page at from writes it. A page
// that servers show under any address has a from that begins with a slash; its
// links then do so too.
func relative(from, to string) string {
	if strings.HasPrefix(from, "/") {
		return root(from) + escapePath(to)
	}
	dir := path.Dir(from)
	if dir == "." {
		return escapePath(to)
	}
	up := ""
	for dir != "." && !strings.HasPrefix(to, dir+"/") {
		up += "../"
		dir = path.Dir(dir)
	}
	if dir != "." {
		to = strings.TrimPrefix(to, dir+"/")
	}
	return up + escapePath(to)
}

// root is the way from a page to the top of the site, such as "../".
func root(from string) string {
	if strings.HasPrefix(from, "/") {
		return from[:strings.LastIndexByte(from, '/')+1]
	}
	return strings.Repeat("../", strings.Count(from, "/"))
}
