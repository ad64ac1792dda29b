package paper_test

import (
	"testing"

	"lectern/internal/paper"
)

// one is a press that numbers every link 1.
var one = paper.Press{Elsewhere: "On the screen", Note: func(string) int { return 1 }}

func TestThePressMakesAScreenAPage(t *testing.T) {
	for _, c := range []struct{ what, in, want string }{
		{"a link out of the course", `<a href="https://a.example/?x=1&amp;y=2">there</a>.`, `<a href="https://a.example/?x=1&amp;y=2">there</a><sup class="ref">[1]</sup>.`},
		{"an address as it is", `<a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a>`, `<a href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a>`},
		{"a link in the course", `See <a href="../a.html#b"><em>one</em></a>!`, `See <em>one</em><sup class="ref">[1]</sup>!`},
		{"a footnote", `<a href="#fn:1" class="footnote-ref">1</a>`, `<a href="#fn:1" class="footnote-ref">1</a>`},
		{"folded text", `<details class="as-text"><summary>List</summary>x</details>`, `<details open class="as-text"><summary>List</summary>x</details>`},
		{"a film", `<video src="a.mp4"><video></video>old</video><p>On</p>`, `<span class="elsewhere">On the screen</span><p>On</p>`},
		{"a script", `<p>a</p><script src="x.js">if (a < b) "</p>"</script><p>b</p>`, `<p>a</p><p>b</p>`},
		{"a picture", `<img src="a.png" alt="A" loading="lazy">`, `<img src="a.png" alt="A">`},
		{"a drawing", `<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`, `<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`},
	} {
		if got := one.Print(c.in); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}

func TestLessonsOnOneSheetKeepTheirNamesApart(t *testing.T) {
	press := paper.Press{Prefix: "l2-", Deeper: 1, Note: func(string) int { return 0 }}
	in := `<h2 id="a">A</h2><h6>F</h6><svg viewBox="0 0 1 1" aria-labelledby="t d"><g clip-path="url(#c)"></g></svg><a href="#fn:1" id="r">1</a><p data-id="a">id="a"</p>`
	want := `<h3 id="l2-a">A</h3><h6>F</h6><svg viewBox="0 0 1 1" aria-labelledby="l2-t l2-d"><g clip-path="url(#l2-c)"></g></svg><a href="#l2-fn:1" id="l2-r">1</a><p data-id="a">id="a"</p>`
	if got := press.Print(in); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
