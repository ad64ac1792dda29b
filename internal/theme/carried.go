package theme

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"

	"lectern/internal/once"
)

// carried are the sentences and the drawings that scripts name, by their names.
type carried struct{ words, icons map[string]string }

// carriedBy finds what a script names.
func (t *Theme) carriedBy(script []byte) carried {
	return carried{namedIn(script, t.Words.Script), namedIn(script, t.Icons)}
}

// without leaves out what is there already.
func (c carried) without(there carried) carried {
	return carried{lacking(c.words, there.words), lacking(c.icons, there.icons)}
}

func lacking(all, there map[string]string) map[string]string {
	rest := maps.Clone(all)
	maps.DeleteFunc(rest, func(name, _ string) bool {
		_, known := there[name]
		return known
	})
	return rest
}

// script gives them to the browser.
func (c carried) script() string {
	data := "\n"
	for _, shelf := range []struct {
		name string
		all  map[string]string
	}{{"words", c.words}, {"icons", c.icons}} {
		if len(shelf.all) > 0 {
			values, _ := json.Marshal(shelf.all) // maps of strings always marshal
			data += fmt.Sprintf("Object.assign(Lectern.%s,%s);\n", shelf.name, values)
		}
	}
	return data
}

var literal = once.Regexp(`"([a-z]+(?:-[a-z]+)*-?)"`)

// namedIn finds the names of all in a script. A name may be put together from
// its beginning: "verdict-" names all the verdicts.
func namedIn(script []byte, all map[string]string) map[string]string {
	found := map[string]string{}
	for _, m := range literal.FindAllSubmatch(script, -1) {
		name := string(m[1])
		for key, value := range all {
			if key == name || strings.HasSuffix(name, "-") && strings.HasPrefix(key, name) {
				found[key] = value
			}
		}
	}
	return found
}
