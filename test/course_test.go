package test

import (
	"bytes"
	"html"
	"os"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/site"
)

// builtCourse is the course of this repository as students get it.
var builtCourse = sync.OnceValues(func() (*site.Site, string) {
	var d diag.List
	s := site.Build(os.DirFS(".."), site.Options{}, &d)
	for _, m := range d.Sorted() {
		if m.Severity == diag.Error {
			return nil, m.Text
		}
	}
	return s, ""
})

func realCourse(t *testing.T) *site.Site {
	t.Helper()
	s, fault := builtCourse()
	if s == nil {
		t.Fatalf("the course does not build: %s", fault)
	}
	return s
}

// sourceRows are the rows of the sources, each with the page that teaches it and the marks it must hold there: words, figures,
// ids of questions. Row 17, the references, has its own test.
var sourceRows = []struct {
	row   string
	page  string
	marks []string
}{
	{"1 objective: kinds", "peer-support/its-many-kinds", []string{"Tell different kinds of peer support apart"}},
	{"1 objective: supports", "continuum/what-it-is", []string{"Identify the supports, including those in the community", "Community supports are part of the continuum of care"}},
	{"1 objective: framework", "community/primary-health-care-model", []string{"Explain an Indigenous framework of community support"}},
	{"1 concept: peer support", "peer-support/what-it-is", []string{"Peer support is a key part of support in the community"}},
	{"2 continuum", "continuum/what-it-is", []string{"Screening", "Assessment", "Brief intervention", "Rapid access clinic", "Community outreach", "Recovery and ongoing care", "continuum-parts"}},
	{"2 not a line", "continuum/moving-through-it", []string{"not-a-line"}},
	{"3 moving", "continuum/moving-through-it", []string{"every service", "one or two", "come back", "social determinants of health", "income support", "food", "safe place to sleep", "ride to the clinic", "sam-determinants"}},
	{"4 imperatives", "continuum/what-makes-support-work", []string{"Low barriers", "Flexible times", "Respect for culture", "Close by", "Good people", "five-voices", "drop-in-meets"}},
	{"5 navigator", "continuum/who-holds-it-together", []string{"case manager", "system navigator", "who-coordinates"}},
	{"6 peer support works", "continuum/who-holds-it-together", []string{"Cyr et al., 2016"}},
	{"7 what it is", "peer-support/what-it-is", []string{"does not replace it", "relapse", "reach of treatment", "Tracy & Wallace", "p. 143", "peer-or-therapist"}},
	{"7 forms", "peer-support/its-many-kinds", []string{"groups", "individual counselling", "case management"}},
	{"8 traditions", "peer-support/where-it-comes-from", []string{"community reinforcement approach", "Therapeutic communities", "12-step programs", "three-traditions"}},
	{"9 terms", "peer-support/where-it-comes-from", []string{"Peer support group", "Peer provider", "Peer mentorship", "certified peer specialist", "recovery coach", "dana-role"}},
	{"9 terms", "glossary", []string{"peer support", "recovery", "peer support group", "peer provider", "peer mentorship"}},
	{"10 common types", "peer-support/its-many-kinds", []string{"Self-help support groups", "co-counselling", "mentoring", "befriending", "one-to-one"}},
	{"11 services", "peer-support/thirteen-services", []string{"Housing, education and employment", "Social and recreational", "Support in crisis", "Small businesses", "Traditional healing", "Information", "System navigation", "Community education", "Material support", "Advocacy", "Arts and culture", "Recovery education", "Mentoring and counselling", "who-needs-what"}},
	{"12 competencies", "peer-support/core-competencies", []string{"Recovery-oriented", "Person-centred", "Voluntary", "Relationship-focused", "Trauma-informed", "five-meetings"}},
	{"12 scenario", "peer-support/a-first-meeting", []string{"in-the-doorway"}},
	{"13 culture", "community/culture-and-care", []string{"prevention, then treatment, then aftercare", "Mohatt et al.", "Robinson et al.", "home community", "ten-days"}},
	{"14 model", "community/primary-health-care-model", []string{"Nishnawbe Aski Nation", "Sioux Lookout First Nations Health", "Promotive", "Curative", "Supportive", "Rehabilitative", "Preventative", "five sections", "Environmental Promotive and curative", "Context Curative and supportive", "Political Supportive and rehabilitative", "Cultural Rehabilitative and preventative", "Spiritual Preventative and promotive"}},
	{"15 takeaway", "community/the-community-as-a-partner", []string{"supports in each community are its own", "provincial and territorial", "new-town-steps"}},
	{"16 first question", "peer-support/its-many-kinds", []string{"not-peer-support"}},
	{"16 second question", "peer-support/core-competencies", []string{"which-competencies"}},
	{"16 third question", "community/the-community-as-a-partner", []string{"why-partner"}},
	{"18 why a group", "peer-support/a-group-in-practice", []string{"COVID-19", "lonely", "lived through trauma", "group-or-leaflet"}},
	{"19 how", "peer-support/inside-the-group", []string{"what presses most", "role-plays", "brainstorming in pairs", "It may change", "number-please"}},
	{"20 topics", "peer-support/a-group-in-practice", []string{"substance use", "healthy boundaries", "assertiveness", "relationship skills", "four-topics"}},
	{"21 figures", "peer-support/a-group-in-practice", []string{"30 times, each time in a COVID-safe way", "Fewest On average Most The group’s 30 sessions 1 4 5", "loneliness", "Group Session Rating Scale", "each week", "seats-taken"}},
	{"22 next", "peer-support/a-group-in-practice", []string{"referrals from other agencies", "more groups each week"}},
	{"23 overdose response", "peer-support/what-weighs-on-peer-workers", []string{"overdose", "good for peer workers", "can last", "Talks about overdose"}},
	{"24 method", "peer-support/what-weighs-on-peer-workers", []string{"Eight focus groups", "31 people", "November 2018 to March 2019", "50 people", "September 2019", "per-group"}},
	{"25 themes", "peer-support/what-weighs-on-peer-workers", []string{"financial insecurity", "respect and recognition", "Housing", "no way to get resources", "death and trauma", "five-themes"}},
	{"26 top three", "peer-support/what-weighs-on-peer-workers", []string{"financial situation", "work situation", "top-three"}},
	{"27 systemic", "peer-support/caring-for-peer-workers", []string{"systemic", "stigma", "living wage", "hard-monday"}},
}

