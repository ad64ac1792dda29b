package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/diag"
)

// avoided are the messages about words in a text.
func avoided(t *testing.T, text, list, lang string) string {
	t.Helper()
	files := fstest.MapFS{"content/1-a/lesson.md": {Data: []byte("---\ntitle: T\nsummary: S.\n---\n\n" + text + "\n")}}
	if list != "" {
		files["content/words.yaml"] = &fstest.MapFile{Data: []byte(list)}
	}
	d := found(t, files, lang)
	var texts []string
	d.Drop(func(m diag.Message) bool { return m.Name != "word-to-avoid" && m.Severity == diag.Warning })
	for _, m := range d.Sorted() {
		texts = append(texts, strings.TrimPrefix(m.Where(), "content/1-a/lesson.md:")+" "+m.Text)
	}
	return strings.Join(texts, "\n")
}

func TestWordsAreFoundAsTheyAreUsed(t *testing.T) {
	const said = "“%s”: say “a person who uses drugs”; a person is more than what they use (NIDA, Words Matter)"
	for text, word := range map[string]string{
		"Many drug users come.":            "drug users",
		"Drug\nusers come.":                "Drug users",
		"An Addict is a person.":           "Addict",
		"> **Note:** An addict may come.":  "addict",
		"- An *old* addict":                "addict",
		"| Who |\n|---|\n| addicts |":      "addicts",
		"### Reflect: What do addicts do?": "addicts",
	} {
		if got, want := avoided(t, text, "", "en"), strings.Replace(said, "%s", word, 1); !strings.HasSuffix(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestWordsOfOthersAreSpared(t *testing.T) {
	for _, text := range []string{
		"She says, “I am an addict.”", "He said 'an addict' once.", "> I was an addict.\n> — Lee", "> **In their words:** I am an addict.",
		"Do not say *addict* of anyone.", "The Vancouver Area Network of Drug Users", "See [@addict2016].", "`addict`", "The word <q>addict</q> hurts.",
		"Alcoholics Anonymous meets here.", "An addictive sound", "A drug user-group", "The addiction clinic is open.",
	} {
		if got := avoided(t, text, "", "en"); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestPlaceOfAWordIsWhereItStands(t *testing.T) {
	if got := avoided(t, "Some *very* nice\n[addicts](x.md) came -- and \"went\" as addicts.", "", "en"); !strings.HasPrefix(got, "7:2 ") || !strings.Contains(got, "\n7:39 ") {
		t.Errorf("got\n%s", got)
	}
}

func TestCourseHasWordsOfItsOwn(t *testing.T) {
	const list = "- say: guests\n  instead: [clients, service users]\n  why: they come to our house\n- say: addicts\n  instead: [person with an addiction]\n- say: an addict\n  instead: addict\n  source: The members\n"
	if got, want := avoided(t, "Clients and service users come; so do addicts.", list, "en"), "6:1 “Clients”: say “guests”; they come to our house\n6:13 “service users”: say “guests”; they come to our house\n6:39 “addicts”: say “an addict” (The members)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := avoided(t, "x", "- instead: [clients]\n", "en"); !strings.Contains(got, "does not tell what to say instead of `clients`") {
		t.Errorf("got %q", got)
	}
}

func TestFrenchPagesHaveFrenchWords(t *testing.T) {
	if got := avoided(t, "Un groupe pour les Alcooliques anonymes", "", "fr"); got != "" {
		t.Errorf("a name: %q", got)
	}
	if got := avoided(t, "Les toxicomanes et les drug users", "", "fr"); !strings.HasPrefix(got, "6:5 “toxicomanes”: say “une personne qui consomme des drogues”") || strings.Contains(got, "drug users") {
		t.Errorf("got %q", got)
	}
}
