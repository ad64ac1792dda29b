package browser

import (
	"cmp"
	"fmt"
	"strings"
)

// Look is how a reader's device shows a page. The zero Look is a light desktop screen, 1280 by 800.
type Look struct {
	Width, Height int // in CSS pixels
	Zoom          int // in percent: 400 lays the page out in a quarter of Width and Height

	Dark          bool
	ForcedColours bool
	ReducedMotion bool
	Print         bool
	ScriptOff     bool
	Slow          int // in Chromium: how many times as long the processor takes; 0 is once
}

func (l Look) size() (width, height, zoom int) {
	return cmp.Or(l.Width, 1280), cmp.Or(l.Height, 800), cmp.Or(l.Zoom, 100)
}

// String names the look in a test's name or message: "dark 320 px".
func (l Look) String() string {
	width, _, zoom := l.size()
	words := []string{"light"}
	if l.Dark {
		words[0] = "dark"
	}
	for _, extra := range []struct {
		on   bool
		word string
	}{{l.ForcedColours, "forced colours"}, {l.ReducedMotion, "reduced motion"}, {l.Print, "print"}, {l.ScriptOff, "no script"}} {
		if extra.on {
			words = append(words, extra.word)
		}
	}
	words = append(words, fmt.Sprintf("%d px", width))
	if zoom != 100 {
		words = append(words, fmt.Sprintf("at %d %%", zoom))
	}
	return strings.Join(words, " ")
}

// page is the room that a page has, in CSS pixels, and how many dots each of them takes.
func (l Look) page() (width, height int, scale float64) {
	width, height, zoom := l.size()
	scale = float64(zoom) / 100
	return int(float64(width) / scale), int(float64(height) / scale), scale
}

func choose(on bool, yes, no string) string {
	if on {
		return yes
	}
	return no
}
