package site

import (
	"cmp"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"unicode/utf16"

	"lectern/internal/theme"
	"lectern/internal/together"
	"lectern/layouts"
	"lectern/quiz"
)

// courseRoot is what the pages about progress load at once, above
// scripts/course.js, which reads the rest: all of a small course, and of
// any other where to find what the browser keeps something of.
type courseRoot struct {
	Count   int          `json:"count"` // of all lessons
	Lessons []lessonData `json:"lessons"`
	// Of each piece of the list of names, the first name and the digest of its file.
	Names [][2]string `json:"names,omitempty"`
}

// pieceSize is how much of what is known of lessons a browser reads at once, in
// bytes before compression. A course that is no larger is one piece.
const pieceSize = 8000

// known is what the pages about progress know of the course: the part that they
// load, and the pieces that it reads when it needs them.
type known struct {
	part   theme.Part
	pieces []File
}

func makeKnown(t *theme.Theme, lessons []lessonData) (k known, err error) {
	root := courseRoot{Count: len(lessons), Lessons: lessons}
	if groups := cut(lessons, pieceSize, lessonData.size); len(groups) > 1 {
		names, err := k.addPieces(groups)
		if err != nil {
			return k, err
		}
		root.Lessons, root.Names = []lessonData{}, names
	}
	data, err := json.Marshal(root)
	if err != nil {
		return k, err
	}
	script, err := t.File("scripts/" + layouts.Course + ".js")
	if err != nil {
		return k, err
	}
	k.part, err = t.Part(quiz.Part{Name: layouts.Course, Script: append([]byte("Lectern.course="+string(data)+";\n"), script...)})
	return k, err
}

// addPieces makes a file of each group of lessons, and the list of names, in
// pieces too. It returns what the root says of these.
func (k *known) addPieces(groups [][]lessonData) (names [][2]string, err error) {
	files := map[string]string{} // name of a record -> the digest of the file that holds its lesson
	digests, err := k.addAll("lessons", len(groups), func(i int) any { return groups[i] })
	if err != nil {
		return nil, err
	}
	for i, group := range groups {
		for _, l := range group {
			for _, name := range l.records() {
				files[name] = digests[i]
			}
		}
	}
	sorted := sortedKeys(files)
	slices.SortFunc(sorted, compareAsBrowser)
	lists := cut(sorted, pieceSize, func(name string) int { return len(name) + len(`"",`) })
	digests, err = k.addAll("names", len(lists), func(i int) any { return byFile(lists[i], files) })
	for i, digest := range digests {
		names = append(names, [2]string{lists[i][0], digest})
	}
	return names, err
}

// addAll makes n files side by side, each of which hands content to the page, and
// returns the parts of their names that are their digests.
func (k *known) addAll(name string, n int, content func(i int) any) (digests []string, err error) {
	made := make([]theme.File, n)
	err = together.Do(n, func(i int) error {
		data, err := json.Marshal(content(i))
		if err == nil {
			made[i] = theme.Written(name, []byte("Lectern.index("+string(data)+")"))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, f := range made {
		digests = append(digests, strings.TrimSuffix(strings.TrimPrefix(path.Base(f.Path), name+"."), ".js"))
	}
	k.pieces = append(k.pieces, filesOf(made)...)
	return digests, nil
}

// byFile lists names by the files that they lead to: pairs of a digest and a
// list of names.
func byFile(names []string, files map[string]string) (list [][2]any) {
	under := map[string][]string{}
	for _, name := range names {
		under[files[name]] = append(under[files[name]], name)
	}
	for _, digest := range sortedKeys(under) {
		list = append(list, [2]any{digest, under[digest]})
	}
	return list
}

// records are the names under which a browser keeps something of a lesson: of
// the lesson itself, of its questions by all their names, and of its cards.
func (l lessonData) records() []string {
	names := append([]string{"lesson:" + l.Name}, l.Terms...)
	for _, q := range l.Questions {
		names = append(append(names, q.ID), q.Was...)
	}
	return names
}

func (l lessonData) size() int {
	data, _ := json.Marshal(l) // texts and numbers always marshal
	return len(data)
}

// cut groups items that follow each other. No group is larger than size, unless
// it is one item.
func cut[T any](items []T, size int, sizeOf func(T) int) (groups [][]T) {
	sum := 0
	for _, item := range items {
		n := sizeOf(item)
		if sum += n; len(groups) == 0 || sum > size {
			groups, sum = append(groups, nil), n
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], item)
	}
	return groups
}

// compareAsBrowser orders names as < does in a script.
func compareAsBrowser(a, b string) int {
	return slices.CompareFunc(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)), cmp.Compare[uint16])
}
