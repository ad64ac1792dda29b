package check

import (
	_ "embed"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/internal/diag"
	"lectern/internal/markdown"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// wordsFile is the course's own list.
const wordsFile = "content/words.yaml"

// wordRules look at words that hurt or mislead. They explain and never block.
var wordRules = []Rule{{
	Name: "word-to-avoid", Finds: "A word that there is a better one for", page: wordToAvoid,
	Why:    "Words such as these can make a person smaller than they are, and readers who see themselves in them may stop reading. Naming the person first keeps the person in view.",
	Source: "National Institute on Drug Abuse, Words Matter; Canadian Centre on Substance Use and Addiction (2019), Overcoming Stigma Through Language. A course adds its own list, `content/words.yaml`.",
}}

// Word is one entry of a list of words: what to say, instead of what.
type Word struct {
	Say     string       `yaml:"say"`
	Instead []yamlx.Text `yaml:"instead"`
	Why     string       `yaml:"why"`
	Source  string       `yaml:"source"`
	Lang    string       `yaml:"lang"` // of the pages it is for; "" for all
	pattern *regexp.Regexp
	needs   []string // of each form the longest word, in small letters
}

//go:embed words.yaml
var builtIn []byte

// readWords reads the course's list and the one built in. A course's entry
// takes the place of the built-in ones for the same words.
func (w *whole) readWords() []Word {
	own := readList(w.options.FS, w.outside)
	f, err := source.New("words.yaml", builtIn)
	if err != nil {
		panic(err)
	}
	var theirs []Word
	yamlx.Decode(f, f.All(), &theirs, &diag.List{})
	taken := map[string]bool{}
	for _, word := range own {
		for _, old := range word.Instead {
			taken[simple(old.Value)] = true
		}
	}
	for i, word := range theirs {
		theirs[i].Instead = slices.DeleteFunc(word.Instead, func(t yamlx.Text) bool { return taken[simple(t.Value)] })
	}
	all := slices.DeleteFunc(append(own, theirs...), func(word Word) bool {
		return len(word.Instead) == 0 || slices.ContainsFunc(word.Instead, func(t yamlx.Text) bool { return strings.TrimSpace(t.Value) == "" })
	})
	for i := range all {
		all[i].compile()
	}
	return all
}

func readList(fsys fs.FS, d *diag.List) []Word {
	if fsys == nil {
		return nil
	}
	data, err := fs.ReadFile(fsys, wordsFile)
	if err != nil {
		return nil // there need not be one
	}
	f, err := source.New(wordsFile, data)
	if err != nil {
		d.ErrorIn(wordsFile, "encoding", err.Error(), "")
		return nil
	}
	var list []Word
	yamlx.Decode(f, f.All(), &list, d)
	for _, word := range list {
		for _, old := range word.Instead {
			if word.Say == "" {
				d.Error(f, old.At, "words-say", "this entry does not tell what to say instead of `"+old.Value+"`", "add `say: …` above it")
			}
		}
	}
	return list
}

// compile finds the words in any case, with a plural s, and over the ends of
// lines.
func (word *Word) compile() {
	var forms []string
	for _, old := range word.Instead {
		word.needs = append(word.needs, longestWord(strings.ToLower(old.Value)))
		form := strings.Join(strings.Fields(regexp.QuoteMeta(old.Value)), `[\s\x{a0}]+`)
		forms = append(forms, strings.ReplaceAll(form, "'", "['’]"))
	}
	slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) })
	word.pattern = regexp.MustCompile(`(?i)(?:` + strings.Join(forms, "|") + `)s?`)
}

func longestWord(s string) string {
	return slices.MaxFunc(append(wordsOf(s), ""), func(a, b string) int { return len(a) - len(b) })
}

func wordToAvoid(p *page, say report) {
	for _, passage := range p.passages() {
		if passage.Quoted {
			continue
		}
		skip, small := spared(passage), strings.ToLower(passage.Text)
		for _, word := range p.whole.words {
			if word.Lang != "" && word.Lang != p.lang || !word.mayBeIn(small) {
				continue
			}
			for _, at := range word.pattern.FindAllStringIndex(passage.Text, -1) {
				if !within(skip, at[0]) && isUsed(passage, at[0], at[1]) {
					say(passage.Place(at[0], at[1]), "“%s”: say “%s”%s", passage.Text[at[0]:at[1]], word.Say, word.because())
				}
			}
		}
	}
}

// mayBeIn passes over most texts without a look at each word of them.
func (word Word) mayBeIn(small string) bool {
	return slices.ContainsFunc(word.needs, func(w string) bool { return strings.Contains(small, w) })
}

func (word Word) because() string {
	text := ""
	if word.Why != "" {
		text += "; " + strings.TrimSuffix(word.Why, ".")
	}
	if word.Source != "" {
		text += " (" + strings.TrimSuffix(word.Source, ".") + ")"
	}
	return text
}

// isUsed reports whether a word is whole and used: one that stands by itself in
// bold or italics is spoken about, and one between capitals is part of a name.
func isUsed(p *markdown.Passage, start, end int) bool {
	if !alone(p.Text, start, end) {
		return false
	}
	for _, s := range p.Strong {
		if len(strings.Trim(p.Text[s.Start:s.End], " .,;:")) == end-start && s.Start <= start && end <= s.End {
			return false
		}
	}
	return !isName(p.Text, start, end)
}

// isName reports whether a capital begins every word, and one beside them; or a
// word behind a small one, as in "les Alcooliques anonymes".
func isName(text string, start, end int) bool {
	words := strings.Fields(text[start:end])
	if !beginsBig(words[0]) && slices.ContainsFunc(words, beginsBig) {
		return true
	}
	for _, w := range words {
		if !beginsBig(w) {
			return false
		}
	}
	before, after := strings.Fields(text[:start]), strings.Fields(text[end:])
	if len(after) > 0 && beginsBig(after[0]) && !strings.ContainsAny(text[end:end+1], ".!?") {
		return true
	}
	for i := len(before) - 1; i >= 0; i-- {
		if connects[strings.ToLower(before[i])] {
			continue
		}
		return beginsBig(before[i]) && !strings.ContainsAny(before[i], ".!?:")
	}
	return false
}

var connects = map[string]bool{"a": true, "an": true, "on": true, "in": true, "against": true, "sur": true, "of": true, "the": true, "for": true, "and": true, "de": true, "des": true, "du": true, "les": true, "la": true, "et": true}

func beginsBig(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
