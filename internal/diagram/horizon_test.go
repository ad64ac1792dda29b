package diagram

import (
	"bytes"
	"fmt"
	"image"
	"strings"
	"testing"
)

func TestSameSeedSameHorizon(t *testing.T) {
	for _, draw := range []func(string) string{Horizon, favicon} {
		first, again := draw("walking-alongside"), draw("walking-alongside")
		if first != again {
			t.Errorf("one seed gives two pictures:\n%s\n%s", first, again)
		}
	}
}

func TestEveryCourseHasAFaceOfItsOwn(t *testing.T) {
	seen := map[string]string{}
	for i := range 2000 {
		seed := fmt.Sprintf("course-%d", i)
		picture := Horizon(seed)
		if twin, ok := seen[picture]; ok {
			t.Fatalf("%s looks like %s", seed, twin)
		}
		seen[picture] = seed
	}
}

func TestEveryHorizonIsCalm(t *testing.T) {
	for i := range 2000 {
		h := newHorizon(fmt.Sprint(i))
		glow := h.r + 14 // half the stroke that home.css gives the sun
		if h.x-glow < 150 || h.x+glow > 650 || h.y-glow < 0 {
			t.Errorf("seed %d: the sun at %.0f %.0f leaves a phone's picture", i, h.x, h.y)
		}
		if up := h.hills[0].ridge(h.x) - h.y; up <= 0 || up >= h.r {
			t.Errorf("seed %d: a sun of %.0f stands %.0f over the ridge, so it is not low", i, h.r, up)
		}
		for x := 0.0; x <= 800; x += 20 {
			for n, hill := range h.hills {
				if y := hill.ridge(x); y < 80 || y > 216 {
					t.Errorf("seed %d: hill %d runs at %.0f", i, n+1, y)
				}
			}
			if far, near := h.hills[0].ridge(x), h.hills[2].ridge(x); near < far {
				t.Errorf("seed %d: the nearest hill hides the farthest", i)
			}
		}
	}
}

func TestHorizonIsLightHiddenDecoration(t *testing.T) {
	for i := range 200 {
		svg := Horizon(fmt.Sprint(i))
		if len(svg) > 750 {
			t.Errorf("%d bytes", len(svg))
		}
		if got := attribute(t, svg, "svg", "aria-hidden"); len(got) != 1 || got[0] != "true" {
			t.Errorf("a screen reader meets %s", svg)
		}
		for _, class := range []string{"sun", "hill-1", "hill-2", "hill-3"} {
			if !strings.Contains(svg, `class="`+class+`"`) {
				t.Errorf("no .%s", class)
			}
		}
	}
}

func favicon(seed string) string { return Favicon(seed, winter) }

var winter = Palette{"#FBE9CF", "#FFC94D", [3]string{"#9DBDB6", "#5E8F86", "#1F5C53"}}

func TestFaviconIsASquareFileWithItsOwnColours(t *testing.T) {
	svg := Favicon("walking-alongside", winter)
	var x, y, w, h float64
	if box := attribute(t, svg, "svg", "viewBox"); len(box) != 1 {
		t.Fatalf("no view box in %s", svg)
	} else if n, _ := fmt.Sscan(box[0], &x, &y, &w, &h); n < 4 || w != h {
		t.Errorf("the picture is %s", box[0])
	}
	if !strings.HasPrefix(svg, `<svg xmlns="http://www.w3.org/2000/svg"`) || strings.Contains(svg, "class") || strings.Contains(svg, "var(") {
		t.Errorf("it needs a page around it: %s", svg)
	}
	if fills := attribute(t, svg, "path", "fill"); len(fills) != 4 {
		t.Errorf("sky and three hills are filled with %q", fills)
	}
}

func TestAnIconIsTheCoursesOwnAndSmall(t *testing.T) {
	var seen [][]byte
	for _, seed := range []string{"walking-alongside", "course-1", "course-2"} {
		for _, full := range []bool{false, true} {
			icon := Icon(seed, winter, 192, full).(*image.Paletted)
			if again := Icon(seed, winter, 192, full).(*image.Paletted); !bytes.Equal(icon.Pix, again.Pix) {
				t.Errorf("%s: one seed gives two icons", seed)
			}
			if len(icon.Palette) > 256 {
				t.Errorf("%s has %d colours", seed, len(icon.Palette))
			}
			if _, _, _, alpha := icon.At(0, 0).RGBA(); (alpha != 0) != full {
				t.Errorf("%s: its corner is there: %v", seed, alpha != 0)
			}
			h, wide := newHorizon(seed), 200.0
			if full {
				wide = 250
			}
			// The middle is the sun's own column; a little above its middle it is nothing else.
			y := int((h.y - h.r*.8 - (120 - wide/2)) / wide * 192)
			if icon.At(96, y) != winter.paint().sun {
				t.Errorf("%s: the sun is not where it should be, but %v", seed, icon.At(96, y))
			}
			for _, other := range seen {
				if bytes.Equal(icon.Pix, other) {
					t.Errorf("%s looks like another course", seed)
				}
			}
			seen = append(seen, icon.Pix)
		}
	}
}
