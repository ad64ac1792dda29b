//go:build unix

package torture

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lectern/test/tools"
)

// scripts are the tests' own course with lessons, terms and pages in Arabic and
// in Bengali, which are joined, reordered and sorted in ways of their own.
func scripts(t *testing.T, folder string) {
	t.Helper()
	if err := os.CopyFS(folder, os.DirFS(filepath.Join(tools.Top(t), "test", "testdata", "course"))); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"layouts/strings/ar.yaml":                    "pages:\n  skip: انتقل إلى المحتوى\n",
		"layouts/strings/bn.yaml":                    "pages:\n  skip: মূল বিষয়ে যান\n",
		"content/index.ar.md":                        "# دورة المطبخ\n\nأهلاً وسهلاً. لَا خَوْفَ\n",
		"content/index.bn.md":                        "# রান্নাঘরের পাঠ\n\nস্বাগতম। ক্ষমা, শ্রী, র\u200d্যাব\n",
		"content/50-scripts/index.md":                "# Scripts\n",
		"content/50-scripts/01-الشاي.md":             "# الشاي\n\nالشاي مشروب. 1٬234٫5\n\n## \"لماذا\"\n\n### Question: أيّ شاي؟\n<!-- {id: arabic} -->\n\n- (x) الأخضر\n- ( ) الأسود\n",
		"content/50-scripts/02-চা.md":                "# চা\n\nচা একটি পানীয়। ড় আর ড\u09bc, য় আর য\u09bc\n\n### Sort: কোনটা কোথায়?\n<!-- {id: bengali} -->\n\n- গরম: চা; দুধ\n- ঠান্ডা: বরফ; জল\n",
		"content/50-scripts/03-mixed.md":             "# Mixed\n\nEnglish, العربية, বাংলা, ᐃᓄᒃᑎᑐᑦ.\n\n- z\n- ä\n- ا\n- ক\n",
		"content/50-scripts/03-mixed.ar.md":          "# مختلط\n\nالإنجليزية والعربية والبنغالية.\n\n- ي\n- ا\n",
		"content/50-scripts/03-mixed.bn.md":          "# মিশ্র\n\nইংরেজি, আরবি, বাংলা।\n\n- হ\n- ক\n",
		"content/01-tea/01-a-pot-of-tea.extra.txt":   "beside\n",
		"content/50-scripts/صورة.svg":                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n",
		"content/50-scripts/04-pictures-of-words.md": "# Words\n\n![كلمة](صورة.svg)\n",
	} {
		write(t, filepath.Join(folder, filepath.FromSlash(name)), text)
	}
}

// Wherever, whenever and by whom a course is built: it is the same to the byte,
// and so is its zip.
func TestOneCourseIsOneSiteEverywhere(t *testing.T) {
	want := ""
	defer func() { t.Log(want) }()
	for _, c := range []struct {
		name, course, out, mask string
		env                     []string
		year                    int // in which all files of the course were changed
	}{
		{name: "here", course: "course", out: "site", mask: "0022", env: []string{"TZ=UTC", "LC_ALL=C", "GOMAXPROCS=2"}, year: 2026},
		{name: "far away, where nobody else may read, on one core, long ago", course: "course", out: "site", mask: "0077",
			env: []string{"TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=bn_BD", "LANGUAGE=ar", "GOMAXPROCS=1"}, year: 1980},
		{name: "in another folder, where all may write, on eight cores, one day", course: "ein Ort/دورة [1] %41", out: "out put/সাইট", mask: "0000",
			env: []string{"GOMAXPROCS=8", "GOGC=5"}, year: 2038},
	} {
		top := t.TempDir()
		course, out := filepath.Join(top, filepath.FromSlash(c.course)), filepath.Join(top, filepath.FromSlash(c.out))
		scripts(t, course)
		changedIn(t, course, c.year)
		if err := os.MkdirAll(out, 0o755); err != nil {
			t.Fatal(err)
		}
		runAs(t, c.mask, c.env, "build", "--quiet", "--base-url", "https://example.org/tea/", "-C", course, "-o", filepath.Join(out, "public"))
		runAs(t, c.mask, c.env, "export", "zip", "--quiet", "-C", course, "-o", filepath.Join(out, "course.zip"))
		got := digest(read(t, out))
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%s: the site or its zip is another", c.name)
		}
	}
}

// runAs runs lectern with a mask of rights and further settings of the system.
func runAs(t *testing.T, mask string, env []string, args ...string) {
	t.Helper()
	program, err := lectern()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command("sh", append([]string{"-c", `umask "$1"; shift; exec "$@"`, "sh", mask, program}, args...)...)
	c.Env = append(os.Environ(), env...)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v: %s", mask, env, err, said)
	}
}

func changedIn(t *testing.T, folder string, year int) {
	t.Helper()
	for name := range read(t, folder) {
		at := time.Date(year, 1, 2, 3, 4, 5, 0, time.UTC)
		if err := os.Chtimes(filepath.Join(folder, filepath.FromSlash(name)), at, at); err != nil {
			t.Fatal(err)
		}
	}
}

func digest(files map[string]string) string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(sum, "%q %q\n", name, files[name])
	}
	return fmt.Sprintf("%d files, %x", len(files), sum.Sum(nil))
}
