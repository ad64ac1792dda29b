package paper_test

import (
	"regexp"
	"strings"
	"testing"
)

var space = regexp.MustCompile(`\s+`)

// Each shape's form, by what only it has, and its answers.
func TestFormsAndAnswersOfEachShape(t *testing.T) {
	for _, c := range []struct{ lesson, asked, solved string }{
		{"### Question: One?\n\n- ( ) No\n- (x) Yes\n", `<ol type="A" class="boxes"> <li><span class="box round"></span> No</li> <li><span class="box round"></span> Yes</li> </ol>`, `<b>Right:</b> <b>B</b>`},
		{"### Question: Some?\n<!-- {points: 2} -->\n\n- [x] A\n- [x] B\n- [ ] C\n", `Choose all that apply. A right choice counts, a choice that is not needed takes one away. <span class="points">(2 points)</span></p> <ol type="A" class="boxes"> <li><span class="box"></span> A</li>`, `<b>A</b> <b>B</b> `},
		{"### Question: Word?\n\n- = lived\n- ~ living\n", `<div class="line"></div> </div>`, `<li><p><b>Nearly:</b> living</p>`},
		{"### Question: How many?\n\n- = 45 mg\n", `<span class="short"></span> Unit, if you like: <span class="short"></span></p>`, `<b>Right:</b> 45`},
		{"### Fill in: Tea is [[hot / warm]].\n\nAnd [[(sweet) / bitter]].\n", `Tea is <span class="gap"><span class="gap-number">1</span></span>.`, `<span class="gap-number">1</span> <b>hot</b></span> (also right: warm)`},
		{"### Fill in: Tea is [[hot / warm]].\n\nAnd [[(sweet) / bitter]].\n", `<span class="gap-number">2</span></span> (bitter / sweet).`, `<b>sweet</b>`},
		{"### Match: Which?\n\n- cup -> tea\n- glass -> milk\n- -> soup\n", `<li>milk</li> <li>soup</li> <li>tea</li> </ol> <ul class="slots"> <li><span class="slot"></span> cup</li>`, `cup → <b>C</b> tea`},
		{"### Match: Which?\n\n- cup -> tea\n- glass -> milk\n- -> soup\n", `<ol type="A" class="letters">`, `Fits nothing here: <b>B</b> soup`},
		{"### Sort: Where?\n\n- Hot: tea; soup\n- Cold: ice\n", `<th scope="row">ice</th><td><span class="box"></span></td><td><span class="box"></span></td></tr> <tr><th scope="row">soup</th>`, `<b>Hot</b>: tea, soup`},
		{"### Order: How?\n\n1. Boil\n2. Pour\n3. Drink\n", `<li><span class="box place"></span> `, `<ol class="key"> <li><p>Boil</p> </li> <li><p>Pour</p>`},
		{"### Judge: What first?\n\n- (3/4) Hello\n- (1/4) Go\n", `A panel of 4 people chose too.`, `Hello <b>3 of 4 would say this first</b>`},
		{"### Rate: How is it?\n\n> **Scale:** No / Yes\n\n- I sleep\n", `<th scope="col">No</th><th scope="col">Yes</th></tr></thead> <tbody> <tr><th scope="row">I sleep</th><td><span class="box round">`, `This question is not marked.`},
		{"### Reflect: And you?\n\n> **Model answer:** Me too.\n", `<div class="line"></div><div class="line"></div>`, `Me too.`},
		{"### Card: Word?\n\n> **Back:** A meaning.\n", `It stands on the answer sheet.`, `A meaning.`},
		{"### Scenario: Out?\n\n- [Wait](#wait)\n- [Go](#go)\n\n#### Wait\n\n- [Go all the same](#go)\n\n#### Go\n\n> **End:** You are out. (score 0.5)\n", `Go all the same → <b>Turn to step 2.</b>`, `<b>2. Go</b>: End, score 0.5`},
	} {
		questions := read(t, c.lesson)
		asked, solved := sheets(t, questions[0])
		if got := space.ReplaceAllString(asked, " "); !strings.Contains(got, c.asked) {
			t.Errorf("%s is asked as\n%s\nwithout %s", c.lesson, asked, c.asked)
		}
		if got := space.ReplaceAllString(solved, " "); !strings.Contains(got, c.solved) {
			t.Errorf("%s is solved as\n%s\nwithout %s", c.lesson, solved, c.solved)
		}
	}
}
