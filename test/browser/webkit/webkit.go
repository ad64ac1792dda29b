// Package webkit shows pages in WebKit, the engine of Safari and of every browser on an iPhone: Debian's WebKitGTK, on a
// screen that nobody sees. It goes to pages and asks them; what they complain about they must be made to say themselves.
package webkit

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lectern/test/tools"
)

// patience bounds one step, as it does in the other browsers.
const patience = time.Minute

// Tab is the one page of a browser of its own.
type Tab struct {
	t       testing.TB
	session string // the address of what is told to it
}

// Open starts a browser and ends it with the test.
func Open(t testing.TB) *Tab {
	t.Helper()
	home := t.TempDir()
	screen := startScreen(t)
	tab := &Tab{t: t, session: startDriver(t, append(os.Environ(), "DISPLAY="+screen, "HOME="+home, "XDG_CACHE_HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home))}
	options := object{"binary": miniBrowser(t), "args": []string{"--automation"}}
	var made struct{ SessionID string }
	tab.do(http.MethodPost, "", object{"capabilities": object{"alwaysMatch": object{"webkitgtk:browserOptions": options}}}, &made)
	tab.session += "/" + made.SessionID
	t.Cleanup(func() { tab.do(http.MethodDelete, "", nil, nil) })
	tab.do(http.MethodPost, "/timeouts", object{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()}, nil)
	return tab
}

// Visit goes to an address and waits until the page has loaded.
func (tab *Tab) Visit(url string) {
	tab.t.Helper()
	tab.do(http.MethodPost, "/url", object{"url": url}, nil)
}

// Eval is the value of a JavaScript expression in the page; a promise is waited for. The page's content security policy
// does not stop it.
func Eval[T any](tab *Tab, expression string) (value T) {
	tab.t.Helper()
	var said struct {
		Value   T
		Problem string
	}
	tab.do(http.MethodPost, "/execute/async", object{"args": []any{}, "script": `const done = arguments[0];
		Promise.resolve().then(() => ` + expression + `).then(Value => done({Value}), e => done({Problem: String(e)}))`}, &said)
	if said.Problem != "" {
		tab.t.Fatalf("evaluate %.80s: %s", expression, said.Problem)
	}
	return said.Value
}

// object is what a command is told.
type object = map[string]any

// do gives one command and reads what comes of it into value, which may be nil.
func (tab *Tab) do(method, command string, told object, value any) {
	tab.t.Helper()
	if err := ask(method, tab.session+command, told, value); err != nil {
		tab.t.Fatalf("WebKit, %s: %v", command, err)
	}
}

var client = http.Client{Timeout: 2 * patience}

func ask(method, address string, told object, value any) error {
	body, err := json.Marshal(told)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, address, strings.NewReader(string(body)))
	if err != nil {
		return err
	}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var said struct{ Value json.RawMessage }
	if err := json.NewDecoder(answer.Body).Decode(&said); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s", said.Value)
	}
	if value == nil {
		return nil
	}
	return json.Unmarshal(said.Value, value)
}

// startScreen starts an X server without a screen, which tells its name once it can be reached.
func startScreen(t testing.TB) string {
	t.Helper()
	screen := exec.Command(tools.Program(t, "Xvfb"), "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
	said, err := screen.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	begin(t, screen)
	number, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb has no screen: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// startDriver starts what hears commands, and returns its address once it does.
func startDriver(t testing.TB, env []string) string {
	t.Helper()
	port := tools.FreePort(t) // it takes 0 for one, and tells nobody which it got
	driver := exec.Command(tools.Program(t, "WebKitWebDriver"), "--port="+port)
	driver.Env = env
	begin(t, driver)
	address := "http://127.0.0.1:" + port
	for deadline := time.Now().Add(patience); ; {
		err := ask(http.MethodGet, address+"/status", nil, nil)
		if err == nil {
			return address + "/session"
		}
		if time.Now().After(deadline) {
			t.Fatalf("WebKitWebDriver does not answer: %v", err)
		}
	}
}

func begin(t testing.TB, program *exec.Cmd) {
	t.Helper()
	program.SysProcAttr = withUs()
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = program.Process.Kill()
		_ = program.Wait()
	})
}

// miniBrowser is the browser that WebKitGTK comes with, which lies where programs look for its other parts.
func miniBrowser(t testing.TB) string {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/*/webkit2gtk-4*/MiniBrowser")
	if err != nil || len(found) == 0 {
		t.Fatalf("no MiniBrowser of WebKitGTK on this machine; %s", tools.Advice)
	}
	return found[len(found)-1]
}
