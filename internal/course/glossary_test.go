package course_test

import (
	"strings"
	"testing"

	"lectern/internal/course"
	"lectern/internal/prose"
)

// withTerms reads a lesson beside a glossary and shows the terms marked in it.
func withTerms(t *testing.T, glossary, text string) string {
	t.Helper()
	f := lesson("---\ntitle: T\n---\n" + text)
	f["glossary.md"] = glossary
	return shown(readWell(t, f).Lessons[0])
}

func shown(l *course.Lesson) string {
	return l.Body.Fill(func(b *strings.Builder, r prose.Ref) {
		switch r.Kind {
		case prose.Term:
			b.WriteString("‹" + r.Target + "|")
		case prose.TermEnd:
			b.WriteString("›")
		}
	})
}

const terms = `Stigma
: A mark.

Peer
: A person.

Peer support worker
PSW
: A job.

Crohn's disease
: An illness.

AMP
: A thing.
`

func TestTermsAreMarkedAtTheirFirstUseInProse(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"first use only":           {"Stigma and stigma.", "<p>‹stigma|Stigma› and stigma.</p>"},
		"plural":                   {"Two peers.", "<p>Two ‹peer|peers›.</p>"},
		"longest name first":       {"A peer support worker and a peer.", "<p>A ‹peer-support-worker|peer support worker› and a ‹peer|peer›.</p>"},
		"across a line break":      {"A peer support\nworker.", "<p>A ‹peer-support-worker|peer support\nworker›.</p>"},
		"another name":             {"A PSW, a peer support worker.", "<p>A ‹peer-support-worker|PSW›, a peer support worker.</p>"},
		"whole words alone":        {"Peerless, stigmata, non-peer, peer.", "<p>Peerless, stigmata, non-peer, ‹peer|peer›.</p>"},
		"not in headings":          {"## Stigma", "<h2 id=\"stigma\">Stigma</h2>"},
		"not in links":             {"[stigma](https://example.org)", `<p><a href="https://example.org">stigma</a></p>`},
		"not in links in HTML":     {`<a href="https://example.org">*stigma*</a> stigma`, `<p><a href="https://example.org"><em>stigma</em></a> ‹stigma|stigma›</p>`},
		"not in code":              {"`stigma`", "<p><code>stigma</code></p>"},
		"not in questions":         {"### Reflect: What is stigma?\n\nStigma.", ""},
		"in emphasis, lists":       {"- *stigma*", "<ul>\n<li><em>‹stigma|stigma›</em></li>\n</ul>"},
		"an apostrophe in a name":  {"Crohn’s disease.", "<p>‹crohns-disease|Crohn’s disease›.</p>"},
		"not inside an entity":     {"This & that amp.", "<p>This &amp; that ‹amp|amp›.</p>"},
		"not split by its markup":  {"peer *support* worker", "<p>‹peer|peer› <em>support</em> worker</p>"},
		"possessive":               {"The peer's way.", "<p>The ‹peer|peer›'s way.</p>"},
		"at the ends of the prose": {"stigma", "<p>‹stigma|stigma›</p>"},
	} {
		if got := strings.TrimSpace(withTerms(t, terms, c.text)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestGlossaryCanBeSwitchedOffForALesson(t *testing.T) {
	f := files{"1-a/1-off.md": "---\ntitle: T\nglossary: false\n---\nStigma.", "1-a/2-on.md": "---\ntitle: T\nglossary: true\n---\nStigma.", "glossary.md": terms}
	c := readWell(t, f)
	if got := shown(c.Lessons[0]); strings.Contains(got, "‹") {
		t.Errorf("marked although switched off: %s", got)
	}
	stigma := c.Glossary.Entry("stigma")
	if len(stigma.UsedIn) != 1 || stigma.UsedIn[0] != c.Lessons[1] || len(c.Lessons[1].Terms) != 1 {
		t.Errorf("used in %v, terms of the lesson %v", stigma.UsedIn, c.Lessons[1].Terms)
	}
}

func TestTermDefinedTwiceIsRefused(t *testing.T) {
	f := lesson(titled)
	f["glossary.md"] = "Peer\n: One.\n\nStigma\n: Two.\n\npeer\n: Three.\n"
	_, out := read(f.folder(), false)
	wantMessage(t, out, "content/glossary.md:7:1: error: the term `peer` is there twice [term-twice]")
}

func TestNameOfTwoTermsIsRefused(t *testing.T) {
	f := lesson(titled)
	f["glossary.md"] = "Peer\nworker\n: One.\n\nStaff\nWorker\n: Two.\n"
	_, out := read(f.folder(), false)
	wantMessage(t, out, "content/glossary.md:5:1: error: `Worker` is also a name of `Peer` [term-twice]")
}
