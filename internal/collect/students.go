package collect

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lectern/internal/diag"
	"lectern/internal/once"
)

// Student is who a file, or several, is of.
type Student struct {
	Name    string // as the file says, or as the file is called
	Files   []string
	Records map[string]Record

	label string // what the files are named for; "" when they have the name a browser gave
	print [32]byte
}

// Together puts the files of each student together: of two answers to a question
// the newer one stays. Whatever is not plain goes to d, as a warning.
//
// Two files are of one student when they are the same, when they lie in one folder
// under one name (but for a date and what a browser adds to a copy), or when one
// has no name of its own and they hold an answer that was given in the same
// millisecond.
func Together(exports []*Export, course string, d *diag.List) []*Student {
	var students []*Student
	byAnswer := map[string]*Student{}
	sorted := slices.SortedFunc(slices.Values(exports), func(a, b *Export) int { return cmp.Compare(a.Path, b.Path) })
	for _, e := range sorted {
		label := labelOf(e, course)
		s := find(students, e, label, byAnswer, d)
		if s == nil {
			s = &Student{Records: map[string]Record{}, print: e.print}
			students = append(students, s)
		}
		s.take(e, label, course)
		for _, r := range e.Records {
			if r.At > 0 && byAnswer[r.moment()] == nil {
				byAnswer[r.moment()] = s
			}
		}
	}
	nameApart(students)
	slices.SortFunc(students, func(a, b *Student) int { return cmp.Compare(a.Name, b.Name) })
	return students
}

// moment names an answer and the millisecond in which it was given: no two
// people share it.
func (r Record) moment() string { return fmt.Sprintf("%s %.0f %s", r.id, r.At, r.Response.Encode()) }

// find is the student that a file is of; nil when it is of a new one.
func find(students []*Student, e *Export, label string, byAnswer map[string]*Student, d *diag.List) *Student {
	for _, s := range students {
		switch {
		case s.print == e.print:
			warn(d, e.Path, "file-twice", fmt.Sprintf("this is the same file as %s, and counts once", s.Files[0]), "")
			return s
		case label != "" && label == s.label:
			warn(d, e.Path, "student-twice", fmt.Sprintf("this is of the same student as %s, by its name; the newer answers stay", s.Files[0]), "if these are two people, give their files two names")
			return s
		}
	}
	for _, s := range sharing(e, byAnswer) {
		if label == "" || s.label == "" {
			warn(d, e.Path, "student-twice", fmt.Sprintf("this is of the same student as %s, by its answers; the newer ones stay", s.Files[0]), "")
			return s
		}
		warn(d, e.Path, "answers-shared", fmt.Sprintf("some answers here are those of %s, to the millisecond: they count twice", s.Files[0]),
			"if both are of one student, give the files one name and a date;\nif two people used one device, they may choose “for this visit only” on “My progress”")
	}
	return nil
}

// sharing are the students with an answer that is in the file, too, each once, in order
// of their files.
func sharing(e *Export, byAnswer map[string]*Student) (shared []*Student) {
	for _, r := range e.Records {
		if s := byAnswer[r.moment()]; s != nil && !slices.Contains(shared, s) {
			shared = append(shared, s)
		}
	}
	slices.SortFunc(shared, func(a, b *Student) int { return cmp.Compare(a.Files[0], b.Files[0]) })
	return shared
}

func warn(d *diag.List, path, name, text, hint string) {
	d.Add(diag.Message{Path: path, Severity: diag.Warning, Name: name, Text: text, Hint: hint})
}

// take puts a file's records to those of the student.
func (s *Student) take(e *Export, label, course string) {
	s.Files = append(s.Files, e.Path)
	if s.Name == "" || s.label == "" && label != "" {
		s.label, s.Name = label, cmp.Or(e.Name, ownName(e.Path, course), stem(e.Path))
	}
	for id, r := range e.Records {
		if before, ok := s.Records[id]; ok {
			r = better(before, r)
		}
		s.Records[id] = r
	}
}

// nameApart gives students of one name in two folders the folders as well.
func nameApart(students []*Student) {
	count := map[string]int{}
	for _, s := range students {
		count[s.Name]++
	}
	for _, s := range students {
		if count[s.Name] > 1 {
			s.Name = strings.TrimSuffix(s.Files[0], path.Ext(s.Files[0]))
		}
	}
}

var (
	copyMark = once.Regexp(`\s*\(\d{1,3}\)$`)
	dayMark  = once.Regexp(`[-_ ]*\d{4}-\d\d-\d\d$`)
)

// labelOf is what a file is named for, with its folder: "group/ana" of
// "group/ana-2030-01-31 (1).json". It is "" for the name that a browser gives,
// which is the course's. A name within the file comes first.
func labelOf(e *Export, course string) string {
	if e.Name != "" {
		return "\x00" + norm.NFC.String(strings.ToLower(e.Name))
	}
	name := ownName(e.Path, course)
	if name == "" {
		return ""
	}
	return norm.NFC.String(strings.ToLower(path.Join(path.Dir(e.Path), name)))
}

// ownName is what a person called a file: its name without the course, the day,
// and what a browser adds to a copy.
func ownName(p, course string) string {
	name := stem(p)
	for range 2 {
		name = dayMark.ReplaceAllString(copyMark.ReplaceAllString(name, ""), "")
	}
	return strings.Trim(strings.TrimSuffix(strings.TrimPrefix(name, course), course), "-_ ")
}

func stem(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }
