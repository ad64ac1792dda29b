package site

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lectern/internal/diag"
)

// claims knows who has which name in the site, as a system sees it that does
// not tell capitals from small letters, nor é from e with an accent.
type claims map[string]claim

type claim struct {
	by     string
	folder bool // by has a file in this folder
}

func newClaims(files []File) claims {
	c := claims{}
	for _, f := range files {
		c.add(f.Path, "a file of the site's own, `"+f.Path+"`")
	}
	return c
}

func fold(url string) string { return norm.NFC.String(strings.ToLower(url)) }

func (c claims) add(url, by string) {
	key := fold(url)
	c[key] = claim{by: by}
	for _, dir := range foldersOf(key) {
		if _, ok := c[dir]; !ok {
			c[dir] = claim{by, true}
		}
	}
}

// foldersOf are the folders around a file, the nearest first. Where a name is wrong
// its address may begin with a slash.
func foldersOf(name string) (folders []string) {
	for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
		folders = append(folders, dir)
	}
	return folders
}

// take gives a name to a file of the course, or reports who has it.
func (c claims) take(url, file string, d *diag.List) {
	key := fold(url)
	other, taken := c[key]
	for _, dir := range foldersOf(key) {
		if o, ok := c[dir]; !taken && ok && !o.folder {
			other, taken = o, true
		}
	}
	if taken {
		d.ErrorIn(file, "twin-files", fmt.Sprintf("in the site this would be in the place of %s", other.by), "rename one of them")
		return
	}
	c.add(url, "`"+file+"`")
}
