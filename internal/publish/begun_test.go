package publish

import (
	"path/filepath"
	"testing"
)

// mustBegin begins a site in the folder out, of which some files are there already.
func mustBegin(t *testing.T, out string, files ...made) *Spool {
	t.Helper()
	pages := NewSpool(out)
	if pages == nil || pages.begun == nil {
		t.Fatal("the site is not begun")
	}
	for _, f := range files {
		if _, err := pages.KeepAs(f.name, f.data); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

func mustWriteFrom(t *testing.T, pages *Spool, out string, files []made) {
	t.Helper()
	if c, err := WriteFrom(pages, nil, out, files); err != nil || c.Written != len(files) {
		t.Fatalf("%+v, %v", c, err)
	}
}

// What lies in its place was written once: it is the very file.
func TestFirstSiteIsWrittenWhileItIsMade(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := edition(1)
	pages := mustBegin(t, out, files[1], files[2])
	before := stampOf(t, filepath.Join(beside(out, "next"), "index.html"))
	if read, _ := pages.KeepAs("assets/always.css", files[0].data); read == nil {
		t.Error("a file cannot be read before the site is whole")
	} else if got, err := read(nil); string(got) != string(files[0].data) || err != nil {
		t.Errorf("a file reads %q before the site is whole (%v)", got, err)
	}
	if exists(out) {
		t.Error("there is a site before it is whole")
	}
	mustWriteFrom(t, pages, out, files)
	if !stampOf(t, filepath.Join(out, "index.html")).same(before) {
		t.Error("a file that lay in its place was written again")
	}
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	if got := readEdition(t, out); got != "edition 1" {
		t.Errorf("the site is %s", got)
	}
	pages.Close()
	wantOnly(t, filepath.Dir(out), "public")
	mustWrite(t, out, edition(2))
}

func TestSiteThatWasBegunAndGivenUpLeavesNothing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBegin(t, out, edition(1)...).Close()
	wantOnly(t, filepath.Dir(out))
}

func TestOtherBuildsWaitForASiteThatIsBegun(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	pages := mustBegin(t, out, edition(1)...)
	if second := NewSpool(out); second.begun != nil {
		t.Error("two builds have begun the same site")
	}
	if _, err := Write(out, edition(2)); err == nil {
		t.Error("another build has written to it")
	}
	pages.Close()
	mustWrite(t, out, edition(2))
	wantOnly(t, filepath.Dir(out), "public")
}

// Only the first build of a site begins it. What is there is compared by others,
// and what one of them left is cleared away or brought back by them.
func TestSiteThatIsThereIsNotBegunAnew(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, edition(0))
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	pages := NewSpool(out)
	defer pages.Close()
	if pages.begun != nil {
		t.Fatal("a site was begun beside one that is there")
	}
	if _, err := pages.KeepAs("index.html", []byte("edition 1")); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteFrom(pages, nil, out, edition(1)); err != nil {
		t.Fatal(err)
	}
	if got := readEdition(t, out); got != "edition 1" {
		t.Errorf("the site is %s", got)
	}
}

// Nobody has made the folder in which the site's is to lie: pages wait elsewhere on
// the same disk, and a build that fails makes none.
func TestPagesLieOnASpoolBeforeThereIsAFolder(t *testing.T) {
	top := t.TempDir()
	out := filepath.Join(top, "not", "yet", "public")
	pages := NewSpool(out)
	if pages == nil {
		t.Fatal("there is no spool")
	}
	read, err := pages.KeepAs("index.html", []byte("edition 1"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := read(nil); string(got) != "edition 1" || err != nil {
		t.Errorf("it reads %q (%v)", got, err)
	}
	wantOnly(t, top)
	mustWriteFrom(t, pages, out, edition(1))
	pages.Close()
	wantOnly(t, filepath.Dir(out), "public")
}

// A build that was killed leaves what it had begun, and its lock.
func TestWhatAKilledBuildHadBegunIsNotInTheNextSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(beside(out, "next"), "half.html"), "half")
	put(t, beside(out, "lock"), "")
	put(t, beside(out, spooled)+"123", "pages")
	files := edition(1)
	pages := mustBegin(t, out, files...)
	mustWriteFrom(t, pages, out, files)
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	if got := readEdition(t, out); got != "edition 1" {
		t.Errorf("the site is %s", got)
	}
	wantOnly(t, filepath.Dir(out), "public")
}

// A place that two ask for is nobody's before all is known.
func TestFileThatTheSiteHasNotOrThatWasAskedForTwiceIsNotTaken(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := edition(1)
	pages := mustBegin(t, out, made{"gone.html", []byte("gone")}, made{"index.html", []byte("a draft of it")}, files[1], files[2])
	mustWriteFrom(t, pages, out, files)
	put(t, filepath.Join(out, "notes", "by-hand.txt"), "not by lectern")
	if got := readEdition(t, out); got != "edition 1" {
		t.Errorf("the site is %s", got)
	}
}

// What is wrong with a course is known at the end, and files are written before.
func TestNothingIsWrittenBesideASiteThatIsBegun(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	pages := mustBegin(t, out, made{"../beside.html", []byte("beside")}, made{"a/../../../beside.html", []byte("beside")})
	defer pages.Close()
	if names, err := filepath.Glob(filepath.Join(filepath.Dir(out), "*.html")); err != nil || len(names) > 0 {
		t.Errorf("there is %q (%v)", names, err)
	}
}

// A folder may be there before the first site, with files of somebody else.
func TestSiteIsBegunInAFolderOfSomebodyElse(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mine, css := filepath.Join(out, "notes", "by-hand.txt"), filepath.Join(out, "assets", "always.css")
	put(t, mine, "not by lectern")
	put(t, css, "another style")
	files := edition(1)
	pages := mustBegin(t, out, files...)
	if _, err := WriteFrom(pages, nil, out, files); err == nil {
		t.Error("a file of somebody else was replaced")
	}
	wantContent(t, css, "another style")
	wantOnly(t, filepath.Dir(out), "public")

	put(t, css, "the same in every edition")
	before := stampOf(t, css)
	pages = mustBegin(t, out, files...)
	if c, err := WriteFrom(pages, nil, out, files); err != nil || c.Unchanged != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	if !stampOf(t, css).same(before) {
		t.Error("a file that was the same is another")
	}
	if got := readEdition(t, out); got != "edition 1" {
		t.Errorf("the site is %s", got)
	}
}
