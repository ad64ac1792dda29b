package hostile

import (
	"os"
	"path/filepath"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// Facilitators see more: their notes, role-plays, answers that lie open, the plan of a session.
func TestHostileTextIsOnlyTextForFacilitators(t *testing.T) {
	browser.Chromium.Only(t, "the pages are the students', with more of the same on them")
	host, v := hostIn(t, ledFolder(t), true), in(t)
	for page, least := range map[string]int{
		"index.html": 20, "facilitator/plan.html": 5, "start/index.html": 10, "start/questions.html": 100, "start/quiz.html": 30, "print/start/questions-handout.html": 20, "print/course.html": 40,
	} {
		if s := v.goes(host + page); s.Shown < least {
			t.Errorf("%s shows the text %d times, which is not where it was written", page, s.Shown)
		}
	}
}

// ledFolder is the facilitators' edition of the same course.
func ledFolder(t *testing.T) string {
	t.Helper()
	course := t.TempDir()
	if err := os.CopyFS(course, os.DirFS(filepath.Dir(built(t)))); err != nil {
		t.Fatal(err)
	}
	website.Run(t, course, "build", "--edition", "facilitator")
	return filepath.Join(course, "public-facilitator")
}
