package paper

import (
	"testing"

	"golang.org/x/net/html"
)

// A text whose tags are read one by one prints as one that is read as browsers
// read it.
func FuzzPressIsEasyOnlyWhereItIsTheSame(f *testing.F) {
	for _, s := range []string{
		`<p id="a b">x <a href="#fn:1" class="f" id="r">1</a> <a href="../a.html">two</a> 1 < 2 <3</p>`,
		`<a HREF="https://a.example/?x=1&copy=2" href="b">w</a><A ID=x href=y>z</A>`, `<br/><br /><img src="a" loading="lazy"/><img a/>`,
		`<h2 class="x">A</h2><h6>B</h6><H3>C</H3></h2 id="a">`, `<svg><title id="t">a</title><g clip-path="url(#c)"/><style>a<b</style></svg>`,
		`<details  class=x><summary>s</summary></details>`, `<video><video></video>a</video>b<iframe src="x"><p></iframe>c`, `<!-- <p> --><p a = "b">`, `<a b="c"d>e</a>`, `<a b "c">`, `<p id='a'`, "<p\n id=\"x\" for=\"it's\">", `<textarea><b></textarea></b>`, `<plaintext></plaintext><p>`, `<script>a</script>b`, `</p x="y">`, `<p/a>`, `<p a/b="c">`, `<use xlink:href="#a" headers="b  c"/>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		for _, press := range []Press{{}, {Prefix: "l2-", Deeper: 1}} {
			press.Elsewhere, press.Note = "On the screen", func(address string) int { return len(address) }
			slow := pressing{Press: press}
			slow.whole(source)
			if got, want := press.Print(source), slow.out.String(); got != want {
				t.Errorf("%q prints as\n%s, want\n%s", source, got, want)
			}
		}
	})
}

// What Lectern itself writes must be easy, or nothing is gained.
func TestWhatLecternWritesIsEasy(t *testing.T) {
	for source, kind := range map[string]html.TokenType{
		`<p>`: html.StartTagToken, `</p>`: html.EndTagToken, `<a href="https://a.example/?x=1&amp;y=2" class="term">x`: html.StartTagToken,
		`<path d="M0 0"/>`: html.SelfClosingTagToken, `<input type="checkbox" disabled checked> `: html.StartTagToken, `<title id="t">a</title>`: html.StartTagToken,
	} {
		if tag, ok := easyTag(source); !ok || tag.kind != kind {
			t.Errorf("%s: %+v, %v", source, tag, ok)
		}
	}
}
