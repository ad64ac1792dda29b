package scaffold_test

import (
	"testing"

	"gopkg.in/yaml.v3"

	"lectern/internal/scaffold"
)

// Whatever a title is, every reader of YAML reads it as it was.
func TestTitlesAreReadAsTheyWereGiven(t *testing.T) {
	for given, want := range map[string]string{
		"Tea": "Tea", "Peer support: what it is": "", "yes": "", "No": "", "2026": "", "0x1F": "", "- a": "", "a # b": "", "#1": "", `"quoted"`: "",
		`back\slash`: "", "*stars*": "", "&a": "", "{a}": "", "ᐃᓄᒃᑎᑐᑦ": "ᐃᓄᒃᑎᑐᑦ", "বাংলা কোর্স": "বাংলা কোর্স", "Cours d’été": "Cours d’été",
		"null": "", "~": "", "it's": "it's", "Who? Me!": "Who? Me!", "a\u200fb": "", "😀": "", "2027-06-01": "", "---": "", "a: ": "", "@home": "", "%": "", "=": "", "!x": "", "|": "", ">": "",
	} {
		written := scaffold.Scalar(given)
		if want != "" && written != want {
			t.Errorf("%q needs no quotes and is written %s", given, written)
		}
		var read map[string]any
		if err := yaml.Unmarshal([]byte("title: "+written+"\n"), &read); err != nil || read["title"] != given {
			t.Errorf("%q is read as %#v (%v)", given, read["title"], err)
		}
	}
}

func TestTitlesAreOneLine(t *testing.T) {
	for given, want := range map[string]string{"  a\n b\t c ": "a b c", "a\x00b\x1b[31m": "ab[31m", "a\u2028b": "a b", "\ufeffa": "a", "": ""} {
		if got := scaffold.Title(given); got != want {
			t.Errorf("%q becomes %q, want %q", given, got, want)
		}
	}
}