func TestCourseTeachesEveryRowOfItsSources(t *testing.T) {
	files := map[string][]byte{}
	for _, f := range realCourse(t).Files {
		files[f.Path] = f.Data
	}
	for _, r := range sourceRows {
		page, there := files[r.page+".html"]
		if !there {
			t.Errorf("row %s: there is no page %s", r.row, r.page)
			continue
		}
		said := plainWords(page)
		for _, mark := range r.marks {
			if !strings.Contains(said, mark) && !bytes.Contains(page, []byte(`data-question="`+mark+`"`)) {
				t.Errorf("row %s: %s does not say %q", r.row, r.page, mark)
			}
		}
	}
}

// plainWords are the words of a page without its tags, one space between them.
func plainWords(page []byte) string {
	return strings.Join(strings.Fields(html.UnescapeString(anyTag.ReplaceAllString(string(page), " "))), " ")
}

// What the sources have wrong, and the course has put right.
var wrongForms = regexp.MustCompile(`Nisnawbe|Trace (&amp;|&|and) Wallace|SAR\.S8153[^5]|4 sections|four sections|1307–-|\b1317\b|\(2012\)[^.]*22\(2\)|McAuliffe[^<]{0,30}2012|` +
	`[Pp]erson-centered|[Rr]ecovering and ongoing|District health plan|substance abuse field`)

func TestCourseRepeatsNoFaultOfItsSources(t *testing.T) {
	for _, f := range realCourse(t).Files {
		if at := wrongForms.FindIndex(f.Data); at != nil {
			t.Errorf("%s says %q", f.Path, f.Data[at[0]:at[1]])
		}
	}
	for _, right := range []string{"Nishnawbe Aski Nation", "Tracy, K., &amp; Wallace", "10.2147/SAR.S81535", "1307–1314", "McAuliffe, W. E. (1990)", "The Anishinabe Health Plan", "10.1186/s12954-020-00449-1", "Mamdani et al. (2021)"} {
		if !anyFileSays(realCourse(t), right) {
			t.Errorf("no page says %q", right)
		}
	}
}

func anyFileSays(s *site.Site, words string) bool {
	for _, f := range s.Files {
		if bytes.Contains(f.Data, []byte(words)) {
			return true
		}
	}
	return false
}

// Each work of references.yaml is cited by a lesson or a term; the build itself refuses a citation that leads nowhere.
func TestCourseCitesEveryWorkOfItsReferences(t *testing.T) {
	list, err := os.ReadFile("../content/references.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var written strings.Builder
	for _, l := range realCourse(t).Course.Lessons {
		written.Write(l.File.Text())
	}
	ids := regexp.MustCompile(`(?m)^  - id: (\S+)`).FindAllSubmatch(list, -1)
	if len(ids) != 21 {
		t.Errorf("%d works, not the 19 of the topic and the two studies", len(ids))
	}
	for _, id := range ids {
		if !strings.Contains(written.String(), "@"+string(id[1])) {
			t.Errorf("no lesson cites %s", id[1])
		}
	}
}

func TestCourseSaysOfEachLessonWhoKeepsItAndUntilWhen(t *testing.T) {
	for _, l := range realCourse(t).Course.Lessons {
		if l.Front.Owner == "" || l.Front.ReviewBy.Value == "" || l.Front.Minutes == 0 || len(l.Front.KeyConcepts) == 0 || len(l.Objectives) == 0 || l.Summary == "" {
			t.Errorf("%s lacks an owner, a review date, minutes, key concepts, objectives or a summary", name(l))
		}
	}
}

func name(l *course.Lesson) string { return path.Join(l.Module.Slug, path.Base(l.URL)) }
