package yamlx_test

import (
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

type front struct {
	Title      string       `yaml:"title"`
	Minutes    int          `yaml:"minutes"`
	Draft      bool         `yaml:"draft"`
	Objectives []yamlx.Pair `yaml:"objectives"`
	Concepts   []string     `yaml:"key_concepts"`
	ReviewBy   yamlx.Text   `yaml:"review_by"`
}

func decode(t *testing.T, text string) (front, string) {
	t.Helper()
	f, err := source.New("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var v front
	var d diag.List
	yamlx.Decode(f, f.All(), &v, &d)
	var out strings.Builder
	d.Print(&out)
	return v, out.String()
}

func TestValuesKeepTheirOrderAndPlace(t *testing.T) {
	v, out := decode(t, "title: no\nobjectives:\n  z: Last letter.\n  a: First letter.\nkey_concepts: one alone\nreview_by: 2027-06-01\n")
	if out != "" {
		t.Fatalf("unexpected messages:\n%s", out)
	}
	if v.Title != "no" || v.Concepts[0] != "one alone" {
		t.Errorf("strings are not taken as written: %+v", v)
	}
	if v.Objectives[0].Key.Value != "z" || v.Objectives[1].Value.Value != "First letter." {
		t.Errorf("objectives lost their order: %+v", v.Objectives)
	}
	if at := v.ReviewBy.At.Start; at != strings.Index("title: no\nobjectives:\n  z: Last letter.\n  a: First letter.\nkey_concepts: one alone\nreview_by: 2027-06-01\n", "2027") {
		t.Errorf("review_by is said to be at byte %d", at)
	}
}

func TestMessagesNameThePlaceAndTheFix(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unquoted colon on the first line", "title: Peer support: what it is\nminutes: 3\n",
			"a.md:1:8: error: a value with a colon in it needs quotes around it [yaml-colon]\n    title: Peer support: what it is\n           ^^^^^^^^^^^^^^^^^^^^^^^^\n    hint: write: title: \"Peer support: what it is\"\n"},
		{"unknown key", "title: A\nobjective:\n  a: b\n",
			"a.md:2:1: error: unknown key `objective` [unknown-key]\n    objective:\n    ^^^^^^^^^\n    hint: did you mean `objectives`?\n"},
		{"wrong type", "minutes: twelve\n",
			"a.md:1:10: error: `minutes` must be a whole number, not `twelve` [yaml-type]\n    minutes: twelve\n             ^^^^^^\n"},
		{"tab", "objectives:\n\ta: b\n",
			"a.md:2:1: error: a line of settings begins with a tab [yaml-tab]\n     a: b\n    ^\n    hint: indent with spaces\n"},
		{"key given twice", "title: A\ntitle: B\n",
			"a.md:2:1: error: `title` is given twice [yaml-duplicate]\n    title: B\n    ^^^^^\n    hint: keep one of them\n"},
		{"open quote", "title: \"Peer support\nminutes: 3\n",
			"a.md:1:1: error: a quotation mark is opened here and never closed [yaml-quote]\n"},
		{"anchor", "title: &a x\n", "a.md:1:8: error: YAML anchors and aliases"},
		{"a bomb", "title: &a [x, x]\nsummary: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nowner: [*b, *b, *b, *b, *b, *b, *b, *b]\n", "a.md:1:8: error: YAML anchors and aliases"},
		{"too deep to be read", "key_concepts: " + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + "\n", "a.md:1:1: error: the settings could not be read from here"},
		{"list for a value", "title: [a]\n", "a.md:1:8: error: `title` must be a single value, not a list [yaml-type]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, out := decode(t, c.text); !strings.HasPrefix(out, c.want) {
				t.Errorf("got:\n%s\nwant:\n%s", out, c.want)
			}
		})
	}
}

func TestDeepSettingsAreRefusedWithTheirPlace(t *testing.T) {
	_, out := decode(t, "key_concepts: "+strings.Repeat("[", 40)+strings.Repeat("]", 40)+"\n")
	if !strings.Contains(out, "a.md:1:47: error: this is nested more than 32 levels deep [yaml-depth]") {
		t.Errorf("got:\n%s", out)
	}
}

func TestAllProblemsAreReportedAtOnce(t *testing.T) {
	_, out := decode(t, "titel: A\nminutes: x\ndraft: maybe\n")
	if n := strings.Count(out, "error:"); n != 3 {
		t.Errorf("%d errors reported, want 3:\n%s", n, out)
	}
}

func FuzzDecodeNeverPanics(f *testing.F) {
	for _, s := range []string{"title: a", "<<: {[x]: y}", "a: *b", "? [a]\n: b", "\t", "a: \"", strings.Repeat("[", 5000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.New("a.md", []byte(text))
		if err != nil {
			t.Skip()
		}
		var d diag.List
		if ok := yamlx.Decode(file, file.All(), &front{}, &d); ok == d.Failed() {
			t.Errorf("Decode says %v, messages say %v", ok, d.Failed())
		}
	})
}
