package reference

import (
	"strconv"
	"strings"
)

// French is the wording in French, as libraries in Québec adapt the manual.
var French = Words{
	NoDate: "s.d.", Circa: "vers", BCE: "avant notre ère",
	And: "et", Ampersand: "et", EtAl: "et al.",
	Editor: "dir.", Editors: "dir.", Director: "réal.", Directors: "réal.",
	Translator: "trad.", In: "Dans",
	Edition: "éd.", Ordinal: func(n int) string { return strconv.Itoa(n) + "e" }, Volume: "vol.", Page: "p.", Pages: "p.",
	Article: "article", Report: "Rapport", Number: "no", Version: "version",
	Retrieved: "Consulté le {date} à l’adresse", FullDate: "{day} {month} {year}", MonthDay: "{day} {month}", FirstDay: "1er",
	Months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin",
		"juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	Seasons:   [4]string{"printemps", "été", "automne", "hiver"},
	OpenQuote: "«\u00a0", CloseQuote: "\u00a0»",
	SmallWords: []string{"à", "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "par", "pour", "sur", "un", "une"},
	Articles:   []string{"la", "le", "les", "un", "une"},
	Kinds: map[string]string{
		"broadcast": "Émission", "dataset": "Jeu de données", "map": "Carte",
		"motion_picture": "Film", "software": "Logiciel", "thesis": "Thèse",
	},
}

// WordsIn are the words for readers of lang, a BCP 47 tag; English where there
// are none.
func WordsIn(lang string) Words {
	if base, _, _ := strings.Cut(lang, "-"); base == "fr" {
		return French
	}
	return English
}
