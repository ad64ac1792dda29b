package layouts

import (
	"os"
	"os/exec"
	"testing"
)

// The schedule of the review runs in node, in places whose clocks change at other times, or not at all.
func TestQuestionsComeBackOnTheirDay(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is not installed; the tests need it to run the page's scripts")
	}
	for _, zone := range []string{"UTC", "America/Toronto", "America/St_Johns", "Europe/Paris", "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago"} {
		t.Run(zone, func(t *testing.T) {
			run := exec.Command(node, "testdata/boxes.js", "../quiz/registry.js", "scripts/boxes.js")
			run.Env = append(os.Environ(), "TZ="+zone)
			said, err := run.CombinedOutput()
			if err != nil || string(said) != "7 tasks done\n" {
				t.Errorf("%v:\n%s", err, said)
			}
		})
	}
}
