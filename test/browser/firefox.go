package browser

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"lectern/test/browser/bidi"
	"lectern/test/tools"
)

// One Firefox serves all tests of a package, as one Chromium does. Every tab has a user context of its own: its own
// cookies and storage.
var firefox firefoxProcess

type firefoxProcess struct {
	start   sync.Once
	err     error
	profile string
	program *exec.Cmd
	line    *bidi.Conn
	window  string // the browser's own window, whose script may do what its menus and its developer tools do

	mu   sync.Mutex // events arrive on a goroutine of their own
	tabs map[string]*firefoxTab
}

func (f *firefoxProcess) running(t testing.TB) {
	t.Helper()
	path := tools.Program(t, "firefox-esr", "firefox")
	f.start.Do(func() { f.err = f.begin(path) })
	if f.err != nil {
		t.Fatalf("Firefox does not start: %v", f.err)
	}
}

func (f *firefoxProcess) begin(path string) error {
	f.tabs = map[string]*firefoxTab{}
	var err error
	if f.profile, err = os.MkdirTemp("", "lectern-firefox-"); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(f.profile, "user.js"), []byte(preferences), 0o600); err != nil {
		return err
	}
	f.program = exec.Command(path, "--headless", "--no-remote", "--profile", f.profile, "--remote-debugging-port", "0",
		"--remote-allow-origins", bidi.Origin, "--remote-allow-system-access")
	// Firefox refuses to run as root in the home of somebody else, which is where sudo leaves it.
	f.program.Env = append(os.Environ(), "HOME="+f.profile, "MOZ_CRASHREPORTER_DISABLE=1", "TZ="+noon())
	f.program.SysProcAttr = withUs()
	said, err := f.program.StderrPipe()
	if err != nil {
		return err
	}
	if err := f.program.Start(); err != nil {
		return err
	}
	address, err := addressIn(said)
	if err != nil {
		return err
	}
	if f.line, err = bidi.Dial(address+"/session", f.hear); err != nil {
		return err
	}
	return f.greet()
}

// addressIn is the address that Firefox says it can be reached at. What it says later is read and thrown away, for it
// would stand still with nobody to read it.
func addressIn(said io.Reader) (string, error) {
	lines := bufio.NewReader(said)
	var all strings.Builder
	for {
		line, err := lines.ReadString('\n')
		all.WriteString(line)
		if _, address, found := strings.Cut(line, "WebDriver BiDi listening on "); found {
			go func() { _, _ = io.Copy(io.Discard, lines) }()
			return strings.TrimSpace(address), nil
		}
		if err != nil {
			return "", errors.New("it says " + all.String())
		}
	}
}

func (f *firefoxProcess) greet() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := bidi.Do(ctx, f.line, "session.new", object{"capabilities": object{}}); err != nil {
		return err
	}
	if err := bidi.Do(ctx, f.line, "session.subscribe", object{"events": heardInFirefox}); err != nil {
		return err
	}
	tree, err := bidi.Call[struct{ Contexts []struct{ Context string } }](ctx, f.line, "browsingContext.getTree", object{"moz:scope": "chrome"})
	if err != nil {
		return err
	}
	if len(tree.Contexts) == 0 {
		return errors.New("it has no window")
	}
	f.window = tree.Contexts[0].Context
	return nil
}

// object is what a command is told.
type object = map[string]any

func (f *firefoxProcess) end() {
	if f.program != nil && f.program.Process != nil {
		if f.line != nil {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			defer cancel()
			_ = bidi.Do(ctx, f.line, "browser.close", object{})
			_ = f.line.Close()
		} else {
			_ = f.program.Process.Kill()
		}
		_ = f.program.Wait()
	}
	if f.profile != "" {
		_ = os.RemoveAll(f.profile)
		f.program, f.profile = nil, ""
	}
}
