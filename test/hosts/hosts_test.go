// Package hosts puts the course on the web servers that the manual has a configuration for, at the root of a host and
// below a path of a larger site, and looks at what arrives.
package hosts

import (
	"os"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

func TestMain(m *testing.M) {
	code := m.Run()
	browser.Close()
	website.Remove()
	os.Exit(code)
}

// below is the path of the larger site in the manual's configurations.
const below = "/courses/peer/"

func TestTheCourseOnEveryServer(t *testing.T) {
	for _, path := range []string{"/", below} {
		site, where := website.CourseAt(t, "https://example.org"+path), "at the root"
		if path == below {
			where = "below a path"
		}
		for _, s := range servers {
			t.Run(s.name+" "+where, func(t *testing.T) {
				h := s.start(t, site, path)
				t.Run("every file arrives as it is", func(t *testing.T) { everyFileArrivesAsItIs(t, h) })
				t.Run("an unknown address is not there", func(t *testing.T) { anUnknownAddressIsNotThere(t, h) })
				t.Run("a folder without its slash leads to the folder", func(t *testing.T) { aFolderWithoutItsSlashLeadsToTheFolder(t, h) })
				t.Run("a student goes through it", func(t *testing.T) { aStudentGoesThroughIt(t, h) })
			})
		}
	}
}
