package layouts

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"lectern/internal/once"
)

// Scheme is the colours of one scheme by the names of their tokens, each
// written #RRGGBB.
type Scheme map[string]string

// Schemes are the colours of a theme. What the dark scheme does not say is as
// in the light one.
type Schemes struct{ Light, Dark Scheme }

// TokensFile is where the colours are written.
const TokensFile = "styles/tokens.css"

var (
	colourToken = once.Regexp(`--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})\b`)
	darkScheme  = once.Regexp(`@media\s*\(prefers-color-scheme:\s*dark\)`)
)

// ReadSchemes reads the colours of a theme. A course's own tokens.css may be
// written in another way: then there are none, or fewer.
func ReadSchemes(theme fs.FS) (Schemes, error) {
	css, err := fs.ReadFile(theme, TokensFile)
	if err != nil {
		return Schemes{}, err
	}
	light, dark := css, []byte(nil)
	if at := darkScheme.FindIndex(css); at != nil {
		light, dark = css[:at[0]], css[at[1]:]
	}
	s := Schemes{scheme(light), scheme(light)}
	maps.Copy(s.Dark, scheme(dark))
	return s, nil
}

func scheme(css []byte) Scheme {
	found := Scheme{}
	for _, m := range colourToken.FindAllSubmatch(css, -1) {
		found[string(m[1])] = string(m[2])
	}
	return found
}

// Builtin are the colours of the theme itself.
func Builtin() Schemes {
	s, _ := ReadSchemes(builtin) // it is embedded, so it is there
	return s
}

// With returns the schemes with a course's own colours in them.
func (s Schemes) With(own Schemes) Schemes {
	out := Schemes{maps.Clone(s.Light), maps.Clone(s.Dark)}
	maps.Copy(out.Light, own.Light)
	maps.Copy(out.Dark, own.Dark)
	return out
}

// rules are a course's own colours as a style sheet. Each scheme is by itself: a
// colour that is set for one leaves the other as it is.
func (s Schemes) rules() string {
	return rule("not all and (prefers-color-scheme:dark)", s.Light) + rule("(prefers-color-scheme:dark)", s.Dark)
}

func rule(when string, s Scheme) string {
	if len(s) == 0 {
		return ""
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "--%s:%s;", name, s[name])
	}
	return "@media " + when + "{:root{" + b.String() + "}}\n"
}

// Coloured is a theme whose tokens have a course's own colours.
func Coloured(theme fs.FS, own Schemes) fs.FS {
	if rules := own.rules(); rules != "" {
		return coloured{theme, rules}
	}
	return theme
}

type coloured struct {
	fs.FS
	rules string
}

// ReadFile implements fs.ReadFileFS.
func (c coloured) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(c.FS, name)
	if err != nil || name != TokensFile {
		return data, err
	}
	// What is for people who need more contrast comes last.
	at := bytes.Index(data, []byte("@media (prefers-contrast"))
	if at < 0 {
		at = len(data)
	}
	return slices.Concat(data[:at], []byte(c.rules), data[at:]), nil
}
