// Package pack puts a built site into one file for somebody to carry.
package pack

import (
	"archive/zip"
	"io"
	"slices"
	"strings"
	"time"

	"lectern/internal/site"
)

// readMe is what students find beside the pages.
const readMe = "READ-ME.txt"

// madeHere is the remark inside every zip of ours.
const madeHere = "Made by lectern export zip."

// everyTime is when all files of a zip were changed: the same course gives the
// same bytes. It is the first day that a zip can name.
var everyTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Zip writes the site as a zip: one folder, named after the course, so that
// nothing spills wherever it is opened.
func Zip(w io.Writer, s *site.Site) error {
	folder := s.Config.ID.Value + "/"
	packed := zip.NewWriter(w)
	for _, f := range withReadMe(s) {
		into, err := packed.CreateHeader(&zip.FileHeader{Name: folder + f.Path, Method: zip.Deflate, Modified: everyTime})
		if err != nil {
			return err
		}
		if _, err := f.WriteTo(into); err != nil {
			return err
		}
	}
	if err := packed.SetComment(madeHere); err != nil {
		return err
	}
	return packed.Close()
}

// withReadMe are the site's files and the one that says how to open them. A
// course that brings such a file itself keeps its own.
func withReadMe(s *site.Site) []site.File {
	byPath := func(f site.File, path string) int { return strings.Compare(f.Path, path) }
	at, there := slices.BinarySearchFunc(s.Files, readMe, byPath)
	if there {
		return s.Files
	}
	return slices.Insert(slices.Clone(s.Files), at, site.File{Path: readMe, Data: []byte(howToOpen(s))})
}

// howToOpen says it in all languages of the course. It is written for any editor: marked as UTF-8, with the line ends of
// Windows, which all others take as well.
func howToOpen(s *site.Site) string {
	var lines []string
	for i, l := range s.Languages {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines,
			l.Title, strings.Repeat("=", len([]rune(l.Title))), "",
			l.Words.Say("read-me-open"), "",
			l.Words.Say("read-me-folder"), "",
			l.Words.Say("read-me-network")+" "+l.Words.Say("privacy"), "",
		)
	}
	return "\ufeff" + strings.Join(lines, "\r\n")
}

// IsOurs reports whether a file is a zip that Zip wrote.
func IsOurs(r io.ReaderAt, size int64) bool {
	packed, err := zip.NewReader(r, size)
	return err == nil && packed.Comment == madeHere
}
