package arch

import (
	"path"
	"regexp"
	"strings"
	"testing"
)

// asked is how code asks for what is another at each run: the clock, chance,
// and the settings and names of a machine.
var asked = regexp.MustCompile(`\btime\.(Now|Since|Until|Local|LoadLocation|Tick|NewTicker|NewTimer|After|AfterFunc)\b` +
	`|"(math/rand|math/rand/v2|crypto/rand|os/user)"|\bos\.(Getenv|LookupEnv|Environ|ExpandEnv|Hostname|UserHomeDir|UserConfigDir|Getpid|Getuid)\b`)

// askers are the files that ask, and what for. No page of a site is made by any
// of them, so that one course is one site everywhere and at all times.
var askers = map[string]string{
	"cmd/lectern/build.go":          "says how long a build took",
	"cmd/lectern/check.go":          "tells which lessons should have been looked over by today",
	"cmd/lectern/garbage.go":        "GOGC, when somebody sets it",
	"cmd/lectern/report.go":         "the same, in the report",
	"cmd/lectern/terminal.go":       "whether a terminal has colours",
	"cmd/lectern/waiting.go":        "tells who waits for more than a moment",
	"internal/external/external.go": "waits between two questions to a website",
	"internal/serve/advice.go":      "the advice of check, in the preview",
	"internal/serve/events.go":      "notices pages that are gone",
	"internal/serve/serve.go":       "lets go of those who do not listen",
	"internal/watch/entry.go":       "when a file was looked at",
	"internal/watch/loop.go":        "waits until a save is whole",
}

func TestNoPageDependsOnTheClockOnChanceOrOnTheMachine(t *testing.T) {
	found := map[string]bool{}
	err := walk(func(name string, data []byte) error {
		first, _, _ := strings.Cut(name, "/")
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || first == "test" || !asked.Match(data) {
			return nil
		}
		found[name] = true
		if askers[name] == "" {
			t.Errorf("%s asks for %s, which is another at each run", name, asked.Find(data))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range askers {
		if !found[name] {
			t.Errorf("%s does not ask any more; take it off the list", name)
		}
	}
}
