package diagram

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// evening has two ways to one step, a way back, a step that leads to itself,
// and a layer too wide for one row.
var evening = []Branch{
	{Name: "Opening", To: []int{1, 2, 3, 3}},
	{Name: "1. Wait with somebody who has had a long day", To: []int{4, 2}},
	{Name: "2. Ask", To: []int{1, 2, 4, 5, 6, 7}},
	{Name: "3. Donaudampfschifffahrtsgesellschaft", End: true},
	{Name: "4. Tea", End: true}, {Name: "5. Five", End: true}, {Name: "6. <Six>", End: true}, {Name: "7. Seven", End: true},
}

type rect struct{ x, y, w, h float64 }

func boxes(t *testing.T, markup string) (all []rect) {
	t.Helper()
	side := func(name string) (values []float64) {
		for _, v := range attribute(t, markup, "rect", name) {
			f, err := strconv.ParseFloat(v, 64)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, f)
		}
		return values
	}
	x, y, w, h := side("x"), side("y"), side("width"), side("height")
	for i := range x {
		all = append(all, rect{x[i], y[i], w[i], h[i]})
	}
	return all
}

func TestEveryStepOfBranchesHasABoxOfItsOwn(t *testing.T) {
	svg := Branches("An evening", "d1", evening)
	all := boxes(t, svg)
	if len(all) != len(evening) {
		t.Fatalf("%d boxes for %d steps", len(all), len(evening))
	}
	for i, a := range all {
		if a.x < 0 || a.x+a.w > wide {
			t.Errorf("the box of %s leaves the drawing: %v", evening[i].Name, a)
		}
		for j, b := range all[:i] {
			if a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h {
				t.Errorf("%s lies on %s", evening[i].Name, evening[j].Name)
			}
		}
	}
	said := strings.Join(words(svg), " ")
	for _, want := range []string{"Opening", "4. Tea", "6. &lt;Six&gt;"} {
		if !strings.Contains(said, want) {
			t.Errorf("no box says %q: %s", want, said)
		}
	}
}

func TestStepsFurtherAwayStandLower(t *testing.T) {
	all := boxes(t, Branches("An evening", "d1", evening))
	for _, pair := range [][2]int{{0, 1}, {0, 2}, {0, 3}, {1, 4}, {2, 5}, {3, 4}} {
		if all[pair[0]].y >= all[pair[1]].y {
			t.Errorf("%s stands no lower than %s", evening[pair[1]].Name, evening[pair[0]].Name)
		}
	}
}

func TestWaysBackLookUnlikeWaysOn(t *testing.T) {
	classes := attribute(t, Branches("An evening", "d1", evening), "path", "class")
	back := len(slices.DeleteFunc(slices.Clone(classes), func(c string) bool { return c != "way-back" }))
	// From 1 to 2, from 2 to 1 and to itself; each ends in an arrow's head.
	if back != 3 || len(classes)-2*back != 3+1+4 {
		t.Errorf("%d ways back, %d lines in all: %q", back, len(classes), classes)
	}
}

func TestBranchesAreOneEndOfAStory(t *testing.T) {
	svg := Branches("Short", "d1", []Branch{{Name: "Opening", To: []int{1}}, {Name: "End", End: true}})
	if len(boxes(t, svg)) != 2 || strings.Contains(svg, "way-back") || svg != Branches("Short", "d1", []Branch{{Name: "Opening", To: []int{1}}, {Name: "End", End: true}}) {
		t.Errorf("got %s", svg)
	}
	css, err := os.ReadFile("../../layouts/styles/diagram.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range []string{"box", "box-end", "way-back"} {
		if !strings.Contains(string(css), ".drawing ."+class) {
			t.Errorf("diagram.css has no rule for .%s", class)
		}
	}
}
