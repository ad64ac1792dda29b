package main

import (
	"strings"
	"testing"
	"time"
)

// A line appears only where work lasts, not at every page, and is gone at the end.
func TestWhoWaitsIsToldHowFarWorkHasCome(t *testing.T) {
	var out strings.Builder
	now := time.Date(2027, 6, 1, 0, 0, 0, 0, time.UTC)
	w := &waiting{out: &out, what: "pages rendered", now: func() time.Time { return now }, began: now}
	tell := w.told()
	for done := 1; done <= 100; done++ {
		now = now.Add(20 * time.Millisecond)
		if tell(done, 100); done == 49 && out.Len() > 0 {
			t.Errorf("before a second is over it says %q", out.String())
		}
	}
	lines := strings.Split(out.String(), "\r\x1b[K")[1:]
	if len(lines) != 11 || lines[0] != "50 of 100 pages rendered" || lines[1] != "55 of 100 pages rendered" {
		t.Errorf("it says %q", lines)
	}
	out.Reset()
	if w.end(); out.String() != "\r\x1b[K" {
		t.Errorf("at the end it writes %q", out.String())
	}
	out.Reset()
	if w.end(); out.Len() > 0 {
		t.Errorf("what is gone is taken away again: %q", out.String())
	}
}

func TestNobodyIsToldWhereNobodyLooks(t *testing.T) {
	if newWaiting(&strings.Builder{}, "pages").told() != nil {
		t.Error("a file is told how far work has come")
	}
}
