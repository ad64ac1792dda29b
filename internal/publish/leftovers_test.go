package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// What a build leaves when it is killed while it clears the former site away:
// that site, without some of its files, in the worst case without its list.
func TestLeftoversOfAKilledBuildDoNotHurt(t *testing.T) {
	for name, leave := range map[string]func(t *testing.T, out string){
		"half a new site": func(t *testing.T, out string) {
			put(t, filepath.Join(beside(out, "next"), "index.html"), "half")
		},
		"a former site": func(t *testing.T, out string) {
			mustWrite(t, beside(out, "old"), edition(2))
		},
		"a former site without its list": func(t *testing.T, out string) {
			mustWrite(t, beside(out, "old"), edition(2))
			if err := os.Remove(filepath.Join(beside(out, "old"), manifestFile)); err != nil {
				t.Fatal(err)
			}
		},
		"a lock that nobody holds": func(t *testing.T, out string) {
			put(t, beside(out, "lock"), "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			mustWrite(t, out, edition(0))
			put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
			leave(t, out)
			for n := 1; n >= 0; n-- { // the second build must not stumble over the first
				mustWrite(t, out, edition(n))
				if got, want := readEdition(t, out), []string{"edition 0", "edition 1"}[n]; got != want {
					t.Errorf("the site is %s, want %s", got, want)
				}
			}
		})
	}
}

// A build that could not clear the former site away has put the new one into
// place: the next has nothing to change, and clears away all the same.
func TestBuildThatChangesNothingClearsAwayWhatOthersLeft(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	put(t, filepath.Join(beside(out, "next"), "index.html"), "half")
	put(t, beside(out, spooled)+"123", "pages")
	mustWrite(t, beside(out, "old"), edition(2))
	if c := mustWrite(t, out, edition(0)); c.Written+c.Removed > 0 {
		t.Errorf("%+v", c)
	}
	wantOnly(t, filepath.Dir(out), "public")
}

// Where two folders cannot be exchanged in one step, a build may be killed
// when the former site has gone and the new one has not come.
func TestSiteThatWasMovedAsideComesBackWithItsForeignFiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	if err := os.Rename(out, beside(out, "old")); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, out, edition(1))
	if got := readEdition(t, out); got != "edition 1" {
		t.Errorf("the site is %s", got)
	}
	wantOnly(t, filepath.Dir(out), "public")
}

// A file of somebody else's in the former site, put there in the moment of
// the swap, is never deleted, and it is not in the way of later builds.
func TestForeignFileInAFormerSiteIsKept(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	late := filepath.Join(beside(out, "old"), "late.txt")
	mustWrite(t, out, edition(0))
	put(t, late, "put here in the moment of the swap")
	for n := range 3 {
		mustWrite(t, out, edition(2-n))
	}
	wantContent(t, late, "put here in the moment of the swap")
	wantOnly(t, filepath.Dir(out), filepath.Base(beside(out, "old")), "public")
}
