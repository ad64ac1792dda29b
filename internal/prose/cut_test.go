package prose_test

import (
	"slices"
	"strings"
	"testing"

	"lectern/internal/prose"
)

func TestATextCutAtItsBlanksKeepsItsOtherOpenings(t *testing.T) {
	text := prose.Text{HTML: `<p>A <a href=""> worker has experience.</p>`, Refs: []prose.Ref{
		{Kind: prose.Blank, At: 3, Target: "one"}, {Kind: prose.Link, At: 14, Target: "a.md"}, {Kind: prose.Blank, At: 27, Target: "two"},
	}}
	parts, blanks := text.Cut(prose.Blank)
	if len(blanks) != 2 || blanks[0].Target != "one" || blanks[1].Target != "two" {
		t.Fatalf("the blanks are %v", blanks)
	}
	var got []string
	for _, p := range parts {
		got = append(got, p.Fill(func(b *strings.Builder, r prose.Ref) { b.WriteString(r.Target) }))
	}
	if joined := strings.Join(got, "|"); joined != `<p>|A <a href="a.md"> worker has| experience.</p>` {
		t.Errorf("got %s", joined)
	}
}

func TestATextWithoutBlanksIsOnePart(t *testing.T) {
	parts, blanks := prose.Text{HTML: "as it is"}.Cut(prose.Blank)
	if len(parts) != 1 || parts[0].HTML != "as it is" || len(blanks) != 0 {
		t.Errorf("got %v and %v", parts, blanks)
	}
}

func TestATextWithoutATagKeepsWhatStandsAroundIt(t *testing.T) {
	text := prose.Text{HTML: `<a href="">Ask <img> Sam</a>.`, Refs: []prose.Ref{
		{Kind: prose.Link, At: 9, Target: "#ask"}, {Kind: prose.Image, At: 19, Target: "sam.png"},
	}, Words: []prose.Span{{Start: 11, End: 15}, {Start: 28, End: 29}}}
	got := text.Without(24, 28).Without(0, 11)
	if filled := got.Fill(func(b *strings.Builder, r prose.Ref) { b.WriteString(" src=" + r.Target) }); filled != "Ask <img src=sam.png> Sam." {
		t.Errorf("got %s", filled)
	}
	if want := []prose.Span{{Start: 0, End: 4}, {Start: 13, End: 14}}; !slices.Equal(got.Words, want) {
		t.Errorf("running text is at %v, want %v", got.Words, want)
	}
}
