package layouts

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"lectern/internal/diag"
)

// sources are all files of the repository that may ask for a sentence, by
// extension.
func sources(t *testing.T, extensions ...string) string {
	t.Helper()
	var all strings.Builder
	for _, top := range []string{"layouts", "quiz", "internal"} {
		err := fs.WalkDir(os.DirFS(".."), top, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !slices.Contains(extensions, path.Ext(name)) || strings.HasSuffix(name, "_test.go") {
				return err
			}
			data, err := os.ReadFile("../" + name)
			all.Write(data)
			all.WriteByte('\n')
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

func english(t *testing.T) *Words {
	t.Helper()
	var d diag.List
	w := ReadWords(Over(nil), "en", &d)
	if w == nil {
		t.Fatal("strings/en.yaml cannot be read")
	}
	return w
}

var (
	// {{.T "key"}}, {{.T (print "prefix-" .X)}}; f.T("key"), w.Say("prefix-"+x).
	askedOfPages = regexp.MustCompile(`\bT (?:\(print )?("[^"]*")|\.(?:T|Say)\(("[^"]*")`)
	// say("key"), and say(x ? "key" : "other").
	askedOfScripts = regexp.MustCompile(`\bsay\(((?:[^()"]|"[^"]*"|\([^()]*\))*)`)
	quoted         = regexp.MustCompile(`(===? *)?"([^"]*)"`)
)

// asked returns the keys that the sources ask for. One that ends in a hyphen
// is the beginning of several.
func asked(t *testing.T) (pages, scripts []string) {
	for _, m := range askedOfPages.FindAllStringSubmatch(sources(t, ".html", ".go"), -1) {
		pages = append(pages, strings.Trim(m[1]+m[2], `"`))
	}
	for _, m := range askedOfScripts.FindAllStringSubmatch(sources(t, ".js"), -1) {
		key, _, _ := strings.Cut(m[1], ", {")
		for _, q := range quoted.FindAllStringSubmatch(key, -1) {
			if q[1] == "" { // not what something is compared with
				scripts = append(scripts, q[2])
			}
		}
	}
	return pages, scripts
}

// optional are the beginnings of keys that English does not need: its keywords
// and labels are the ones that every course understands.
var optional = []string{"keyword-", "label-"}

func TestEverySentenceThatIsAskedForIsThere(t *testing.T) {
	w := english(t)
	pages, scripts := asked(t)
	if len(pages) < 50 || len(scripts) < 15 {
		t.Fatalf("found %d and %d keys only", len(pages), len(scripts))
	}
	check := func(where string, keys []string, have map[string]string) {
		for _, key := range keys {
			begins := func(k string) bool { return strings.HasSuffix(key, "-") && strings.HasPrefix(k, key) }
			if have[key] == "" && !slices.ContainsFunc(slices.Collect(maps.Keys(have)), begins) && !slices.Contains(optional, key) {
				t.Errorf("%s ask for %q, which en.yaml does not have", where, key)
			}
		}
	}
	check("pages", pages, w.pages)
	check("scripts", scripts, w.Script)
}

// idle are sentences that nothing asks for. The list may only get shorter.
var idle = []string{}

func TestEverySentenceIsAskedFor(t *testing.T) {
	w := english(t)
	// A key may be chosen in one place and asked for in another, so any mention
	// in quotes counts, of the whole key or of its beginning.
	check := func(where string, have map[string]string, text string) {
		for key := range have {
			used := strings.Contains(text, `"`+key+`"`)
			for i := range key {
				used = used || key[i] == '-' && strings.Contains(text, `"`+key[:i+1]+`"`)
			}
			if known := slices.Contains(idle, where+" "+key); used == known {
				t.Errorf("%s ask for %q: %v", where, key, used)
			}
		}
	}
	check("pages", w.pages, sources(t, ".html", ".go"))
	check("scripts", w.Script, sources(t, ".js"))
}

func TestSentencesFillTheirGaps(t *testing.T) {
	w := &Words{language: language.English, pages: map[string]string{"n": "{n} lesson|{n} lessons", "plain": "A | b", "two": "{a} and {b}"}}
	for _, c := range []struct{ got, want string }{
		{w.Say("n", "n", 1), "1 lesson"}, {w.Say("n", "n", 0), "0 lessons"}, {w.Say("n", "n", 2), "2 lessons"},
		{w.Say("plain"), "A | b"}, {w.Say("two", "a", "x", "b", "{a}"), "x and {a}"}, {w.Say("unknown"), "unknown"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
