package check

import (
	"strings"

	"lectern/internal/once"
)

// spoken are the syllables of words so far: a course has few words, often.
type spoken map[string]int

// spokenIn lends the syllables of the words of a language, to one page at a time.
func (w *whole) spokenIn(lang string) spoken {
	w.mu.Lock()
	defer w.mu.Unlock()
	if free := w.spoken[lang]; len(free) > 0 {
		w.spoken[lang] = free[:len(free)-1]
		return free[len(free)-1]
	}
	return spoken{}
}

func (w *whole) giveBack(lang string, seen spoken) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.spoken == nil {
		w.spoken = map[string][]spoken{}
	}
	w.spoken[lang] = append(w.spoken[lang], seen)
}

// syllables counts the syllables of a word in small letters.
func syllables(word, lang string) int {
	total := 0
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '\'' }) {
		if lang == "fr" {
			total += frenchSyllables(part)
		} else {
			total += englishSyllables(part)
		}
	}
	return max(1, total)
}

var (
	englishGroups = once.Regexp(`[aeiouy]+`)
	silentEnd     = once.Regexp(`(?:[^aeiouyl]|[aeiouy]l|[aeiouy]ll|rl)es?$`)
	soundedEs     = once.Regexp(`(?:[sxz]|ch|sh|c|g)es$`)
	silentEd      = once.Regexp(`[^aeiouytd]ed$`)
	hiatus        = once.Regexp(`i[ao](?:$|[^u])|(?:[^tscg]|^)io|eo(?:$|[^u])|ua[lt]|[aeou]ing$|ier$|iet|[^q]uou|ying$|[aeiou]y[aeiou]|creat|react|being|via|dia|coop|reac|eum`)
	joined        = once.Regexp(`[tscg]i(?:o|a|e)|gion|xio|eou|people|[td]ual`)
	silentInside  = once.Regexp(`(?:[^aeiouy](?:e)(?:ly|ful|ment|less|ness|where|times?|body|thing))|[^aeiouy]ety$`)
)

// englishSyllables counts groups of vowels, and mends what spelling hides.
func englishSyllables(w string) int {
	if n, ok := irregular[w]; ok {
		return n
	}
	n := len(englishGroups.FindAllString(w, -1))
	if silentEnd.MatchString(w) && !soundedEs.MatchString(w) && n > 1 {
		n--
	} else if silentEd.MatchString(w) && n > 1 {
		n--
	}
	if silentInside.MatchString(w) {
		n--
	}
	n += len(hiatus.FindAllString(joined.ReplaceAllString(w, "x"), -1))
	if strings.HasSuffix(w, "sm") || strings.HasSuffix(w, "thm") {
		n++
	}
	return max(1, n)
}

// irregular are everyday words whose spelling says another number.
var irregular = map[string]int{
	"eye": 1, "eyes": 1, "giant": 2, "giants": 2, "people": 2, "every": 2, "everyone": 3, "everything": 3, "everyday": 3, "evening": 2, "business": 2, "area": 3, "idea": 3, "something": 2, "someone": 2, "sometimes": 2,
	"somewhere": 2, "does": 1, "goes": 1, "done": 1, "one": 1, "once": 1, "are": 1, "were": 1, "have": 1, "give": 1, "come": 1, "some": 1, "whole": 1, "where": 1, "there": 1,
	"poem": 2, "quiet": 2, "science": 2, "society": 4, "being": 2, "seeing": 2, "doing": 2, "going": 2, "lion": 2, "radio": 3, "video": 3, "create": 2, "created": 3,
	"family": 3, "different": 3, "interest": 3, "medicine": 3, "chocolate": 3, "vegetable": 4, "comfortable": 4, "wednesday": 2, "hundred": 2, "naked": 2, "wicked": 2,
	"therefore": 2, "whereas": 2, "themselves": 2, "ourselves": 2, "yourselves": 2, "experience": 4, "recipe": 3, "period": 3, "various": 3, "previous": 3, "serious": 3,
	"patient": 2, "patients": 2, "ancient": 2, "client": 2, "clients": 2, "diet": 2, "trial": 2, "trials": 2, "usual": 3, "actual": 3, "annual": 3, "manual": 3, "usually": 4,
	"actually": 4, "gradually": 4, "individual": 5, "situation": 4, "evaluate": 4, "evaluation": 5, "continue": 3, "continuum": 4, "value": 2, "values": 2, "rescue": 2, "issue": 2,
	"issues": 2, "true": 1, "blue": 1, "due": 1, "used": 1, "named": 1, "shared": 1, "cared": 1, "safely": 2, "hour": 1, "hours": 1, "our": 1, "fire": 1, "tired": 1, "prayer": 1,
}

var (
	frenchGroups   = once.Regexp(`[aàâeéèêëiîïoôuùûüyœæ]+`)
	frenchMute     = once.Regexp(`[^aàâeéèêëiîïoôuùûüyœæ](?:e|es)$|[iuéy]es?$`)
	frenchHiatus   = once.Regexp(`é[aâeiou]|a[éï]|o[éïe](?:$|[^u])|[bcdfgptv][lr]i[aeoé]|ayé|oyé|uyé|ayon|oyon|oyant|ayant|[aou]ye[rz]|éé|ië|ué|u[aâ]|^r?éu|cré[ae]|aë`)
	frenchSilentQu = once.Regexp(`[qg]u([aeéèêioà])`)
)

// frenchSyllables counts groups of vowels; the mute e at the end of a word is
// not spoken.
func frenchSyllables(w string) int {
	if w == "l" || w == "d" || w == "n" || w == "s" || w == "c" || w == "j" || w == "m" || w == "t" || w == "qu" {
		return 0 // elided: spoken with the next word
	}
	w = frenchSilentQu.ReplaceAllString(w, "k$1")
	n := len(frenchGroups.FindAllString(w, -1))
	n += len(frenchHiatus.FindAllString(w, -1))
	if n > 1 && frenchMute.MatchString(w) {
		last := frenchGroups.FindAllString(w, -1)
		if end := last[len(last)-1]; end == "e" {
			n--
		}
	} else if n > 1 && verbs[w] {
		n--
	}
	return max(1, n)
}

// verbs are common forms in -ent that are not spoken: by its spelling alone,
// "souvent" ends alike.
var verbs = map[string]bool{
	"peuvent": true, "doivent": true, "veulent": true, "savent": true, "viennent": true, "prennent": true, "disent": true, "parlent": true, "aident": true, "donnent": true,
	"restent": true, "arrivent": true, "vivent": true, "trouvent": true, "passent": true, "demandent": true, "utilisent": true, "travaillent": true, "permettent": true,
	"deviennent": true, "mettent": true, "semblent": true, "cherchent": true, "reviennent": true, "portent": true, "aiment": true, "pensent": true, "montrent": true,
	"suivent": true, "existent": true, "offrent": true, "comprennent": true, "écoutent": true, "partagent": true, "apprennent": true,
}
