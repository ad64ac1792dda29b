package site

import (
	"regexp"
	"strings"
	"testing"
)

func TestACoursesColoursAreOnEveryThingThatIsPainted(t *testing.T) {
	s := mustBuild(t, full.with(files{"site.yaml": full["site.yaml"] + `theme:
  light:
    primary: "#7A1F5C"
    surface: "#fffefd"
    h2: "#abc"
    muted: "#444444"
  dark:
    surface: "#101010"
`}).fs(), Options{})
	style := s.page(t, s.Style)
	for _, want := range []string{`not all and \(prefers-color-scheme:dark\)\{:root\{--h2:#AABBCC;--muted:#444444;--primary:#7A1F5C;--surface:#FFFEFD`, `\(prefers-color-scheme:dark\)\{:root\{--surface:#101010`} {
		if !regexp.MustCompile(`(?i)` + want).MatchString(style) {
			t.Errorf("the style has no %s", want)
		}
	}
	// Who needs more contrast gets it whatever the course's colours are.
	if own, more := strings.Index(style, "not all and"), strings.Index(style, "prefers-contrast:more"); own < 0 || more < own {
		t.Error("the course's colours come after those for more contrast")
	}
	for file, want := range map[string]string{
		homePage: `<meta name="theme-color" content="#FFFEFD" media="(prefers-color-scheme:light)">`, installFile: `"theme_color": "#FFFEFD"`,
		"favicon.svg": `fill="#AABBCC"`, "help.html": `content="#101010" media="(prefers-color-scheme:dark)"`,
	} {
		if !strings.Contains(s.page(t, file), want) {
			t.Errorf("%s has no %s", file, want)
		}
	}
	if strings.Contains(s.page(t, "favicon.svg"), "#1F5C53") {
		t.Error("the icon has the theme's colour")
	}
	if s.page(t, "icon-192.png") == mustBuild(t, full.fs(), Options{}).page(t, "icon-192.png") {
		t.Error("the icon of a device has the theme's colours")
	}
}

func TestColoursThatCannotBeUsedAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ theme, want string }{
		"too pale": {`  light: {muted: "#9A9A9A"}`, "site.yaml:4:18: error: `muted` cannot be told apart in the light scheme: " +
			"muted on paper is 2.65 to 1, and needs 4.5; muted on surface is 2.81 to 1, and needs 4.5; muted on sunken is 2.39 to 1, and needs 4.5; and 5 more [theme-contrast]\n" +
			"      light: {muted: \"#9A9A9A\"}\n                     ^^^^^^^^^\n    hint: the nearest that would do: \"#6A6A6A\""},
		"a ground": {`  dark: {primary-tint: "#7FCBB9"}`, "`primary-tint` cannot be told apart in the dark scheme: ink on primary-tint is 1.54 to 1, and needs 4.5; primary on primary-tint is 1.00 to 1, and needs 4.5"},
		"an edge":  {`  light: {control: "#AAAAAA"}`, "control on paper is 2.19 to 1, and needs 3"},
		"no quotes": {"  light:\n    primary: #112233\n", "site.yaml:5:5: error: `primary` has no colour [theme-colour]\n        primary: #112233\n        ^^^^^^^\n" +
			"    hint: YAML takes what follows a # for a remark, so a colour needs quotes: primary: \"#1F5C53\""},
		"a word":    {`  light: {primary: teal}`, "`teal` is not a colour"},
		"a slip":    {`  light: {primery: "#000"}`, "the theme has no colour named `primery` [theme-unknown]\n      light: {primery: \"#000\"}\n              ^^^^^^^\n    hint: did you mean `primary`?"},
		"a scheme":  {`  lite: {primary: "#000"}`, "unknown key `lite`"},
		"all wrong": {"  light: {ink: \"#fff\", link: \"#fff\"}\n  dark: {ink: \"#000\"}", "in the dark scheme: ink on paper"},
	} {
		t.Run(name, func(t *testing.T) {
			said := errorsOf(t, small.with(files{"site.yaml": "title: Small course\nid: small\ntheme:\n" + c.theme + "\n"}))
			if !strings.Contains(said, c.want) {
				t.Errorf("want %s\ngot %s", c.want, said)
			}
		})
	}
}
