package site

import (
	"os"
	"testing"
)

// Who waits is told of every page, of all languages, until all are done.
func TestProgressIsToldPageByPage(t *testing.T) {
	last, of := 0, 0
	mustBuild(t, os.DirFS("../../test/testdata/bilingual"), Options{Progress: func(done, all int) {
		if done != last+1 || of != 0 && all != of {
			t.Errorf("%d of %d after %d of %d", done, all, last, of)
		}
		last, of = done, all
	}})
	if last == 0 || last != of {
		t.Errorf("in the end %d of %d pages are rendered", last, of)
	}
}
