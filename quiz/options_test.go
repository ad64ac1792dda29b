package quiz_test

import (
	"slices"
	"strings"
	"testing"

	"lectern/internal/prose"
	"lectern/quiz"
)

func TestOptionsThatFitAMenuAreNotListedAbove(t *testing.T) {
	fitting := words(strings.Repeat("é", 40))
	short, listed := quiz.ShortOptions([]prose.Text{words("<em>Tea</em>"), fitting})
	if listed || !slices.Equal(short, []string{"Tea", fitting.HTML}) {
		t.Errorf("got %q, listed %v", short, listed)
	}
}

func TestOneOptionThatFitsNoMenuHasAllListedAbove(t *testing.T) {
	for name, c := range map[string]struct {
		option prose.Text
		short  string
	}{
		"too long by a letter":  {words(strings.Repeat("a", 41)), "B. " + strings.Repeat("a", 28) + " …"},
		"too long, in words":    {words("Ask what the person would like to happen next, and wait"), "B. Ask what the person would …"},
		"too long, with commas": {words("Ask, then listen and wait, and then ask once more"), "B. Ask, then listen and wait …"},
		"a picture":             {words(`<img src="cup.png" alt="">`), "B."},
		"words and a picture":   {words(`A cup <img src="cup.png" alt="">`), "B. A cup"},
		"a link":                {prose.Text{HTML: "A cup", Refs: []prose.Ref{{Kind: prose.Blank, Target: "cup"}}}, "B. A cup"},
	} {
		t.Run(name, func(t *testing.T) {
			short, listed := quiz.ShortOptions([]prose.Text{words("Tea"), c.option})
			if !listed || !slices.Equal(short, []string{"A. Tea", c.short}) {
				t.Errorf("got %q, listed %v, want %q", short, listed, c.short)
			}
		})
	}
}

func TestAnOptionIsCutOnlyWhenItIsTooLongForAMenu(t *testing.T) {
	fits, long := strings.Repeat("a", 28), strings.Repeat("b", 29)
	short, _ := quiz.ShortOptions([]prose.Text{words(fits), words(long), words(strings.Repeat("c", 41))})
	if short[0] != "A. "+fits || short[1] != "B. "+long[:28]+" …" {
		t.Errorf("got %q", short)
	}
}

func TestOptionsAreLetteredAsBrowsersDo(t *testing.T) {
	texts := make([]prose.Text, 27*26+1)
	texts[0] = words(strings.Repeat("a", 41))
	short, _ := quiz.ShortOptions(texts)
	for at, want := range map[int]string{1: "B.", 25: "Z.", 26: "AA.", 27: "AB.", 51: "AZ.", 52: "BA.", 27*26 - 1: "ZZ.", 27 * 26: "AAA."} {
		if short[at] != want {
			t.Errorf("option %d is lettered %q, want %q", at, short[at], want)
		}
	}
}

func TestOptionsAreSortedWithoutRegardToCapitalsAndAccents(t *testing.T) {
	list := []string{"tea", "Élan", "elan", "Water", "echo"}
	quiz.ByAlphabet(list, words)
	if want := []string{"echo", "elan", "Élan", "tea", "Water"}; !slices.Equal(list, want) {
		t.Errorf("got %q, want %q", list, want)
	}
}

func TestAPictureIsNamedByItsSource(t *testing.T) {
	open, shut := quiz.FingerprintOf(words("<img>"), "open.png"), quiz.FingerprintOf(words("<img>"), "shut.png")
	if open == shut {
		t.Error("two pictures have one fingerprint")
	}
	if quiz.FingerprintOf(words("<b>Tea</b>"), "**Tea**") != quiz.FingerprintOf(words("Tea"), "Tea") {
		t.Error("markup changes a fingerprint, and students' stored answers would be lost")
	}
}
