package reference

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	allowedTag = regexp.MustCompile(`</?(?:em|sub|sup)>|<a href="https?://[^"<>]*">|</a>`)
	entity     = regexp.MustCompile(`&(?:amp|lt|gt|#34|#39);`)
)

// checkInert fails unless html holds nothing but text and the elements that
// an entry may have, each closed in its turn.
func checkInert(t testing.TB, html string) {
	t.Helper()
	var open []string
	for _, tag := range allowedTag.FindAllString(html, -1) {
		name := strings.Trim(strings.Fields(tag)[0], "</>")
		if !strings.HasPrefix(tag, "</") {
			open = append(open, name)
		} else if len(open) == 0 || open[len(open)-1] != name {
			t.Errorf("%s closes nothing in %s", tag, html)
		} else {
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v stays open in %s", open, html)
	}
	rest := entity.ReplaceAllString(allowedTag.ReplaceAllString(html, ""), "")
	if strings.ContainsAny(rest, `<>"'&`) || !utf8.ValidString(rest) {
		t.Errorf("not inert: %q", html)
	}
}

const attack = `<script>alert("1")</script><img src=x onerror='alert(2)'><i onclick=x>&lt;`

func TestHostileTextIsInert(t *testing.T) {
	quoted := "'" + strings.ReplaceAll(attack, "'", "''") + "'"
	fields := []string{"type: KIND", "title: " + quoted, "author: [{family: " + quoted + ", given: " + quoted + ", suffix: " + quoted + "}, {literal: " + quoted + "}]"}
	for _, key := range []string{"container-title", "volume", "issue", "page", "number", "edition", "version", "genre", "publisher", "event-title", "title-short"} {
		fields = append(fields, key+": "+quoted)
	}
	fields = append(fields, "issued: "+quoted, "editor: [{literal: "+quoted+"}]", "translator: [{literal: "+quoted+"}]")
	text := strings.Join(fields, "\n")
	for _, kind := range kindNames {
		it := item(t, strings.Replace(text, "KIND", kind, 1))
		checkInert(t, it.HTML())
		if !strings.Contains(it.HTML(), "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;") {
			t.Errorf("%s: the title is not printed as it was written: %s", kind, it.HTML())
		}
	}
}

func TestHostileCitationsAreInert(t *testing.T) {
	l := library(t, "- {id: a&b, type: book, title: '<b>x</b><script>', issued: 2000}\n- {id: c, type: chapter, container-title: B, title: '<script>', issued: 2000}\n")
	for _, p := range cite(t, l, `<img src="x"> @a&b, <script>'"; @c, <p>`) {
		checkInert(t, p.HTML)
	}
}

func TestOnlyWebAddressesBecomeLinks(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.org/a b":             `<a href="https://example.org/a%20b">https://example.org/a b</a>`,
		`https://example.org/"onclick="x`:     `<a href="https://example.org/%22onclick=%22x">https://example.org/&#34;onclick=&#34;x</a>`,
		"https://example.org/?q='<script>":    `<a href="https://example.org/?q=&#39;&lt;script&gt;">https://example.org/?q=&#39;&lt;script&gt;</a>`,
		"HTTP://example.org":                  `<a href="http://example.org">HTTP://example.org</a>`,
		"javascript:alert(1)":                 "javascript:alert(1)",
		"JavaScript://example.org/%0aalert()": "JavaScript://example.org/%0aalert()",
		`java\tscript:alert(1)`:               "java script:alert(1)",
		"data:text/html,<script>":             "data:text/html,&lt;script&gt;",
		"//example.org/x":                     "//example.org/x",
		"https:example.org":                   "https:example.org",
		"https:///x":                          "https:///x",
		"ftp://example.org":                   "ftp://example.org",
		"www.example.org":                     "www.example.org",
	} {
		l, _ := parse(t, `- {id: it, type: book, title: T, issued: 2000, URL: "`+strings.ReplaceAll(url, `"`, `\"`)+`"}`)
		it, _ := l.Item("it")
		got := strings.TrimPrefix(it.HTML(), "<em>T</em>. (2000). ")
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", url, got, want)
		}
		checkInert(t, got)
	}
}

func TestControlCharactersAreNotPrinted(t *testing.T) {
	if got := item(t, "type: book\nissued: 2000\ntitle: \"a\\0b\\u0085c\\nd  e\"").Text(); got != "a b c d e. (2000)." {
		t.Errorf("got %q", got)
	}
}
