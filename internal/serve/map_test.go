package serve

import (
	"strings"
	"testing"
	"testing/fstest"
)

const scenario = `# A guest

## Scenario: Left or right?
<!-- {id: guest} -->

1. [Left](#way-left)
1. [Right](#way-right)

### Way left

> **End:** It rains.

### Way right

> **End:** The sun shines.
`

func TestAScenarioHasItsMap(t *testing.T) {
	course := tea()
	course["content/01-a/02-c.md"] = &fstest.MapFile{Data: []byte(scenario)}
	s := shown(course)
	r := ask(s, "/_scenario/guest")
	if page := body(t, r); r.StatusCode != 200 || !strings.Contains(page, "<svg") || !strings.Contains(page, `href="/a/c.html#q-guest"`) {
		t.Errorf("status %d, no drawing or no way back:\n%s", r.StatusCode, page)
	}
	mapped := 0
	for _, b := range notesOf(t, s, "a/c.html&blocks").Blocks {
		if b.Map == "/_scenario/guest" {
			mapped++
		}
	}
	if mapped != 1 {
		t.Errorf("%d ways to the map among the lesson's places", mapped)
	}
	for _, none := range []string{"/_scenario/hot", "/_scenario/", "/_scenario/nobody"} {
		if r := ask(s, none); r.StatusCode != 404 {
			t.Errorf("%s: status %d", none, r.StatusCode)
		}
	}
}
