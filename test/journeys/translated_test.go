package journeys

import (
	"path/filepath"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// A lesson in two languages. The French one says nothing of ids.
var inTwoLanguages = map[string]string{
	"site.yaml": "title: Two languages\nlanguage: en\n",
	"content/01-a/01-one.md": `---
title: One
---
### Question: Where do the cups go?
<!-- {id: cups} -->

- (x) On the shelf
- ( ) On the floor

### Question: What is tea made of?
<!-- {id: leaves} -->

- = leaves
- ~ tea

### Question: How long does it brew?
<!-- {id: brew} -->

- = 5 minutes

### Fill in: Pour the [[water]] and [[(wait) / stir]].
<!-- {id: pour} -->

### Match: Where?
<!-- {id: where} -->

- Cups -> shelf
- Bread -> box

### Scenario: A guest
<!-- {id: guest} -->

- [Offer a chair](#chair)
- [Offer tea](#tea)

#### Chair

> **End:** The guest sits. (score 0.5)

#### Tea

> **End:** The guest talks. (score 1)
`,
	"content/01-a/01-one.fr.md": `---
title: Un
---
### Question: Où vont les tasses?

- (x) Sur l’étagère
- ( ) Par terre

### Question: De quoi est fait le thé?

- = feuilles

### Question: Combien de temps infuse-t-il?

- = 5 min

### Fill in: Versez l’[[eau]] et [[(attendez) / remuez]].

### Match: Où?

- Tasses -> étagère
- Pain -> boîte

### Scenario: Une visite

- [Proposer une chaise](#chaise)
- [Proposer du thé](#thé)

#### Chaise

> **End:** La personne s’assoit. (score 0,5)

#### Thé

> **End:** La personne parle. (score 1)
`,
}

// given is what a student answers in one language.
type given struct{ page, cups, leaves, brew, pour, wait, where, shelf, guest string }

// outcome is what a question says came of an answer, and what stands in its form.
type outcome struct{ Verdict, Response string }

func outcomes(tab *browser.Page) map[string]outcome {
	return browser.Eval[map[string]outcome](tab, `Object.fromEntries([...document.querySelectorAll("form[data-question]")].map(form =>
		[form.dataset.question, {Verdict: form.dataset.verdict ?? "", Response: [...new FormData(form)].map(String).sort().join(" ")}]))`)
}

// translated is a host of the course in two languages.
func translated(t *testing.T) *website.Server {
	t.Helper()
	dir := t.TempDir()
	website.WriteAll(t, dir, inTwoLanguages)
	website.Build(t, dir)
	return website.Serve(t, filepath.Join(dir, "public"))
}

// What is answered in one language stands on the page of the other, and is marked alike.
func TestAnAnswerStandsInEveryLanguage(t *testing.T) {
	host := translated(t)
	english := given{"a/one.html", "On the floor", "Tea", "5 minutes", "water", "s", "Cups", "s", "Offer a chair"}
	french := given{"fr/a/one.html", "Sur l’étagère", "Feuilles", "5 min", "eau", "a", "Tasses", "é", "Proposer du thé"}
	for _, c := range []struct {
		in    given
		other string
		want  []string // of cups, leaves, brew, pour, where, guest
	}{
		{english, french.page, []string{"not-yet", "partly", "right", "partly", "partly", "partly"}},
		{french, english.page, []string{"right", "right", "right", "right", "partly", "right"}},
	} {
		t.Run(c.in.page, func(t *testing.T) {
			tab := browser.Open(t, browser.Look{})
			tab.Visit(host.URL + c.in.page)
			c.in.answer(t, tab)
			first := outcomes(tab)
			for i, id := range []string{"cups", "leaves", "brew", "pour", "where", "guest"} {
				want(t, id, first[id].Verdict, c.want[i])
			}
			for _, page := range []string{c.other, c.in.page} {
				tab.Visit(host.URL + page)
				want(t, page, outcomes(tab), first)
			}
		})
	}
}

func (g given) answer(t *testing.T, tab *browser.Page) {
	t.Helper()
	check := func(id string, answer func(q question)) {
		q := ask(t, tab, id)
		answer(q)
		tab.Click(q.selector() + " .acts button")
	}
	check("cups", func(q question) { q.choose(g.cups) })
	check("leaves", func(q question) { q.write(g.leaves) })
	check("brew", func(q question) { q.write(g.brew) })
	check("pour", func(q question) { q.fill(g.pour, g.wait) })
	check("where", func(q question) { q.pickIn(g.where, g.shelf) })
	ask(t, tab, "guest").wayOn(g.guest)
}

// What counts in another language is not what a page answers with.
func TestTheAnswerIsShownInTheLanguageOfThePage(t *testing.T) {
	host := translated(t)
	tab := browser.Open(t, browser.Look{})
	tab.Visit(host.URL + "fr/a/one.html")
	q := ask(t, tab, "leaves")
	q.write("sucre")
	q.press("Vérifier ma réponse")
	q.press("Montrer la réponse")
	q.wantSaid("La réponse\u00a0: feuilles")
	q = ask(t, tab, "pour")
	q.fill("sucre", "r")
	q.press("Vérifier ma réponse")
	q.press("Montrer la réponse")
	q.wantSaid("La réponse\u00a0: 1. «\u00a0eau\u00a0»; 2. «\u00a0attendez\u00a0»")
}
