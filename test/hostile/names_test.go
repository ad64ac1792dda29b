package hostile

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/test/browser"
	"lectern/test/website"
)

// strangeNames are what folders, lessons and pictures may be called on a Linux disk: signs that mean something in
// addresses, in HTML, in a shell, on Windows; letters that can be written in two ways; names that mean something elsewhere.
var strangeNames = []string{
	`it's "a" name`, `a#b?c%d&e`, `100% %41 %2e%2e %`, `<b>bold<!--`, "\u202eevil\u2066", `الشاي 1`, "cafe\u0301", "th\u00e9", "x😀 👩\u200d👩\u200d👧", strings.Repeat("x", 240), strings.Repeat("ᐃ", 80),
	`CON`, `aux`, `end...`, ` lead and trail `, `a:b`, `s*b|c`, `d..b`, `~z`, `p+b`, `&amp;`, `javascript:evil()`, `_i_`, "q\u200bb", `g;b=c`, `@h`, `$&k`, `__proto__`, `constructor`, `[l](m)`, "`n`", `{{o}}`, `UPPER`,
}

// named is a course in which each name is a module's, its lesson's, and a picture's and another file's beside it; the
// lesson "all" shows all pictures and leads to all lessons and files.
func named() map[string]string {
	files := map[string]string{"site.yaml": "title: Names\nid: names\n", "content/index.md": "# Names\n"}
	var all strings.Builder
	for i, name := range strangeNames {
		folder := fmt.Sprintf("%02d %s", i+1, name)
		for len(folder) > 230 {
			folder = strings.ToValidUTF8(folder[:230], "")
		}
		base := strings.TrimPrefix(folder, folder[:3])
		top := "content/" + folder + "/"
		files[top+"index.md"] = fmt.Sprintf("# Module %d\n", i)
		files[top+"02 "+base+".md"] = fmt.Sprintf("# Lesson %d\n\nThe kettle of %d.\n\n> **Facilitator:** Fill it.\n\n### Question: Hot?\n\n- (x) Yes\n- ( ) No\n", i, i)
		files[top+base+".svg"] = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>`
		files[top+base+".txt"] = "kettle"
		way := "../" + url.PathEscape(folder) + "/"
		fmt.Fprintf(&all, "![Picture](<%s%s.svg>)\n\n[Lesson](<%[1]s02%%20%[2]s.md>) and [file](<%[1]s%[2]s.txt>)\n\n", way, url.PathEscape(base))
	}
	files["content/99 all/01 all.md"] = "# All\n\n" + all.String()
	return files
}

func TestFilesOfAnyNameAreFound(t *testing.T) {
	dir := t.TempDir()
	website.WriteAll(t, dir, named())
	website.Build(t, dir)
	if said := website.Build(t, dir); !strings.Contains(said, " 0 removed") { // the list of what was written is read again
		t.Errorf("the second build says %s", said)
	}
	website.Run(t, dir, "build", "--edition", "facilitator")
	website.Run(t, dir, "export", "zip", "-o", "names.zip")
	for _, edition := range []string{"public", "public-facilitator"} {
		for _, fault := range website.BrokenLinks(t, filepath.Join(dir, edition)) {
			t.Errorf("%s: %s", edition, fault)
		}
	}
	site := (&website.Site{Dir: filepath.Join(dir, "public")})
	wantZip(t, filepath.Join(dir, "names.zip"), filesOf(t, site.Dir))
	preview := website.Preview(t, dir) // before the tab, so that they end after it
	host := website.Serve(t, site.Dir).URL
	tab := browser.Open(t, browser.Look{})
	for _, top := range []string{strings.TrimSuffix(site.FileURL("index.html"), "index.html"), host, preview} {
		tab.Visit(top + "all/all.html")
		unseen := browser.Eval[[]string](tab, `Promise.all(Array.from(document.querySelectorAll("main img"), picture => {
			picture.loading = "eager";
			return picture.decode().then(() => "", () => picture.src);
		})).then(all => all.length < `+fmt.Sprint(len(strangeNames))+` ? ["there are " + all.length] : all.filter(Boolean))`)
		if len(unseen) > 0 {
			t.Errorf("%s: pictures that are not seen: %q", top, unseen)
		}
		if top == host || top == preview {
			wantAll(t, tab, `Array.from(document.querySelectorAll("main p a:not([href*=\"print/\"])"), link => link.href)`, "kettle", 2*len(strangeNames))
		}
	}
	tab.Visit(host + "search.html?q=kettle")
	tab.Until(`document.querySelectorAll("#results li").length > 4`)
	wantAll(t, tab, `Array.from(document.querySelectorAll("#results li a"), link => link.href)`, "kettle", 5)
	saved := listed(t, site.Dir)
	for _, name := range filesOf(t, site.Dir) {
		if _, there := saved[name]; !there && name != "sw.js" && !strings.HasPrefix(name, ".") {
			t.Errorf("%q is not saved on a device", name)
		}
	}
	names, _ := json.Marshal(saved)
	wantAll(t, tab, `Object.keys(`+string(names)+`).map(name => new URL(name.split("/").map(encodeURIComponent).join("/"), location.href).href)`, "", len(saved))
	for _, complaint := range tab.Complaints() {
		t.Error(complaint)
	}
}

// wantAll asks for what an expression lists, and wants a word in each answer.
func wantAll(t *testing.T, tab *browser.Page, list, word string, least int) {
	t.Helper()
	said, _ := json.Marshal(word)
	missing := browser.Eval[[]string](tab, `(list => Promise.all(list.map(href => fetch(href).then(answer => answer.ok ? answer.text() : "").then(text => text && text.includes(`+string(said)+`) ? "" : href)))
		.then(all => all.length < `+fmt.Sprint(least)+` ? ["only " + all.length] : all.filter(Boolean)))(`+list+`)`)
	if len(missing) > 0 {
		t.Errorf("not found: %q", missing)
	}
}

// listed are the files that a device saves.
func listed(t *testing.T, site string) map[string]any {
	t.Helper()
	worker, err := os.ReadFile(filepath.Join(site, "sw.js"))
	if err != nil {
		t.Fatal(err)
	}
	var course struct{ Files map[string]any }
	_, list, _ := strings.Cut(string(worker), "var course=")
	if err := json.NewDecoder(strings.NewReader(list)).Decode(&course); err != nil || len(course.Files) == 0 {
		t.Fatalf("the list in sw.js cannot be read: %v", err)
	}
	return course.Files
}

// wantZip wants the very files of the site in the zip.
func wantZip(t *testing.T, file string, files []string) {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var names []string
	for _, f := range z.File {
		_, below, _ := strings.Cut(f.Name, "/") // all lies in one folder
		names = append(names, below)
	}
	for _, name := range files {
		if !strings.HasPrefix(name, ".") && !slices.Contains(names, name) {
			t.Errorf("%q is not in the zip", name)
		}
	}
}

// filesOf are the files of a site by their paths.
func filesOf(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			below, _ := filepath.Rel(dir, name)
			names = append(names, filepath.ToSlash(below))
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatal(err)
	}
	return names
}
