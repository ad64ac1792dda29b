package layouts

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// sentences is what a file of strings/ says, with the places.
type sentences struct {
	file   *source.File
	Pages  []yamlx.Pair `yaml:"pages"`
	Script []yamlx.Pair `yaml:"script"`
}

// readSentences reads the file of a language. ok is false after an error; a
// file that is not there is none.
func readSentences(files fs.FS, lang string, d *diag.List) (read *sentences, ok bool) {
	name := "strings/" + lang + ".yaml"
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, true
	}
	f, err := source.New("layouts/"+name, data)
	if err != nil {
		d.ErrorIn("layouts/"+name, "encoding", err.Error(), "")
		return nil, false
	}
	read = &sentences{file: f}
	return read, yamlx.Decode(f, f.All(), read, d)
}

// all are the sentences of a file by their keys, which pages and scripts keep
// apart.
func (s *sentences) all() map[string]yamlx.Pair {
	all := map[string]yamlx.Pair{}
	for _, p := range s.Pages {
		all["pages "+p.Key.Value] = p
	}
	for _, p := range s.Script {
		all["script "+p.Key.Value] = p
	}
	return all
}

// sayings compares the files of a language with the English one.
type sayings struct {
	theme   fs.FS
	english *sentences
	files   []*sentences
}

// check tells what the files leave in English, and what in them will never be
// said.
func (s *sayings) check(base string, d *diag.List) {
	english, said := s.english.all(), map[string]bool{}
	for _, file := range s.files {
		for key, pair := range file.all() {
			said[key] = true
			if original, ok := english[key]; ok {
				checkGaps(file.file, pair, original.Value.Value, d)
			} else {
				s.checkKey(file.file, key, pair, english, d)
			}
			checkForms(file.file, pair.Value, d)
		}
	}
	if base != "en" {
		s.tellMissing(said, d)
	}
}

// shownKeys is how many of the missing sentences a message names.
const shownKeys = 5

func (s *sayings) tellMissing(said map[string]bool, d *diag.List) {
	var missing []string
	all := slices.Concat(s.english.Pages, s.english.Script)
	for i, p := range all {
		where := "pages "
		if i >= len(s.english.Pages) {
			where = "script "
		}
		if !said[where+p.Key.Value] {
			missing = append(missing, "`"+p.Key.Value+"`")
		}
	}
	if len(missing) == 0 {
		return
	}
	names := strings.Join(missing[:min(shownKeys, len(missing))], ", ")
	if len(missing) > shownKeys {
		names += " …"
	}
	d.Add(diag.Message{Severity: diag.Warning, Path: s.files[len(s.files)-1].file.Path, Name: "strings-missing",
		Text: fmt.Sprintf("%d of %d sentences are not here and stay in English: %s", len(missing), len(all), names),
		Hint: "all of them stand in the theme's file strings/en.yaml"})
}

// checkKey tells of a sentence that nothing asks for. A theme's own templates
// and scripts may ask for more than the built-in ones do.
func (s *sayings) checkKey(file *source.File, key string, p yamlx.Pair, english map[string]yamlx.Pair, d *diag.List) {
	name := p.Key.Value
	if strings.HasPrefix(name, "keyword-") || strings.HasPrefix(name, "label-") {
		return // English needs none of these
	}
	if s.themeAsks(name) {
		return
	}
	where, _, _ := strings.Cut(key, " ")
	var known []string
	for k := range english {
		if rest, ok := strings.CutPrefix(k, where+" "); ok {
			known = append(known, rest)
		}
	}
	slices.Sort(known)
	d.Warn(file, p.Key.At, "strings-unknown", fmt.Sprintf("nothing asks for the sentence `%s`", name), diag.DidYouMean(name, known))
}

// themeAsks reports whether a course's own templates or scripts name a key.
func (s *sayings) themeAsks(key string) bool {
	o, ok := s.theme.(overlay)
	if !ok {
		return false
	}
	for _, pattern := range []string{"*.html", "parts/*.html", "scripts/*.js"} {
		names, _ := fs.Glob(o.own, pattern)
		for _, name := range names {
			if data, err := fs.ReadFile(o.own, name); err == nil && strings.Contains(string(data), `"`+key+`"`) {
				return true
			}
		}
	}
	return false
}

var gap = once.Regexp(`\{([a-z-]+)\}`)

// gapsOf are the names of the values that go into a sentence.
func gapsOf(sentence string) []string {
	var names []string
	for _, m := range gap.FindAllStringSubmatch(sentence, -1) {
		if !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	return names
}

// checkGaps tells of a gap that nothing fills. A value that the sentence does
// without is no fault: a form for one may well say "one".
func checkGaps(file *source.File, p yamlx.Pair, english string, d *diag.List) {
	known := gapsOf(english)
	for _, name := range gapsOf(p.Value.Value) {
		if !slices.Contains(known, name) {
			d.Warn(file, p.Value.At, "strings-gap", fmt.Sprintf("nothing is put in the place of `{%s}`", name), diag.DidYouMean(name, known))
		}
	}
}

// checkForms tells of forms for counting that cannot be told apart.
func checkForms(file *source.File, sentence yamlx.Text, d *diag.List) {
	if !strings.Contains(sentence.Value, "|") {
		return
	}
	forms := formsOf(sentence.Value)
	if _, ok := forms[plural.Other]; !ok {
		d.Warn(file, sentence.At, "strings-forms", "these forms cannot be told apart", "write two, for one and for all others: `{n} day|{n} days`;\nor name each: `one={n} day|other={n} days` (zero, one, two, few, many; `other` is always needed)")
	}
}
