package quiz

import (
	"fmt"
	"strconv"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/prose"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// QuizKeyword begins the heading of a group of questions.
const QuizKeyword = "Quiz"

// Quiz is a quiz: a heading and the questions below it, to be practised or to
// be handed in together.
type Quiz struct {
	ID        string // unique in the course
	HeadingID string // the id of the heading's element
	Level     int    // the heading's level
	Exam      bool   // one submission at the end, else each question by itself
	Pick      int    // how many questions are drawn each time; 0 for all
	Pass      int    // the share of the points that is needed, in percent; 0 for none
	Shuffle   bool   // questions and answers come in another order each time
	Tries     int    // how often it may be handed in; 0 for as often as one likes
	Questions []Question
	File      *source.File
	At        source.Range // the heading
	IDAt      source.Range // the id setting, or the heading

	settings yamlx.Node // as the author wrote them
}

// QuizBlock is a group as it stands in the lesson: its heading, and what has
// become of the questions below it.
type QuizBlock struct {
	File      *source.File
	HeadingAt source.Range
	HeadingID string
	Level     int
	Title     prose.Text
	Slug      string // made from lesson and title, for groups without an id
	Settings  yamlx.Node
	Questions []Question
	Broken    int // questions with errors of their own
}

type quizSettings struct {
	ID      yamlx.Text `yaml:"id"`
	Mode    yamlx.Text `yaml:"mode"`
	Pick    *int       `yaml:"pick"`
	Pass    yamlx.Text `yaml:"pass"`
	Shuffle *bool      `yaml:"shuffle"`
	Tries   *int       `yaml:"tries"`
}

var modes = []string{"practice", "exam"}

// Parse reads and validates b. It returns nil after an error.
func (b *QuizBlock) Parse(d *diag.List) *Quiz {
	var s quizSettings
	ok := yamlx.DecodeNode(b.File, b.Settings, &s, d)
	g := &Quiz{
		ID: b.Slug, HeadingID: b.HeadingID, Level: b.Level, Questions: b.Questions,
		Exam: s.Mode.Value == "exam", Shuffle: s.Shuffle != nil && *s.Shuffle,
		File: b.File, At: b.HeadingAt, IDAt: b.HeadingAt, settings: b.Settings,
	}
	for _, check := range []func(*Quiz, *quizSettings, *diag.List) bool{b.name, b.mode, b.pick, b.pass, b.tries, b.content} {
		ok = check(g, &s, d) && ok
	}
	if !ok {
		return nil
	}
	for _, q := range g.Questions {
		q.Base().Shuffle = q.Base().Shuffle || g.Shuffle && q.Base().MayShuffle
	}
	return g
}

func (b *QuizBlock) name(g *Quiz, s *quizSettings, d *diag.List) bool {
	if b.Title.Empty() {
		d.Error(b.File, b.HeadingAt, "quiz-unnamed", "this quiz has no name", "write it after the colon: `## Quiz: End of lesson`")
		return false
	}
	if s.ID.Value == "" {
		return true
	}
	g.ID, g.IDAt = s.ID.Value, s.ID.At
	return checkID(b.File, s.ID, d)
}

func (b *QuizBlock) mode(_ *Quiz, s *quizSettings, d *diag.List) bool {
	if s.Mode.Value == "" || s.Mode.Value == modes[0] || s.Mode.Value == modes[1] {
		return true
	}
	hint := diag.DidYouMean(s.Mode.Value, modes)
	if hint == "" {
		hint = "write `practice` or `exam`"
	}
	d.Error(b.File, s.Mode.At, "mode-unknown", fmt.Sprintf("unknown mode `%s`", s.Mode.Value), hint)
	return false
}

func (b *QuizBlock) pick(g *Quiz, s *quizSettings, d *diag.List) bool {
	if s.Pick == nil {
		return true
	}
	g.Pick = *s.Pick
	if g.Pick < 1 || b.Broken == 0 && g.Pick > len(b.Questions) {
		d.Error(b.File, b.at("pick"), "pick-bad", fmt.Sprintf("`pick` must be from 1 to %d, the number of questions in this quiz", len(b.Questions)),
			"leave it out to ask all of them")
		return false
	}
	return true
}

var percent = once.Regexp(`^(\d{1,3}) ?%?$`)

func (b *QuizBlock) pass(g *Quiz, s *quizSettings, d *diag.List) bool {
	if s.Pass.Value == "" {
		return true
	}
	m := percent.FindStringSubmatch(s.Pass.Value)
	if m != nil {
		g.Pass, _ = strconv.Atoi(m[1])
	}
	if g.Pass < 1 || g.Pass > 100 {
		d.Error(b.File, s.Pass.At, "pass-bad", fmt.Sprintf("`%s` is no share of the points", s.Pass.Value), "write a percentage: `pass: 80%`")
		return false
	}
	return b.onlyExam(g, "pass", d)
}

func (b *QuizBlock) tries(g *Quiz, s *quizSettings, d *diag.List) bool {
	if s.Tries == nil {
		return true
	}
	if g.Tries = *s.Tries; g.Tries < 1 || g.Tries > maxTries {
		d.Error(b.File, b.at("tries"), "tries-bad", fmt.Sprintf("`tries` must be from 1 to %d", maxTries), "leave it out if a student may try as often as they like")
		return false
	}
	return b.onlyExam(g, "tries", d)
}

// onlyExam refuses a setting that would do nothing in practice. A mode that
// cannot be read may have meant an exam.
func (b *QuizBlock) onlyExam(g *Quiz, setting string, d *diag.List) bool {
	if mode, found := b.Settings.Get("mode"); !g.Exam && (!found || mode.Value == modes[0]) {
		d.Error(b.File, b.at(setting), "exam-only", fmt.Sprintf("`%s` has a meaning only in an exam", setting),
			"add `mode: exam`, or take it out: practice has no pass mark and no end of tries")
	}
	return g.Exam
}

// content wants questions, and in an exam none with tries of its own.
func (b *QuizBlock) content(g *Quiz, _ *quizSettings, d *diag.List) bool {
	if len(b.Questions)+b.Broken == 0 {
		d.Error(b.File, b.HeadingAt, "quiz-empty", "this quiz has no questions",
			fmt.Sprintf("write them below it, one level lower: `%s# Question: …`", hashes[:min(b.Level, 5)]))
		return false
	}
	ok := true
	for _, q := range b.Questions {
		if base := q.Base(); g.Exam && base.Tries > 0 {
			d.Error(b.File, base.At, "tries-in-exam", "this question has `tries` of its own, but an exam is handed in as a whole", "put `tries` below the quiz's heading")
			ok = false
		}
	}
	return ok
}

const hashes = "#####"

// at is the place of a setting's value.
func (b *QuizBlock) at(name string) source.Range {
	if n, found := b.Settings.Get(name); found {
		return n.At
	}
	return b.HeadingAt
}
