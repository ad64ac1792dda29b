package torture

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

var losses = flag.Int("losses", 4, "how often the power fails during a build")

// A loss of power leaves the site whole: what was on the disk by then is one
// edition. A build that had ended has left the new one. Half of the sites are
// large ones with a spare.
func TestSiteIsWholeAfterALossOfPower(t *testing.T) {
	needStrace(t)
	var sum tally
	for _, whole := range []bool{true, false} {
		loseOften(t, whole, &sum)
	}
	sum.print(t)
}

// loseOften makes the power fail during half of the builds that it is to fail in.
func loseOften(t *testing.T, whole bool, sum *tally) {
	t.Helper()
	d := newDisk(t)
	w := newWorkplace(t, d.top, d.mounted, whole)
	var where [2][]place
	for range editions {
		all := w.places()
		where[w.now] = some(all, (*losses+3)/4)
	}
	d.sync()
	r := rand.New(rand.NewPCG(*seed, 1))
	for i := range (*losses + 1) / 2 {
		w.turn()
		p, busy := where[w.now][i/2%len(where[w.now])], r.IntN(2) == 0
		code := w.begin(p, i%4 == 3)
		d.lose(busy)
		state := w.state()
		after := fmt.Sprintf("a loss of power at %s (others write to the disk: %v, exit code %d)", p, busy, code)
		if state != isNew && (state != isOld || code == 0) {
			t.Errorf("%s: the site is %s", after, state)
		}
		if code == 0 {
			p.call = "the end"
		}
		sum.add("loss of power", p.call, state)
		w.wantNext(after)
		d.sync()
	}
}

// begin builds until a place, or to the end.
func (w *workplace) begin(p place, end bool) (code int) {
	w.t.Helper()
	var said string
	if end {
		code, said = w.build()
	} else {
		code, said, _ = w.at(p, "signal=KILL")
	}
	if code != 0 && code != killed {
		w.t.Fatalf("a build that nothing was done to fails: %s", said)
	}
	return code
}

// The test above would notice: without syncing, a site is torn.
func TestUnsyncedSiteIsTornByALossOfPower(t *testing.T) {
	needStrace(t)
	d := newDisk(t)
	w := newWorkplace(t, d.top, d.mounted, true)
	d.sync()
	w.turn()
	if code, said, _ := w.traced("-e", "inject=syncfs,fsync:retval=0"); code != 0 {
		t.Fatalf("the build fails: %s", said)
	}
	d.lose(true)
	if state := w.state(); state == isNew || state == isOld {
		t.Errorf("the site is %s: this loses nothing", state)
	}
}

// disk is a file system in a file, whose power can fail.
type disk struct {
	t            *testing.T
	top, mounted string
}

const diskSize = 64 << 20

// newDisk makes an ext4 file system and mounts it, or ends the test where that
// may not be done.
func newDisk(t *testing.T) *disk {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only the administrator may mount a disk whose power is to fail")
	}
	top := t.TempDir()
	d := &disk{t, top, filepath.Join(top, "disk")}
	image := d.image()
	if err := os.WriteFile(image, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(image, diskSize); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(d.mounted, 0o755); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("mkfs.ext4", "-q", image).CombinedOutput(); err != nil {
		t.Skipf("no ext4 file system can be made here: %v: %s", err, said)
	}
	if said, err := d.mount(); err != nil {
		t.Skipf("no disk can be mounted here: %v: %s", err, said)
	}
	t.Cleanup(d.unmount)
	return d
}

func (d *disk) image() string { return filepath.Join(d.top, "image") }

func (d *disk) mount() ([]byte, error) {
	return exec.Command("mount", "-o", "loop", d.image(), d.mounted).CombinedOutput()
}

func (d *disk) unmount() {
	if said, err := exec.Command("umount", d.mounted).CombinedOutput(); err != nil {
		d.t.Errorf("the disk cannot be unmounted: %v: %s", err, said)
	}
}

func (d *disk) open() *os.File {
	f, err := os.Open(d.mounted)
	if err != nil {
		d.t.Fatal(err)
	}
	return f
}

// sync makes the disk as it is now what a loss of power leaves at least.
func (d *disk) sync() {
	f := d.open()
	defer f.Close()
	if err := unix.Syncfs(int(f.Fd())); err != nil {
		d.t.Fatal(err)
	}
}

// lose takes the power away: what was not on the disk yet never comes there.
// Then the disk is mounted again, as a computer does when it starts. Where it
// is busy, another program has just written a file and had its names, but not
// its neighbours' bytes, put onto the disk.
func (d *disk) lose(busy bool) {
	d.t.Helper()
	if busy {
		d.syncAnother()
	}
	f := d.open()
	const (
		shutdown = 0x8004587d // FS_IOC_SHUTDOWN, by which file systems are tested
		noFlush  = 2          // the journal as it is
	)
	err := unix.IoctlSetPointerInt(int(f.Fd()), shutdown, noFlush)
	f.Close()
	if err != nil {
		d.t.Fatalf("the power does not fail: %v", err)
	}
	d.unmount()
	if said, err := d.mount(); err != nil {
		d.t.Fatalf("the disk cannot be mounted again: %v: %s", err, said)
	}
}

func (d *disk) syncAnother() {
	f, err := os.Create(filepath.Join(d.mounted, "another"))
	if err != nil {
		d.t.Fatal(err)
	}
	_, err = f.WriteString("words of another program")
	if err := f.Sync(); err != nil {
		d.t.Fatal(err)
	}
	if f.Close() != nil || err != nil {
		d.t.Fatal("another program cannot write: ", err)
	}
}
