package hosts

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"lectern/test/tools"
	"lectern/test/website"
)

// host is a server that runs, with the course on it.
type host struct {
	server
	site *website.Site
	path string // where the course is, "/" at the root
	url  string // the address of the course's first page; ends with a slash
	stop func()
}

// start puts a site on the server. It ends with the test.
func (s server) start(t *testing.T, site *website.Site, path string) *host {
	t.Helper()
	port := tools.FreePort(t)
	dir := t.TempDir()
	readable(t, dir)
	readable(t, site.Dir)
	folder := site.Dir
	if path != "/" && s.below == "" { // no configuration is needed: the course is a folder in a larger one
		folder = filepath.Join(dir, "www")
		inside := filepath.Join(folder, filepath.FromSlash(path))
		if err := os.CopyFS(inside, os.DirFS(site.Dir)); err != nil {
			t.Fatal(err)
		}
	}
	manuals := strings.NewReplacer("/srv/course", folder, "8080", port)
	command := strings.Fields(manuals.Replace(strings.NewReplacer("{config}", s.write(t, dir, path, manuals), "{dir}", dir).Replace(s.command)))
	command = append(s.program(t), command[len(strings.Fields(s.typed())):]...)
	h := &host{server: s, site: site, path: path, url: "http://127.0.0.1:" + port + path}
	h.run(t, exec.Command(command[0], command[1:]...))
	return h
}

// typed is the program as people name it.
func (s server) typed() string {
	if rest, ok := strings.CutPrefix(s.command, "npx "); ok {
		return "npx " + strings.Fields(rest)[0]
	}
	return strings.Fields(s.command)[0]
}

// program is how the server is called on this machine.
func (s server) program(t *testing.T) []string {
	t.Helper()
	if strings.HasPrefix(s.command, "npx ") {
		return []string{tools.Program(t, "node"), tools.Installed(t, s.name+"/build/main.js")}
	}
	return []string{tools.Program(t, s.programs...)}
}

// write puts the configuration where the server reads it: the bytes of docs/hosting, with this folder and this port.
func (s server) write(t *testing.T, dir, path string, manuals *strings.Replacer) string {
	t.Helper()
	name := s.config
	if path != "/" && s.below != "" {
		name = s.below
	}
	if name == "" {
		return ""
	}
	text := string(read(t, filepath.Join(tools.Top(t), "docs", "hosting", name)))
	if s.around != "" {
		if s.name == "nginx" && path != "/" {
			text = "server { listen 8080; root {empty};\n" + text + "}"
		}
		text = strings.Replace(s.around, "{ours}", text, 1)
	}
	empty := filepath.Join(dir, "empty")
	if err := os.MkdirAll(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	if s.name == "lighttpd" && path != "/" {
		text = `server.document-root = "{empty}"` + "\n" + `index-file.names = ( "index.html" )` + "\n" + text
	}
	text = manuals.Replace(strings.NewReplacer("{dir}", dir, "{empty}", empty).Replace(text))
	config := filepath.Join(dir, name)
	if err := os.WriteFile(config, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return config
}

// run starts the server, waits until it answers, and ends it with the test.
func (h *host) run(t *testing.T, command *exec.Cmd) {
	t.Helper()
	said, err := os.CreateTemp(t.TempDir(), "said")
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	command.Stdout, command.Stderr = said, said
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // with all that it starts
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	h.stop = sync.OnceFunc(func() {
		_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL)
		<-ended
	})
	t.Cleanup(h.stop)
	for begun := time.Now(); ; {
		answer, err := http.Get(h.url)
		if err == nil {
			_ = answer.Body.Close()
			return
		}
		select {
		case why := <-ended:
			ended <- why
			t.Fatalf("%s does not run: %v\n%s", h.name, why, read(t, said.Name()))
		case <-time.After(20 * time.Millisecond): // until it listens
		}
		if time.Since(begun) > patience {
			t.Fatalf("%s does not answer: %v\n%s", h.name, err, read(t, said.Name()))
		}
	}
}

// patience is for a server that hangs; each is waited for no longer than it needs.
const patience = time.Minute

func read(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// readable lets a server that gives up being root read a folder of the tests.
func readable(t *testing.T, dir string) {
	t.Helper()
	for ; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}
