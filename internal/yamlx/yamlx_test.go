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
			"a.md:1:10: error: `minutes` must be a whole number, not `twelve` [yaml-type]\n    minutes: twelve\n             ^^^^^^\n    hint: write it in digits\n"},
		{"tab", "objectives:\n\ta: b\n",
			"a.md:2:1: error: a line of settings begins with a tab [yaml-tab]\n     a: b\n    ^\n    hint: indent with spaces\n"},
		{"key given twice", "title: A\ntitle: B\n",
			"a.md:2:1: error: `title` is given twice [yaml-duplicate]\n    title: B\n    ^^^^^\n    hint: keep one of them\n"},
		{"open quote", "title: \"Peer support\nminutes: 3\n",
			"a.md:1:8: error: a quotation mark is opened here and never closed [yaml-quote]\n"},
		{"apostrophe in single quotes", "title: 'It's here'\n",
			"a.md:1:8: error: the same mark stands inside these quotation marks and ends them too early [yaml-quote]\n    title: 'It's here'\n           ^^^^^^^^^^^\n    hint: write: title: \"It's here\"\n"},
		{"a word processor's quotes around a colon", "title: “Peer support: what it is”\n",
			"a.md:1:8: error: a value with a colon in it needs quotes around it [yaml-colon]\n    title: “Peer support: what it is”\n           ^^^^^^^^^^^^^^^^^^^^^^^^^^\n    hint: write: title: \"Peer support: what it is\"\n"},
		{"a word processor's quotes around a number", "minutes: “12”\n",
			"a.md:1:10: error: `minutes` must be a whole number, not `“12”` [yaml-type]\n    minutes: “12”\n             ^^^^\n    hint: write the number alone: `12`\n"},
		{"no blank after the colon", "title:A\n",
			"a.md:1:1: error: this must be a group of keys, not a single value [yaml-type]\n    title:A\n    ^^^^^^^\n    hint: put a blank after the colon: `title: …`\n"},
		{"no blank after the colon of one of several", "{title:A, minutes: 3}\n",
			"a.md:1:2: error: unknown key `title:A` [unknown-key]\n    {title:A, minutes: 3}\n     ^^^^^^^\n    hint: put a blank after the colon: `title: …`\n"},
		{"a list for a group", "objectives:\n- Name it\n",
			"a.md:2:1: error: `objectives` must be a group of keys, not a list [yaml-type]\n    - Name it\n    ^\n    hint: write each line as a word and a value, without a dash: `word: value`\n"},
		{"a line in a column of its own", "objectives:\n  a: Name it.\n b: Explain it.\n",
			"a.md:3:2: error: this line begins in a column of its own [yaml-syntax]\n     b: Explain it.\n     ^^^^^^^^^^^^^^\n    hint: let it begin right below `a:`, or below what that belongs to\n"},
		{"a second document", "title: A\n---\nminutes: 3\n",
			"a.md:3:1: error: the settings end above this, and this would be lost [yaml-syntax]\n    minutes: 3\n    ^^^^^^^^^^\n    hint: take out the line `---` above it\n"},
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

func TestAValueThatCannotBeReadHidesNoOtherSlip(t *testing.T) {
	_, out := decode(t, "title: Tea: a story\nminutes: x\nkey_concepts:\n  - 'It's hot'\nsumary: \"ok\"\nreview_by: Spring: perhaps\ndraft: \"no\n")
	for _, want := range []string{"1:8: error: a value with a colon", "2:10: error: `minutes`", "4:5: error: the same mark", "5:1: error: unknown key `sumary`",
		"6:12: error: a value with a colon", "7:8: error: a quotation mark is opened here"} {
		if !strings.Contains(out, "a.md:"+want) {
			t.Errorf("not told: %s", want)
		}
	}
	if n := strings.Count(out, "error:"); n != 6 {
		t.Errorf("%d errors reported, want 6:\n%s", n, out)
	}
}

func TestManyLinesThatCannotBeReadTakeNoLongerThanFew(t *testing.T) {
	_, out := decode(t, strings.Repeat("title: Tea: a story, as long as this one is\n", 20_000))
	if n := strings.Count(out, "[yaml-colon]"); n != 2 { // after the first there is no more time to look
		t.Errorf("%d errors reported, want 2:\n%.600s", n, out)
	}
}

func TestTheEndOfADocumentIsNoSecondOne(t *testing.T) {
	for _, text := range []string{"---\ntitle: A\n", "---\ntitle: A\n---\n", "title: A\n...\n", "---\n", "\n# nothing\n"} {
		if _, out := decode(t, text); out != "" {
			t.Errorf("%q: %s", text, out)
		}
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
