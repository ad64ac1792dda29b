package diagram

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestOuterRingLiesOverTwoNeighbours(t *testing.T) {
	d := draw(t, "rings", model)
	for _, want := range []string{
		"Environmental, over Promotive and Curative",
		"Context, over Curative and Supportive",
		"Political, over Supportive and Rehabilitative",
		"Cultural, over Rehabilitative and Preventative",
		"Spiritual, over Preventative and Promotive",
	} {
		if !strings.Contains(d.List, "<li>"+want+"</li>") {
			t.Errorf("the list does not say %q:\n%s", want, d.List)
		}
	}
	o, _ := parse(model, " / ")
	rings := fitRings(o.rows)
	for i, s := range rings[2].sectors {
		left, right := rings[1].sectors[i], rings[1].sectors[(i+1)%5]
		if between := left.mid + left.half; math.Mod(between, 360) != math.Mod(s.mid, 360) {
			t.Errorf("%s stands at %v, its neighbours meet at %v", rings[2].parts[i].text, s.mid, between)
		}
		if right.mid-right.half != left.mid+left.half && i < 4 {
			t.Errorf("segments %d and %d do not meet", i, i+1)
		}
	}
}

func TestRingsOfOtherCountsAreNotTurned(t *testing.T) {
	d := draw(t, "rings", "T\n- a\n- b / c / d\n- e / f / g / h")
	if strings.Contains(d.List, "over") {
		t.Errorf("four segments cannot each lie over two of three: %s", d.List)
	}
	if d := draw(t, "rings", "T\n- a / b / c\n- e / f / g"); strings.Contains(d.List, "over") {
		t.Errorf("the centre has no sides to lie over: %s", d.List)
	}
}

func TestTheCoursesModelKeepsItsWordsInTheRings(t *testing.T) {
	d := draw(t, "rings", model)
	want := strings.FieldsFunc(model[strings.Index(model, "-")+2:], func(r rune) bool { return strings.ContainsRune("/-\n ", r) })
	got := words(d.SVG)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the picture says %q", got)
	}
	if !strings.Contains(d.SVG, `viewBox="0 0 340 340"`) {
		t.Errorf("there is something below the rings: %s", d.SVG)
	}
}

// In the middle of an arc, text runs as the chord from the arc's start to its end does: it is the right way up
// exactly when the chord runs from left to right.
func TestTextNeverStandsOnItsHead(t *testing.T) {
	found := 0
	for n := 1; n <= maxSegments; n++ {
		source := "T\n- me\n- " + strings.Repeat("outreach / ", n-1) + "outreach\n- " + strings.Repeat("outreach / ", n-1) + "outreach"
		for _, d := range attribute(t, draw(t, "rings", source).SVG, "path", "d") {
			var x1, y1, r, x2, y2 float64
			var sweep int
			if k, _ := fmt.Sscanf(d, "M%f %fA%f %f 0 1 %d %f %f", &x1, &y1, &r, &r, &sweep, &x2, &y2); k < 7 || strings.HasSuffix(d, "z") {
				continue
			}
			if found++; x2 < x1-.2 {
				t.Errorf("%d segments: text along %s stands on its head", n, d)
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d texts run along an arc", found)
	}
}

func TestWordsThatDoNotFitStandBelowByNumber(t *testing.T) {
	long := "Everything that a person could ever think of, all of it written into one segment"
	d := draw(t, "rings", "T\n- me\n- "+long+" / Land / Law / Love\n- Home / Work")
	got := words(d.SVG)
	for _, want := range []string{"1", "2", "3", "4", "Land", "Law", "Love", "me", "Home", "Work"} {
		if !slices.Contains(got, want) {
			t.Errorf("the picture does not say %q: %q", want, got)
		}
	}
	if joined := strings.Join(got, " "); !strings.Contains(joined, long) {
		t.Errorf("words are lost: %q", joined)
	}
	if n := strings.Count(strings.Join(got, " ")+" ", " 5 "); n != 0 {
		t.Errorf("a ring whose words fit is numbered: %q", got)
	}
}

func TestTextStaysInsideItsSegment(t *testing.T) {
	sources := []string{model,
		"T\n- The person\n- Housing and education / Friends and family / Work and meaning / Health and wellness\n- Land / Language / Law / Love",
		"T\n- You\n- Sleep / Food / Move / Talk / Land / Rest", "T\n- Me\n- Family and old friends / Community"}
	for _, source := range sources {
		o, problem := parse(source, " / ")
		if problem != nil {
			t.Fatal(problem)
		}
		for _, r := range fitRings(o.rows)[1:] {
			for i, l := range r.labels {
				s, w, n := r.sectors[i], widest(l.lines)*size, float64(len(l.lines))
				if l.straight && !s.holds(l.x, l.y, w, (n-1)*lead) {
					t.Errorf("%q runs out of its segment", l.lines)
				}
				shortest := 2 * radians(s.half) * (s.radius() - (n-1)/2*lead)
				if !l.straight && (w > shortest || n*lead > s.out-s.in) {
					t.Errorf("%q is %.0f long in %.0f", l.lines, w, shortest)
				}
			}
		}
	}
}

func TestCentreStacksItsSegments(t *testing.T) {
	d := draw(t, "rings", "T\n- Individual / Family / Community\n- a / b / c")
	if !strings.HasPrefix(d.List, "<ol><li>Centre:<ul><li>Individual</li><li>Family</li><li>Community</li></ul></li>") {
		t.Errorf("the list begins %.120s", d.List)
	}
	got := words(d.SVG)
	if i := slices.Index(got, "Individual"); i < 0 || !slices.Equal(got[i:i+3], []string{"Individual", "Family", "Community"}) {
		t.Errorf("the centre reads %q", got)
	}
}
