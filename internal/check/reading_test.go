package check

import (
	"math"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// syllableList says how people part words, as dictionaries do.
var syllableList = map[string]string{
	"en": `1 cat bread rise asked walked one eyes through strength loved cakes bridge breathe used caused
		2 rises water table tables bottle wanted hated people hoping garden helper boxes pages voices peaceful safety moments lonely
		business quiet giant poem science lion being cooperate:4 neighbour neighbourhood:3
		3 family banana recovery:4 community:4 idea video radio together important remember support:2 hospital volunteer library:3 created
		3 continue continuum:4 medicine hospital september society:4 reaction:3 education:4 situation:4 relation:3 conscious:2 special:2
		religion:3 anxious:2 obvious:3 prism:2 rhythm:2 graduate:3 museum:3 violence:3 diary:3 usually:4 playing:2 staying:2 organise:3`,
	"fr": `1 pain eau la les feu main lune rouge porte grande vingt bois coeur bruit
		2 maison jardin légume:2 personne cuisine toujours parler parlé aider voisine tomate premier deuxième:2 lumière:2 question:2 quatre:1
		3 animal carotte:2 éducation:4 communauté:4 réseau:2 poésie:3 théâtre:3 créer:2 pharmacie:3 bénévole:3 brûlure:2 couvercle:2
		nettoyer:3 ouvrier:3 hier:1 souvent:2 peuvent:1 moment:2 aiguille:2 guitare:2 oublier:3 santé:2 aujourd'hui:3 l'eau:1 qu'il:1`,
}

func TestSyllablesAreCountedAsPeopleSpeak(t *testing.T) {
	for lang, list := range syllableList {
		words, right, n := 0, 0, 0
		var wrong []string
		for _, field := range strings.Fields(list) {
			if len(field) == 1 {
				n = int(field[0] - '0')
				continue
			}
			word, own, has := strings.Cut(field, ":")
			want := n
			if has {
				want = int(own[0] - '0')
			}
			words++
			if got := syllables(word, lang); got == want {
				right++
			} else {
				wrong = append(wrong, word)
			}
		}
		if share := float64(right) / float64(words); share < 0.95 {
			t.Errorf("%s: %d of %d words are right; wrong: %v", lang, right, words, wrong)
		}
	}
}

func TestReadingScoreFollowsItsFormula(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		words      int
		want       float64
	}{
		{"en", "The cat sat on the mat. It was a good cat.", 11, 0.39*5.5 + 11.8*1 - 15.59},
		{"fr", "Le pain est bon. La main est là.", 8, 207 - 1.015*4 - 73.6*1},
	} {
		r := Reading{Language: c.lang}
		r.add(c.text)
		if r.Words != c.words || math.Abs(r.Score()-c.want) > 1e-9 {
			t.Errorf("%s: %d words, score %f, want %f", c.text, r.Words, r.Score(), c.want)
		}
	}
}

func TestSentencesEndWhereReadersPause(t *testing.T) {
	for text, want := range map[string][]string{
		"One. Two! Three?":                          {"One.", "Two!", "Three?"},
		"Dr. Lee came at 3.30 p.m. and left.":       {"Dr. Lee came at 3.30 p.m. and left."},
		"“Is it you?” she asked. “Yes.”":            {"“Is it you?” she asked.", "“Yes.”"},
		"Ask for help … then wait. J. Smith knows.": {"Ask for help … then wait.", "J. Smith knows."},
		"« Ça va ? » dit-elle. Oui !":               {"« Ça va ? » dit-elle.", "Oui !"},
		"no end":                                    {"no end"},
		"":                                          nil,
	} {
		var got []string
		for _, s := range sentences(text) {
			got = append(got, strings.TrimSpace(text[s.start:s.end]))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// The slow way to find the words of a text, which anybody can check.
var slowWord = regexp.MustCompile(`[\pL\pM\p{Nd}]+(?:['’-][\pL\pM\p{Nd}]+)*`)

func TestWordsAreThoseOfTheSlowWay(t *testing.T) {
	signs := []string{"a", "B", "é", "É", "ß", "İ", "9", "٣", "²", "_", "'", "’", "-", "--", "'-", " ", "\u00a0", ".", "e\u0301", "\u0301", "中", "한", "🙂", "\xff", "»"}
	r := rand.New(rand.NewSource(1))
	for range 20_000 {
		var b strings.Builder
		for range r.Intn(9) {
			b.WriteString(signs[r.Intn(len(signs))])
		}
		text := b.String()
		want := slowWord.FindAllString(strings.ToLower(strings.ReplaceAll(text, "’", "'")), -1)
		if got := wordsOf(text); !slices.Equal(got, want) {
			t.Fatalf("%q has the words %q, want %q", text, got, want)
		}
		rest := closers.FindString(text)
		if isClearOf(text) && rest != "" {
			t.Fatalf("%q begins with %q, and passes for clear", text, rest)
		}
	}
}
