package serve

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The rule asks whether any page explains the letters, so one page's hints hang on all others.
func TestLettersThatNoPageExplainsAreHints(t *testing.T) {
	course := tea()
	s := shown(course)
	save := func(name, text string) {
		course[name] = &fstest.MapFile{Data: []byte(text)}
		if text == "" {
			delete(course, name)
		}
		s.Changed([]string{name})
		for s.look() {
		}
	}
	const other, glossary = "content/01-a/02-c.md", "content/glossary.md"
	save("content/01-a/01-b.md", "---\ntitle: A pot\nsummary: Two.\n---\nAsk the LKG or the QRT.\n")
	for _, step := range []struct {
		name, text string
		want       []string
	}{
		{other, "---\ntitle: A cup\nsummary: One.\n---\nThe Local Kettle Group (LKG) knows.\n", []string{"QRT"}},
		{glossary, "QRT\n: Quick and ready tea.\n", nil},
		{other, "---\ntitle: A cup\nsummary: One.\n---\nNobody knows.\n", []string{"LKG"}},
		{glossary, "Tea\n: A drink. The Local Kettle Group (LKG) has more.\n", []string{"QRT"}},
		{glossary, "", []string{"LKG", "QRT"}},
	} {
		save(step.name, step.text)
		var said []string
		for _, w := range notesOf(t, s, "a/b.html").Warnings {
			if w.Name == "undefined-acronym" {
				said = append(said, strings.TrimPrefix(w.Text, "nobody explains what ")[:3])
			}
		}
		if !slices.Equal(said, step.want) {
			t.Errorf("after %q is %q: nobody explains %q, want %q", step.name, step.text, said, step.want)
		}
	}
}

func TestNoLettersAreHintsBeforeAllPagesAreRead(t *testing.T) {
	course := tea()
	course["content/01-a/02-c.md"] = &fstest.MapFile{Data: []byte("---\ntitle: A cup\nsummary: One.\n---\nAsk the LKG.\n")}
	s := shown(course)
	for _, want := range []int{0, 1} {
		if n := notesOf(t, s, "a/c.html"); len(n.Warnings) != want {
			t.Errorf("%d hints, want %d: %+v", len(n.Warnings), want, n.Warnings)
		}
		for s.look() {
		}
	}
}

func TestTheGlossaryHasHints(t *testing.T) {
	course := tea()
	course["content/glossary.md"] = &fstest.MapFile{Data: []byte("Addict\n: An addict is said of people, see [here](01-a/01-b.md).\n")}
	var names []string
	for _, w := range notesOf(t, shown(course), "glossary.html").Warnings {
		names = append(names, w.Name)
	}
	if !slices.Contains(names, "link-text") || !slices.Contains(names, "word-to-avoid") {
		t.Errorf("hints for the glossary: %q", names)
	}
}
