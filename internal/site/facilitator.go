package site

import (
	"fmt"
	"html/template"
	"path"
	"strings"

	"lectern/internal/course"
	"lectern/internal/once"
	"lectern/internal/prose"
)

// ledDir holds the pages for who leads a group. They are in no other edition,
// and no lesson or module can have its name.
const ledDir = "facilitator/"

// What a group needs together, in minutes. The plan says so.
const (
	promptMinutes = 5
	playMinutes   = 15
)

// planFacilitator lists the pages for who leads a group: a plan of the
// sessions, and the cards when there is a role-play.
func (b *builder) planFacilitator() []page {
	if !b.facilitator {
		return nil
	}
	pages := []page{{url: ledDir + "plan.html", sheet: b.planSheet}}
	if len(b.plays()) > 0 {
		pages = append(pages, page{url: ledDir + "cards.html", sheet: b.cardsSheet})
	}
	return pages
}

// toLead are the ways to these pages.
func (b *builder) toLead(f *frame) (links []Link) {
	for _, p := range b.planFacilitator() {
		links = append(links, Link{URL: relative(f.url, p.url), Title: f.T("edition-" + sheetName(p.url))})
	}
	return links
}

// sheetName is plan or cards.
func sheetName(url string) string { return strings.TrimSuffix(path.Base(url), ".html") }

// planView is the session plan.
type planView struct {
	*sheet
	How   string
	Notes []template.HTML // of the course as a whole
	Parts []sessionPart
	Sum   minutesSum
	Print []Link // of the whole course
}

// minutesSum is how long something takes students alone, and the group.
type minutesSum struct{ Alone, Together int }

// All is both.
func (m minutesSum) All() int { return m.Alone + m.Together }

func (m *minutesSum) add(other minutesSum) {
	m.Alone += other.Alone
	m.Together += other.Together
}

// sessionPart is a module in the plan.
type sessionPart struct {
	Title    string
	Notes    []template.HTML
	Together session // what stands in the module's introduction
	Lessons  []session
	Sum      minutesSum
}

// session is a lesson in the plan.
type session struct {
	*sheet
	URL, Name  string
	In         template.HTMLAttr // of its name, when that is not translated
	Objectives []objectiveView
	Questions  int
	Prompts    []template.HTML
	Plays      []template.HTML // their titles
	Minutes    minutesSum
	Print      []Link
}

func (b *builder) planSheet(s *sheet) {
	v := planView{sheet: s, How: s.T("plan-how", "prompt", promptMinutes, "play", playMinutes)}
	b.nameLed(s, "edition-plan", &v.Print)
	v.Print = append([]Link{{URL: relative(s.url, wholeCourse), Title: s.T("paper-whole")}}, v.Print...)
	home := b.session(s, b.course.Home, "h-")
	v.Notes = b.led(s, b.course.Home, b.course.Home.Doc.Led.Notes, "h-", "div")
	if home.Minutes.Together > 0 {
		v.Parts = append(v.Parts, sessionPart{Title: s.T("course"), Together: home, Sum: home.Minutes})
	}
	for _, m := range b.course.Modules {
		v.Parts = append(v.Parts, b.sessionPart(s, m))
	}
	for _, part := range v.Parts {
		v.Sum.add(part.Sum)
	}
	s.Body = template.HTML(b.onPaper("plan", v))
}

// nameLed gives a sheet its title and the ways to the others.
func (b *builder) nameLed(s *sheet, title string, others *[]Link) {
	s.Title, s.Sort = s.SiteTitle, s.T(title)
	s.Ways = []Link{{URL: relative(s.url, homePage), Title: s.T("paper-back")}}
	for _, p := range b.planFacilitator() {
		link := Link{URL: relative(s.url, p.url), Title: s.T("edition-" + sheetName(p.url))}
		s.Ways = append(s.Ways, link)
		if p.url != s.url {
			*others = append(*others, link)
		}
	}
}

func (b *builder) sessionPart(s *sheet, m *course.Module) sessionPart {
	prefix := moduleID(m) + "-"
	part := sessionPart{Title: m.Title, Together: b.session(s, &m.Page, prefix), Notes: b.led(s, &m.Page, m.Doc.Led.Notes, prefix, "div")}
	if m.Slug == "" {
		part.Title = s.T("course")
	}
	part.Sum = part.Together.Minutes
	for _, l := range m.Lessons {
		lesson := b.session(s, &l.Page, lessonPrefix(l))
		lesson.URL, lesson.Name = relative(s.url, l.URL), l.Title
		lesson.In = langOf(l.Lang, s.main)
		lesson.Objectives, lesson.Questions, lesson.Print = objectivesOf(l, s.main), len(l.Doc.Questions), b.sheetLinks(s.url, l)
		lesson.Minutes.Alone = l.Minutes
		part.Sum.add(lesson.Minutes)
		part.Lessons = append(part.Lessons, lesson)
	}
	return part
}

// session is what a page holds for the group together.
func (b *builder) session(s *sheet, p *course.Page, prefix string) session {
	led := p.Doc.Led
	v := session{sheet: s, Prompts: b.led(s, p, led.Prompts, prefix, "div")}
	for _, play := range led.RolePlays {
		v.Plays = append(v.Plays, b.led(s, p, []prose.Text{play.Title}, prefix, "span")...)
	}
	v.Minutes.Together = promptMinutes*len(led.Prompts) + playMinutes*len(led.RolePlays)
	return v
}

// footnoteRef is the number of a footnote, whose text is not on the sheet.
var footnoteRef = once.Regexp(`<sup id="[^"]*fnref[^"]*">.*?</sup>`)

// led prints texts that a page holds for the group. Ids in them get a prefix,
// as texts of all pages stand on one sheet. What is not translated stands in an
// element that names its language.
func (b *builder) led(s *sheet, p *course.Page, texts []prose.Text, prefix, tag string) (out []template.HTML) {
	by := s.in(b.speaker(p.Lang))
	press := b.press(by, "")
	press.Prefix, press.Deeper = prefix, 3
	press.Note = func(string) int { return 0 }
	fill := b.paperFiller(by, p.Lang)
	for _, text := range texts {
		filled := footnoteRef.ReplaceAllString(fill.fill(text, placeOf(p)), "")
		printed := press.print(filled)
		if in := langOf(p.Lang, s.main); in != "" {
			printed = template.HTML(fmt.Sprintf("<%s%s>%s</%[1]s>", tag, in, printed))
		}
		out = append(out, printed)
	}
	return out
}

// playView is a role-play as cards.
type playView struct {
	*sheet
	Title, Situation template.HTML
	From             string // the title of the page that it is on
	Roles            []template.HTML
}

type cardsView struct {
	*sheet
	Plays []playView
}

func (b *builder) cardsSheet(s *sheet) {
	v := cardsView{sheet: s}
	b.nameLed(s, "edition-cards", new([]Link))
	for _, found := range b.plays() {
		print := func(tag string, texts ...prose.Text) []template.HTML {
			return b.led(s, found.page, texts, found.prefix, tag)
		}
		play := playView{sheet: s, Title: print("span", found.play.Title)[0], Situation: print("div", found.play.Situation)[0], From: found.page.Title}
		play.Roles = print("div", found.play.Roles...)
		v.Plays = append(v.Plays, play)
	}
	s.Body = template.HTML(b.onPaper("cards", v))
}
