package site

import (
	"io/fs"
	"path"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/theme"
)

// views are what the theme's templates are given.
var views = theme.Views{
	Pages: map[string]any{
		"home": homeView{}, "module": moduleView{}, "lesson": lessonView{}, "glossary": glossaryView{}, "references": referencesView{},
		"results": progressView{}, "progress": progressView{}, "review": reviewView{}, "practice": practiceView{}, "recall": recallView{},
		"help": helpView{}, "search": lettersView{}, "letters": lettersView{}, "404": struct{ *frame }{},
	},
	Shared: map[string]any{
		"menu": menuView{}, "paper": &sheet{}, "handout": handoutView{}, "questions": questionsView{}, "answers": questionsView{},
		"notes": &notedPress{}, "people": peopleView{}, "whole-cover": coverView{}, "whole-module": wholeModule{}, "whole-ends": endsView{},
		"plan": planView{}, "cards": cardsView{},
	},
}

// readTheme makes everything that does not depend on the lessons. It returns
// nil after an error.
func readTheme(fsys fs.FS, c *settings.Site, facilitator bool, d *diag.List) *theme.Theme {
	own, err := fs.Sub(fsys, settings.Theme)
	if err != nil {
		own = nil
	}
	if !holdsFiles(own, d) {
		return nil
	}
	return theme.Read(own, c, views, facilitator, d)
}

// holdsFiles refuses what is no file in the theme's own folder, before anything
// reads it.
func holdsFiles(own fs.FS, d *diag.List) bool {
	ok := true
	if own != nil {
		_ = fs.WalkDir(own, ".", func(p string, e fs.DirEntry, err error) error {
			if err == nil && course.Waits(own, p, e) {
				d.ErrorIn(path.Join(settings.Theme, p), "unreadable", course.NoFile, "move it out of `layouts`")
				ok = false
			}
			return nil // what cannot be read is told by who needs it
		})
	}
	return ok
}

// filesOf are files of the theme as files of the site.
func filesOf(made []theme.File) []File {
	files := make([]File, len(made))
	for i, f := range made {
		files[i] = File{Path: f.Path, Data: f.Data}
	}
	return files
}
