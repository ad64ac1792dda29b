package check

import (
	"slices"
	"strings"
	"time"

	"lectern/internal/course"
	"lectern/internal/markdown"
	"lectern/internal/source"
	"lectern/quiz"
)

// teachingRules look at what a lesson sets out to do, and whether it does.
var teachingRules = []Rule{
	{
		Name: "objective-untested", once: true, Finds: "An objective that no question asks about", page: objectiveUntested,
		Why:    "Neither you nor the student finds out whether it was reached, and the results by objective have nothing to show for it.",
		Source: "Biggs (1996), Enhancing teaching through constructive alignment.",
		Fix:    "name it in a question: `<!-- {objective: …} -->`; or take it out if the lesson is not about it",
	},
	{
		Name: "question-without-objective", once: true, Finds: "A question that belongs to no objective", page: questionWithoutObjective,
		Why:    "It counts for none of the lesson's objectives, so the results by objective leave it out. It may test something the lesson does not teach.",
		Source: "Biggs (1996), Enhancing teaching through constructive alignment.",
		Fix:    "say which objective it is for: `<!-- {objective: …} -->`",
	},
	{
		Name: "recall-only", once: true, Finds: "Questions that ask only what was said", page: recallOnly,
		Why:    "Knowing the words is not yet knowing what to do. A case, however short, lets students use what they have read.",
		Source: "Haladyna, Downing and Rodriguez (2002), guideline on higher-level thinking.",
		Fix:    "tell a short case below one of the headings and ask what to do; or add a scenario, a judgement or a reflection",
	},
	{
		Name: "prerequisite-loop", Finds: "Lessons that need each other first", course: prerequisiteLoop,
		Why:    "No student can begin anywhere.",
		Source: "Lectern's own format.",
		Fix:    "take one of the `prerequisites` out",
	},
	{
		Name: "no-summary", Finds: "A lesson without a summary", page: noSummary,
		Why:    "The line stands below the title in lists and in the search, and tells a student whether this is the lesson they want.",
		Source: "Lectern's own format.",
		Fix:    "add a line to the settings at the top: `summary: …`",
	},
	{
		Name: "term-undefined", Finds: "A term that is named and not in the glossary", page: termUndefined,
		Why:    "You say what something is called, so the word matters. In the glossary, students find it again from every lesson.",
		Source: "Lectern's own habit.",
		Fix:    "add it to `content/glossary.md`: the term on a line, and below it `: what it means`",
	},
	{
		Name: "review-overdue", Finds: "A lesson whose day of review is past", page: reviewOverdue,
		Why:    "Somebody promised to read it again by that day. Phone numbers, laws and advice may have changed.",
		Source: "Lectern's own format.",
		Fix:    "read it again, mend it, and set `review_by` to a later day",
	},
}

func objectiveUntested(p *page, say report) {
	if p.lesson == nil || len(p.questions) == 0 && len(p.Doc.Objectives) == 0 && len(p.lesson.Objectives) == 0 {
		return
	}
	named := map[string]bool{}
	for _, o := range p.Doc.Objectives {
		named[o.Value] = true
	}
	for _, o := range p.Front.Objectives {
		if !named[o.Key.Value] {
			say(o.Key.At, "no question of this lesson asks about the objective `%s`", o.Key.Value)
		}
	}
}

func questionWithoutObjective(p *page, say report) {
	if p.lesson == nil {
		return
	}
	for _, q := range p.questions {
		if IsAstray(q.read, p.lesson) {
			say(q.At, "this question belongs to none of the lesson's objectives")
		}
	}
}

// IsAstray reports whether a question belongs to none of its lesson's
// objectives, though there are some. What nobody marks may.
func IsAstray(q quiz.Question, l *course.Lesson) bool {
	switch q.Shape().(type) {
	case quiz.Open, quiz.Ratings, quiz.Flashcard:
		return false
	}
	b := q.Base()
	return len(l.Objectives) > 0 && len(b.Objectives) == 0 && !b.Unmarked
}

// recallOnly wants enough questions to judge by, none of which has a case.
func recallOnly(p *page, say report) {
	const enough = 4
	if len(p.questions) < enough {
		return
	}
	for _, q := range p.questions {
		if !Recalls(q.read) {
			return
		}
	}
	say(p.questions[0].At, "none of the %d questions of this lesson has a case to think about", len(p.questions))
}

