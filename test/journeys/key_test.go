package journeys

import (
	"cmp"
	"encoding/json"
	"slices"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// asked is one question of a page, with the key it marks by.
type asked struct {
	ID, Kind string
	Key      json.RawMessage
}

// try is one answer to a question, and the verdict it must have; nothing else may come of it.
type try struct {
	choose  []string // the values to choose
	write   string
	pick    map[string]string // what to pick in each menu, by the menu's name
	rightly bool              // by its key, through the page's own way to fill a form
	verdict string
}

// Every question of the real course, through its real form: right by its key is right, and nothing else is. Of those that a
// quiz draws from, the ones it has drawn.
func TestEveryQuestionOfTheCourseMarksByItsKey(t *testing.T) {
	browser.Chromium.Only(t, "each kind is answered rightly and wrongly in every browser by journeys of its own; this is about the course's keys")
	course := website.Course(t)
	host := website.Serve(t, course.Dir)
	tab := browser.Open(t, browser.Look{})
	count := 0
	for _, lesson := range course.Lessons(t) {
		tab.Visit(host.URL + lesson)
		for _, question := range browser.Eval[[]asked](tab, `[...document.querySelectorAll("form[data-question]")].filter(form => form.checkVisibility()).map(form => (
				{ID: form.dataset.question, Kind: form.dataset.kind, Key: JSON.parse(form.querySelector("script").textContent)}))`) {
			q := ask(t, tab, question.ID)
			for _, try := range question.tries(t, q) {
				q.clear()
				q.attempt(try)
				if verdict := eval[string](q, `form.dataset.verdict ?? ""`); verdict != try.verdict {
					t.Errorf("%s: %s: %+v is marked %q", lesson, question.ID, try, verdict)
				}
				count++
			}
		}
	}
	t.Logf("%d answers marked", count)
	if count < 20 {
		t.Errorf("only %d answers to try: has the course lost its questions?", count)
	}
}

func (a asked) tries(t *testing.T, q question) []try {
	t.Helper()
	switch a.Kind {
	case "choice":
		return a.choices(t)
	case "text":
		return a.wordings(t, q)
	case "match", "sort":
		return a.picks(t)
	case "card", "gaps", "number", "order":
		return []try{{rightly: true, verdict: "right"}} // what else may come of them has journeys of its own
	case "rate", "reflect", "scenario": // nothing comes of any answer
		return nil
	}
	t.Fatalf("%s is of the kind %q: say here how to answer it right and wrong", a.ID, a.Kind)
	return nil
}

func (a asked) choices(t *testing.T) []try {
	t.Helper()
	var key struct {
		Several        bool
		Scoring        string
		Answers, Right []string
	}
	a.read(t, &key)
	var wrong []string
	for _, answer := range key.Answers {
		if !slices.Contains(key.Right, answer) {
			wrong = append(wrong, answer)
		}
	}
	tries := []try{{choose: key.Right, verdict: "right"}}
	if !key.Several {
		for _, answer := range wrong {
			tries = append(tries, try{choose: []string{answer}, verdict: "not-yet"})
		}
		return tries
	}
	if len(wrong) > 0 {
		tries = append(tries, try{choose: wrong, verdict: "not-yet"})
	}
	if len(key.Right) > 1 {
		part := try{choose: key.Right[:1], verdict: "partly"}
		if key.Scoring == "exact" {
			part.verdict = "not-yet"
		}
		tries = append(tries, part)
	}
	return tries
}

func (a asked) wordings(t *testing.T, q question) []try {
	t.Helper()
	var key struct {
		Answers []struct{ ID, Folded, How string }
	}
	a.read(t, &key)
	verdicts := map[string]string{"right": "right", "near": "partly", "slip": "not-yet"}
	tries := []try{{write: "xyzzy", verdict: "not-yet"}}
	for _, answer := range key.Answers {
		words := eval[string](q, `form.querySelector("[data-answer='`+answer.ID+`'] .words")?.textContent ?? ""`)
		tries = append(tries, try{write: cmp.Or(words, answer.Folded), verdict: verdicts[answer.How]})
	}
	return tries
}

func (a asked) read(t *testing.T, key any) {
	t.Helper()
	if err := json.Unmarshal(a.Key, key); err != nil {
		t.Fatalf("%s: %v", a.ID, err)
	}
}

// clear takes back what an earlier try answered, and its marks with it.
func (q question) clear() {
	q.t.Helper()
	eval[any](q, `form.querySelectorAll("input[type=checkbox]:checked").forEach(box => box.click())`)
}

// attempt answers and checks: by mouse what is chosen, by keyboard what is typed.
func (q question) attempt(a try) {
	q.t.Helper()
	if a.write != "" {
		q.write(a.write)
		q.tab.Press("Enter")
		return
	}
	if a.rightly {
		came := browser.Eval[map[string]string](q.tab, rightlyIn(q.selector()))
		if len(came) != 1 {
			q.t.Errorf("%s: came of it: %v", q.selector(), came)
		}
		return
	}
	q.setMenus(a.pick)
	for _, value := range a.choose {
		q.tab.Click(q.selector() + ` input[value="` + value + `"]`)
	}
	q.press("Check my answer")
}
