package reference

import "testing"

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name                        name
		inList, asEditor, inTheText string
	}{
		{name{Family: "Tracy", Given: []string{"Kathlene"}}, "Tracy, K.", "K. Tracy", "Tracy"},
		{name{Family: "Sartre", Given: []string{"Jean-Paul"}}, "Sartre, J.-P.", "J.-P. Sartre", "Sartre"},
		{name{Family: "Sartre", Given: []string{"J.-P."}}, "Sartre, J.-P.", "J.-P. Sartre", "Sartre"},
		{name{Family: "Sartre", Given: []string{"Jean‑Paul"}}, "Sartre, J.-P.", "J.-P. Sartre", "Sartre"},
		{name{Family: "Wallace", Given: []string{"S.P."}}, "Wallace, S. P.", "S. P. Wallace", "Wallace"},
		{name{Family: "Wallace", Given: []string{"SP"}}, "Wallace, S. P.", "S. P. Wallace", "Wallace"},
		{name{Family: "Wallace", Given: []string{"Samantha", "P."}}, "Wallace, S. P.", "S. P. Wallace", "Wallace"},
		{name{Family: "Çelik", Given: []string{"Émile Ørn"}}, "Çelik, É. Ø.", "É. Ø. Çelik", "Çelik"},
		{name{Family: "Celik", Given: []string{"E\u0301mile"}}, "Celik, E\u0301.", "E\u0301. Celik", "Celik"},
		{name{Family: "Berg", Given: []string{"Jan"}, Particle: "van der"}, "van der Berg, J.", "J. van der Berg", "van der Berg"},
		{name{Family: "Alembert", Given: []string{"Jean"}, Particle: "d’"}, "d’Alembert, J.", "J. d’Alembert", "d’Alembert"},
		{name{Family: "Beethoven", Given: []string{"Ludwig"}, Dropping: "van"}, "Beethoven, L. van", "L. van Beethoven", "Beethoven"},
		{name{Family: "Beethoven", Given: []string{"Ludwig van"}}, "Beethoven, L. van", "L. van Beethoven", "Beethoven"},
		{name{Family: "hooks", Given: []string{"bell"}}, "hooks, b.", "b. hooks", "hooks"},
		{name{Family: "King", Given: []string{"Martin Luther"}, Suffix: "Jr."}, "King, M. L., Jr.", "M. L. King Jr.", "King"},
		{name{Family: "Plato"}, "Plato", "Plato", "Plato"},
		{name{Family: "王", Given: []string{"小明"}}, "王, 小明", "小明 王", "王"},
		{name{Literal: "City of Vancouver"}, "City of Vancouver", "City of Vancouver", "City of Vancouver"},
	} {
		if got := c.name.inverted(); got != c.inList {
			t.Errorf("%+v in the list: got %q, want %q", c.name, got, c.inList)
		}
		if got := c.name.straight(); got != c.asEditor {
			t.Errorf("%+v as editor: got %q, want %q", c.name, got, c.asEditor)
		}
		if got := c.name.surname(); got != c.inTheText {
			t.Errorf("%+v in the text: got %q, want %q", c.name, got, c.inTheText)
		}
	}
}

func TestAPersonsInitialsEndWithOneFullStop(t *testing.T) {
	for fields, want := range map[string]string{
		"author: [{family: Plato}]":                                     "Plato. (2000). T.",
		"author: [{family: Doe, given: Jane}]":                          "Doe, J. (2000). T.",
		"author: [{family: Doe, given: Jane, suffix: III}]":             "Doe, J., III. (2000). T.",
		"author: [{literal: Example Inc.}]":                             "Example Inc. (2000). T.",
		"author: [{literal: The Group}, {family: Doe, given: J}]":       "The Group, & Doe, J. (2000). T.",
		"author: [{family: Doe, given: J, comma-suffix: true, x: [1]}]": "Doe, J. (2000). T.",
	} {
		if got := item(t, "type: book\ntitle: T\nissued: 2000\n"+fields).Text(); got != want {
			t.Errorf("%s: got %q, want %q", fields, got, want)
		}
	}
}
