// Package scaffold makes what an author begins from: a course, a module, a
// lesson, a question, each filled and with remarks, and nothing wrong with it.
// It returns files and puts none on a disk.
//
// The texts are in templates/, a folder for each language; the questions are
// the examples that stand beside their kinds.
package scaffold

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"lectern/internal/once"
	"lectern/internal/schema"
	"lectern/internal/settings"
	"lectern/quiz"
	"lectern/quiz/kinds"
)

//go:embed templates
var templates embed.FS

// File is one file to be made.
type File struct {
	Path string // with forward slashes
	Data []byte
}

// Languages are those in which there are texts, as codes.
func Languages() []string { return quiz.ExampleLanguages }

// Speaks returns the language of the texts for a course in the language code:
// "fr" for "fr-CA". ok is false when there are none; the texts are English then.
func Speaks(code string) (language string, ok bool) {
	base, _, _ := strings.Cut(strings.ToLower(code), "-")
	for _, l := range Languages() {
		if l == base {
			return l, true
		}
	}
	return Languages()[0], false
}

// Course returns the files of a new course. code is the language that its
// site.yaml names.
func Course(title, code string) ([]File, error) {
	language, _ := Speaks(code)
	top := "templates/" + language + "/course"
	text, err := schema.Settings(language, map[string]string{"title": Scalar(title), "id": Scalar(settings.IDFrom(title)), "language": code})
	if err != nil {
		return nil, err
	}
	pattern, err := schema.Site()
	if err != nil {
		return nil, err
	}
	ignored, err := fs.ReadFile(templates, "templates/gitignore")
	if err != nil {
		return nil, err
	}
	files := []File{{settings.File, text}, {schema.SiteFile, pattern}, {".gitignore", ignored}}
	err = fs.WalkDir(templates, top, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates, name)
		if err == nil {
			text, err = fill(string(text), title, language, func(string) bool { return false })
		}
		files = append(files, File{strings.TrimPrefix(name, top+"/"), text})
		return err
	})
	return files, err
}

// Module returns the files of a new module in the folder dir.
func Module(dir, title, language string) ([]File, error) {
	text, err := filled("module.md", title, language, nil)
	return []File{{path.Join(dir, "index.md"), text}}, err
}

// Lesson returns the file of a new lesson. taken reports which ids of questions
// the course has already.
func Lesson(file, title, language string, taken func(id string) bool) ([]File, error) {
	text, err := filled("lesson.md", title, language, taken)
	return []File{{file, text}}, err
}

func filled(name, title, language string, taken func(string) bool) ([]byte, error) {
	text, err := fs.ReadFile(templates, "templates/"+language+"/"+name)
	if err != nil {
		return nil, err
	}
	return fill(string(text), title, language, taken)
}

// place stands for a question and the objective it is about:
// <!-- example: order prepare -->
var place = once.Regexp(`(?m)^<!-- example: ([a-z-]+) ([a-z-]+) -->\n`)

// fill puts a title and questions into a template.
func fill(text, title, language string, taken func(string) bool) ([]byte, error) {
	var failed error
	text = place.ReplaceAllStringFunc(text, func(line string) string {
		named := place.FindStringSubmatch(line)
		q, err := NewQuestion(named[1], language, named[2], taken)
		if err != nil {
			failed = err
		}
		return q.Text
	})
	return bytes.ReplaceAll([]byte(text), []byte("{{title}}"), []byte(Scalar(title))), failed
}

// Kinds are the names of the questions that NewQuestion can make.
func Kinds() (names []string) {
	for _, e := range kinds.All().Examples(Languages()[0]) {
		names = append(names, e.Name)
	}
	return names
}

// Question is a question to begin from.
type Question struct {
	Text string   // Markdown
	IDs  []string // of what it asks, no other question's
}

// NewQuestion makes the question with a name from Kinds. objective is what it is
// about, "" for nothing.
func NewQuestion(name, language, objective string, taken func(id string) bool) (Question, error) {
	for _, e := range kinds.All().Examples(language) {
		if e.Name == name {
			q := Question{Text: e.Text}
			q.settle(objective, taken)
			return q, nil
		}
	}
	return Question{}, fmt.Errorf("there is no question of the kind `%s`", name)
}

var idLine = once.Regexp(`(?m)^<!-- \{id: ([a-z-]+)(.*\} -->)$`)

// settle gives what the question asks ids of its own, and its objective. A quiz
// has none: its questions do.
func (q *Question) settle(objective string, taken func(string) bool) {
	q.Text = idLine.ReplaceAllStringFunc(q.Text, func(line string) string {
		parts := idLine.FindStringSubmatch(line)
		id := parts[1]
		for n := 2; taken(id); n++ {
			id = fmt.Sprintf("%s-%d", parts[1], n)
		}
		q.IDs = append(q.IDs, id)
		if objective != "" && !strings.Contains(parts[2], "mode:") {
			id += ", objective: " + objective
		}
		return "<!-- {id: " + id + parts[2]
	})
}
