package site

import (
	"net/url"
	"path"
	"strings"
)

// escapePath encodes each step of a path for use in an address.
func escapePath(p string) string {
	steps := strings.Split(p, "/")
	for i, s := range steps {
		steps[i] = url.PathEscape(s)
	}
	return strings.Join(steps, "/")
}

// relative is the address of the file to as a page at from writes it.
func relative(from, to string) string {
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
func root(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }
