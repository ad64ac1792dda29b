package hosts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/test/tools"
)

// What is tried here is what people read: each configuration, and each command that is all there is to a server.
func TestTheManualShowsWhatIsTriedHere(t *testing.T) {
	top := tools.Top(t)
	lesson := string(read(t, filepath.Join(top, "docs/manual/content/04-publishing/03-on-a-web-server.md")))
	unused := map[string]bool{}
	files, err := os.ReadDir(filepath.Join(top, "docs/hosting"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		unused[file.Name()] = file.Name() != "README.md"
	}
	for _, s := range servers {
		for _, config := range []string{s.config, s.below} {
			if unused[config] = false; config != "" && !strings.Contains(lesson, "<!-- file: hosting/"+config+" -->") {
				t.Errorf("%s: the manual does not show %s", s.name, config)
			}
		}
		before, after, _ := strings.Cut(s.command, "{config}")
		if whole := strings.Contains(s.command, "/srv/course"); whole && (!strings.Contains(lesson, "\n"+before) || !strings.Contains(lesson, after+"\n")) {
			t.Errorf("%s: the manual does not say `%s`", s.name, s.command)
		}
	}
	online := string(read(t, filepath.Join(top, "docs/manual/content/04-publishing/02-put-it-online.md")))
	for _, f := range forges {
		if unused[f.config] = false; !strings.Contains(online, "<!-- file: hosting/"+f.config+" -->") || !strings.Contains(online, "`"+f.saved+"`") {
			t.Errorf("the manual does not show %s, or not where to save it", f.config)
		}
	}
	for name, is := range unused {
		if is {
			t.Errorf("docs/hosting/%s is on no server and no forge here", name)
		}
	}
}
