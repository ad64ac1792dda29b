package journeys

import (
	"encoding/json"
	"testing"
)

// menu is the CSS name of the menu with this label.
func (q question) menu(label string) string {
	q.t.Helper()
	words, _ := json.Marshal(label)
	id := eval[string](q, `[...form.querySelectorAll("label")].find(l => l.innerText === `+string(words)+`)?.htmlFor ?? ""`)
	if id == "" {
		q.t.Fatalf("%s: no menu is called %q", q.id, label)
	}
	return "#" + id
}

// pickIn chooses in the menu with this label as the keyboard does: by the first letters of an option. Home comes first: a
// menu takes letters that follow others within a second for one word, and in Firefox even after the focus was elsewhere. Letters
// that come later than that, because the machine stood still, are typed again.
func (q question) pickIn(label, letters string) {
	q.t.Helper()
	menu := `document.querySelector("` + q.menu(label) + `")`
	word, _ := json.Marshal(letters)
	for range 5 {
		eval[any](q, menu+`.focus()`)
		q.tab.Press("Home")
		q.tab.Type(letters)
		if eval[bool](q, menu+`.selectedOptions[0].text.startsWith(`+string(word)+`)`) {
			return // after the last try it stays as it is
		}
	}
}

// picks are the ways to answer a question of menus by its key.
func (a asked) picks(t *testing.T) []try {
	t.Helper()
	var key struct {
		Options []string
		Prompts []struct{ Field, Right string }
	}
	a.read(t, &key)
	right, part, wrong := map[string]string{}, map[string]string{}, map[string]string{}
	for i, prompt := range key.Prompts {
		right[prompt.Field], part[prompt.Field] = prompt.Right, ""
		wrong[prompt.Field] = key.Options[0]
		if prompt.Right == key.Options[0] {
			wrong[prompt.Field] = key.Options[1]
		}
		if i == 0 {
			part[prompt.Field] = prompt.Right
		}
	}
	return []try{{pick: wrong, verdict: "not-yet"}, {pick: part, verdict: "partly"}, {pick: right, verdict: "right"}}
}

// setMenus picks values by the menus' names; no mouse reaches into a menu that the system draws.
func (q question) setMenus(values map[string]string) {
	q.t.Helper()
	for name, value := range values {
		field, _ := json.Marshal([]string{name, value})
		eval[any](q, `((name, value) => {
			form.elements[name].value = value;
			form.elements[name].dispatchEvent(new InputEvent("input", {bubbles: true}));
		})(...`+string(field)+`)`)
	}
}

// picked are the words that each menu shows.
func (q question) picked() []string {
	q.t.Helper()
	return eval[[]string](q, `[...form.querySelectorAll("select")].map(s => s.selectedOptions[0].textContent)`)
}

// prompts are the words beside each menu.
func (q question) prompts() map[string]string {
	q.t.Helper()
	return eval[map[string]string](q, `Object.fromEntries([...form.querySelectorAll(".prompt:has(.mark)")]
		.map(p => [p.querySelector("label").innerText, p.querySelector(".mark").innerText]))`)
}
