package diagram

import (
	"strings"
	"testing"
)

// heads counts the arrow heads of each arrow, from top to bottom.
func heads(t *testing.T, d Drawing) (counts []int) {
	t.Helper()
	for _, path := range attribute(t, d.SVG, "path", "d") {
		counts = append(counts, strings.Count(path, "M")-1)
	}
	return counts
}

func TestArrowsInARowGoBothWaysAndFromRowToRowOnwards(t *testing.T) {
	d := draw(t, "pathway", continuum)
	both, onwards := 0, 0
	for _, n := range heads(t, d) {
		switch n {
		case 2:
			both++
		case 1:
			onwards++
		default:
			t.Errorf("an arrow has %d heads", n)
		}
	}
	if both != 3 || onwards != 2 {
		t.Errorf("%d arrows both ways and %d onwards, want 3 and 2", both, onwards)
	}
	if stops := strings.Count(d.SVG, `class="stop"`); stops != 6 {
		t.Errorf("%d stops, want 6", stops)
	}
}

func TestPathwayListSaysWhichStepsLeadBack(t *testing.T) {
	const want = "<ol><li>Forwards and back along these steps:<ol><li>Screening</li><li>Assessment</li><li>Brief intervention</li></ol></li>" +
		"<li>Forwards and back along these steps:<ol><li>Rapid access clinics</li><li>Community outreach</li></ol></li>" +
		"<li>Recovery and ongoing care</li></ol>"
	if d := draw(t, "pathway", continuum); d.List != want {
		t.Errorf("got  %s\nwant %s", d.List, want)
	}
}

func TestLongStepsStandUnderEachOther(t *testing.T) {
	short := draw(t, "pathway", "T\n- Ask <-> Listen <-> Choose")
	long := draw(t, "pathway", "T\n- Someone asks for help for the first time in their life <-> A peer worker listens <-> Internationalization")
	level := func(d Drawing) bool {
		y := attribute(t, d.SVG, "circle", "cy")
		return y[0] == y[1] && y[1] == y[2]
	}
	if !level(short) {
		t.Error("short steps do not stand side by side")
	}
	if level(long) {
		t.Error("long steps do not stand under each other")
	}
}

func TestEveryLineOfAStepIsKept(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("antidisestablishmentarianism", 4))
	d := draw(t, "pathway", "T\n- "+long+" <-> b\n- "+"漢字"+strings.Repeat("漢", 100))
	joined := strings.Join(words(d.SVG), "")
	if !strings.Contains(joined, long) || !strings.Contains(joined, strings.Repeat("漢", 100)) {
		t.Errorf("letters are lost: %q", joined)
	}
}
