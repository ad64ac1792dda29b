package layouts

import (
	"os/exec"
	"testing"
)

// The browser's side of what is kept runs in node, over a storage of its own: two tabs at once, files in any order, a
// full browser, records that cannot be read.
func TestNothingThatIsKeptIsLost(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is not installed; the tests need it to run the page's scripts")
	}
	said, err := exec.Command(node, "testdata/kept.js", "../quiz/registry.js", "../quiz/store.js", "scripts/sound.js", "scripts/tally.js", "scripts/merge.js").CombinedOutput()
	if err != nil || string(said) != "9 tasks done\n" {
		t.Errorf("%v:\n%s", err, said)
	}
}
