package website_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/test/website"
)

// folder writes files, by name and content, into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	website.WriteAll(t, dir, files)
	return dir
}

func TestBrokenLinksNamesEveryFault(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"from the root":     {`<a href="/b.html">`, "is not relative"},
		"to nothing":        {`<a href="gone.html">`, "names no file"},
		"to a folder":       {`<a href="sub/">`, "names a folder"},
		"to a missing part": {`<a href="b.html#gone">`, "names a part"},
		"within the page":   {`<a href="#gone">`, "names a part"},
		"empty":             {`<a href="#">`, "leads nowhere"},
		"above the site":    {`<a href="../b.html">`, "leaves the site"},
		"another host":      {`<script src="https://example.org/x.js"></script>`, "leaves the site"},
		"a hidden script":   {`<a href="javascript:alert(1)">`, "leaves the site"},
		"a picture":         {`<img srcset="b.html 1x, gone.png 2x">`, "names no file"},
		"without script":    {`<noscript><a href="gone.html"></a></noscript>`, "names no file"},
		"a drawing":         {`<svg><use xlink:href="gone.svg"/></svg>`, "names no file"},
		"a style":           {`<link href="bad.css">`, "bad.css: <style url"},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{"a.html": c.body, "b.html": "", "sub/index.html": ""}
			if strings.Contains(c.body, "bad.css") {
				files["bad.css"] = "p { background: url('gone.png') }"
			}
			broken := website.BrokenLinks(t, folder(t, files))
			if len(broken) != 1 || !strings.Contains(broken[0], c.want) {
				t.Errorf("want one fault, %q; have %q", c.want, broken)
			}
		})
	}
}

func TestBrokenLinksLeavesGoodOnesAlone(t *testing.T) {
	dir := folder(t, map[string]string{
		"sub/a.html": `<a href="../b.html#part">b</a> <a href="#here" id="here">here</a> <a href="a.html?q=x">a</a>
			<a href="https://example.org/">elsewhere</a> <a href="tel:911">call</a> <a href="na%C3%AFve.html">accent</a>`,
		"sub/naïve.html": "", "b.html": `<h2 id="part"></h2>`,
		"site.css": `a { background: url(sub/dot.png), url("data:image/png;base64,AAAA") }`, "sub/dot.png": "",
	})
	if broken := website.BrokenLinks(t, dir); len(broken) > 0 {
		t.Errorf("have %q", broken)
	}
}

func TestValidatorReportsAStrayTagWithItsPlace(t *testing.T) {
	dir := folder(t, map[string]string{
		"good.html": "<!doctype html>\n<html lang=en><title>Good</title><p>A page</html>",
		"bad.html":  "<!doctype html>\n<html lang=en><title>Bad</title>\n<p>A page</div></html>",
	})
	found := website.Validate(t, []string{filepath.Join(dir, "good.html"), filepath.Join(dir, "bad.html")})
	if len(found) != 1 || !strings.Contains(found[0], "bad.html:3:") || !strings.Contains(found[0], "div") {
		t.Errorf("want the stray </div> of bad.html:3, have %q", found)
	}
}

func TestAServerBelowAPathHasNothingAboveIt(t *testing.T) {
	dir := folder(t, map[string]string{"index.html": "front", "404.html": "the way back", "sub/a.html": "a"})
	host := website.ServeUnder(t, dir, "/courses/peer/")
	above := strings.TrimSuffix(host.URL, "courses/peer/")
	for _, c := range []struct {
		url, want string
		status    int
	}{
		{host.URL, "front", 200},
		{host.URL + "sub/a.html", "a", 200},
		{host.URL + "gone.html", "the way back", 404},
		{host.URL + "sub/", "the way back", 404},
		{above, "the way back", 404},
		{above + "index.html", "the way back", 404},
	} {
		status, body := get(t, c.url)
		if status != c.status || body != c.want {
			t.Errorf("%s: %d %q, want %d %q", c.url, status, body, c.status, c.want)
		}
	}
	want := []string{"/courses/peer/gone.html", "/courses/peer/sub/", "/", "/index.html"}
	if missing := host.Missing(); !slices.Equal(missing, want) {
		t.Errorf("missing: %q, want %q", missing, want)
	}
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

func TestWeightCountsEachFileOnceAndTextCompressed(t *testing.T) {
	noise := make([]byte, 5000)
	for i := range noise {
		noise[i] = byte(rand.Uint32())
	}
	dir := folder(t, map[string]string{
		"index.html": strings.Repeat("word ", 2000), "site.css": "a{}", "face.woff2": string(noise),
	})
	host := website.Serve(t, dir)
	asked := []string{host.URL, host.URL + "site.css", host.URL + "face.woff2", host.URL + "face.woff2", "data:,"}
	first := host.Weigh(t, dir, asked, nil)
	if first.HTML > 200 || first.CSS == 0 || first.Fonts != len(noise) || first.JS+first.Other != 0 {
		t.Errorf("first page: %s", first)
	}
	next := host.Weigh(t, dir, asked, asked[1:])
	if want := fmt.Sprint(website.Weight{HTML: first.HTML}); next.String() != want {
		t.Errorf("next page: %s, want %s", next, want)
	}
}