// Recalls reports whether a question asks only what was said: its shape asks
// for that, and it tells no case, not even a short one.
func Recalls(q quiz.Question) bool {
	switch q.Shape().(type) {
	case quiz.Choices, quiz.Text, quiz.Gaps, quiz.Flashcard, quiz.Pairs:
	default:
		return false
	}
	b := q.Base()
	return len(wordsOf(b.Detail.Plain())) < 8 && len(wordsOf(b.StemText)) < 16 && !quotations.MatchString(b.StemText)
}

// prerequisiteLoop follows what each lesson needs. A module stands for all its
// lessons.
func prerequisiteLoop(w *whole, say reportIn) {
	pages := map[*course.Page]*page{}
	for _, p := range w.pages {
		pages[p.Page] = p
	}
	const onTheWay, done = 1, 2
	state := map[*course.Page]int{}
	var visit func(l *course.Lesson)
	visit = func(l *course.Lesson) {
		state[&l.Page] = onTheWay
		for _, name := range l.Front.Prerequisites {
			for _, before := range w.lessonsOf(w.Prerequisite(name.Value)) {
				if &l.Module.Page == w.Prerequisite(name.Value) && before.Number >= l.Number {
					continue // its own module: the lessons above it
				}
				switch state[&before.Page] {
				case onTheWay:
					if pages[&l.Page] == nil {
						continue
					}
					say(pages[&l.Page], name.At, "this lesson needs `%s` first, and that needs this one", name.Value)
				case 0:
					visit(before)
				}
			}
		}
		state[&l.Page] = done
	}
	for _, l := range w.Lessons {
		if state[&l.Page] == 0 && l.File != nil && l.Original == nil {
			visit(l)
		}
	}
}

// lessonsOf are the lessons of a module's page, or the lesson itself.
func (w *whole) lessonsOf(p *course.Page) []*course.Lesson {
	for _, m := range w.Modules {
		if p == &m.Page {
			return m.Lessons
		}
	}
	for _, l := range w.Lessons {
		if p == &l.Page {
			return []*course.Lesson{l}
		}
	}
	return nil
}

func noSummary(p *page, say report) {
	if p.lesson != nil && strings.TrimSpace(p.Summary) == "" {
		say(p.File.LineRange(0), "this lesson has no summary")
	}
}

var called = byLanguage(
	`\b(?:(?:is|are|was|were) (?:also )?(?:called|known as|named)|we call (?:this|it|that|these)|the term for this is|the name for this is)(?: an?| the)? ["“]?$`,
	`(?:s'appellent?|est appelée?|sont appelée?s|on (?:appelle|nomme) (?:cela|ça)|est connue? sous le nom de|on parle d[e'])(?: une?| le| la| les| l')? ?[«“]?[\s\x{a0}\x{202f}]*$`)

// termUndefined goes by words in bold or italics right after "is called".
func termUndefined(p *page, say report) {
	g := p.whole.Glossary
	if g == nil {
		return
	}
	known := map[string]bool{}
	for _, e := range g.Entries {
		for _, name := range e.Names {
			known[strings.TrimSuffix(simple(name), "s")] = true
		}
	}
	for _, passage := range p.passages() {
		if passage.Quoted {
			continue
		}
		for _, s := range passage.Strong {
			term := strings.Trim(passage.Text[s.Start:s.End], " .,;:")
			if called.in(p.lang, passage.Text[:s.Start]) && !known[strings.TrimSuffix(simple(term), "s")] && len(wordsOf(term)) <= 5 {
				say(passage.Place(s.Start, s.End), "“%s” is named here and is not in the glossary", term)
			}
		}
	}
}

func reviewOverdue(p *page, say report) {
	day, err := time.Parse(time.DateOnly, p.Front.ReviewBy.Value)
	if err == nil && p.whole.options.Today.After(day.AddDate(0, 0, 1)) {
		say(p.Front.ReviewBy.At, "the review of this page was due on %s", p.Front.ReviewBy.Value)
	}
}

// section is the prose below one heading, questions left out.
type section struct {
	at       source.Range
	title    string
	passages []*markdown.Passage
}

// sections cuts a page at its headings of the second and third level.
func (p *page) sections() []section {
	all := []section{{at: p.File.LineRange(p.File.SplitFrontMatter().Body.Start), title: p.Title}}
	for _, passage := range p.passages() {
		switch {
		case passage.Question > 0:
		case passage.Kind == markdown.Title && passage.Level <= 3:
			all = append(all, section{at: p.File.LineRange(passage.Place(0, 1).Start), title: passage.Text})
		case passage.Kind == markdown.Paragraph && !passage.Quoted:
			all[len(all)-1].passages = append(all[len(all)-1].passages, passage)
		}
	}
	return slices.DeleteFunc(all, func(s section) bool { return len(s.passages) == 0 })
}
