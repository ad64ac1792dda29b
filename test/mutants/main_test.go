package main

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const code = "package tea\n\nfunc hot(a, b int) bool {\n\treturn a < 1 && b < 1 || a == b\n}\n"

// reported is a report on code: the first < is the mutant in question, and the
// others were noticed.
func reported(status string) string {
	return `{"files":[{"file_name":"tea/mark.go","mutations":[
		{"type":"CONDITIONALS_BOUNDARY","status":"` + status + `","line":4,"column":11},
		{"type":"CONDITIONALS_BOUNDARY","status":"KILLED","line":4,"column":20},
		{"type":"INVERT_LOGICAL","status":"NOT VIABLE","line":4,"column":24}]}]}`
}

const explained = "# Survivors\n\n## quiz/tea/mark.go\n\n- `return a «<» 1 && b < 1 || a == b` CONDITIONALS_BOUNDARY\n  Nobody makes one cup.\n"

func compared(t *testing.T, status, survivors string) findings {
	t.Helper()
	f, err := read(fstest.MapFS{
		"report": {Data: []byte(reported(status))}, "survivors": {Data: []byte(survivors)}, "quiz/tea/mark.go": {Data: []byte(code)},
	}, "report", "survivors")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWhatNoTestNoticesNeedsAReason(t *testing.T) {
	for _, status := range []string{"LIVED", "NOT COVERED", "TIMED OUT"} {
		if f := compared(t, status, explained); len(f.unexplained)+len(f.outdated) > 0 {
			t.Errorf("%s, with a reason: got %+v", status, f)
		}
		f := compared(t, status, "# Survivors\n")
		if len(f.unexplained) != 1 || !strings.Contains(explained, f.unexplained[0].String()) {
			t.Errorf("%s, without a reason: got %+v", status, f)
		}
	}
}

func TestAReasonForWhatIsNoticedIsOutdated(t *testing.T) {
	if f := compared(t, "KILLED", explained); len(f.outdated) != 1 || len(f.unexplained) != 0 {
		t.Errorf("got %+v", f)
	}
}

func TestMutantsAreCountedByPackage(t *testing.T) {
	want := []string{"quiz/tea        1 killed, 1 lived, 0 not covered, 0 timed out, 1 not viable"}
	if got := compared(t, "LIVED", explained).summary; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestASurvivorWithoutAReasonIsRefused(t *testing.T) {
	const bare = "## quiz/tea/mark.go\n\n- `a «<» b` CONDITIONALS_BOUNDARY\n"
	for _, text := range []string{bare, bare + "- `a «>» b` CONDITIONALS_BOUNDARY\n  It is so.\n", "## quiz/tea/mark.go\n\n- a < b\n  It is so.\n"} {
		if all, err := parse(text); err == nil {
			t.Errorf("accepted as %v:\n%s", all, text)
		}
	}
}

func TestAReportOnAnotherEditionOfAFileIsRefused(t *testing.T) {
	for _, m := range []mutant{{Line: 0, Column: 1}, {Line: 2, Column: 1}, {Line: 1, Column: 3}} {
		if s, err := locate("quiz/tea.go", []string{"ab"}, m); err == nil {
			t.Errorf("line %d, column %d is taken for %v", m.Line, m.Column, s)
		}
	}
}
