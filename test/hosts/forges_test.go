package hosts

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
	"lectern/test/tools"
)

// forge is a website for sources that builds a course at each change and publishes it.
type forge struct {
	config string                    // a file in docs/hosting
	saved  string                    // its name in the repository of a course
	read   func(yamlx.Node) forgeJob // what it means to the forge
	given  []string                  // names and values that the forge gives; {dir} is a folder for this job alone
}

// forgeJob is what a forge does.
type forgeJob struct {
	names    []yamlx.Entry // values that the configuration gives
	commands []string
	publish  string // the folder
}

const forgeAddress = "https://name.forge.example/tea"

var forges = []forge{
	{config: "github-pages.yaml", saved: ".github/workflows/pages.yaml", read: github, given: []string{"RUNNER_TEMP={dir}"}},
	{config: "gitlab-pages.yaml", saved: ".gitlab-ci.yml", read: gitlab, given: []string{"CI_BUILDS_DIR={dir}", "CI_PAGES_URL=" + forgeAddress}},
}

func github(config yamlx.Node) (job forgeJob) {
	job.names = at(config, "env").Entries
	for _, step := range at(config, "jobs", "publish", "steps").Items {
		job.names = append(job.names, at(step, "env").Entries...)
		if run := at(step, "run").Value; run != "" {
			job.commands = append(job.commands, run)
		}
		if strings.HasPrefix(at(step, "uses").Value, "actions/upload-pages-artifact@") {
			job.publish = at(step, "with", "path").Value
		}
	}
	return job
}

func gitlab(config yamlx.Node) (job forgeJob) {
	job.names = at(config, "pages", "variables").Entries
	for _, line := range at(config, "pages", "script").Items {
		job.commands = append(job.commands, line.Value)
	}
	for _, folder := range at(config, "pages", "artifacts", "paths").Items {
		job.publish = folder.Value
	}
	return job
}

// at is what stands under keys within each other.
func at(n yamlx.Node, keys ...string) yamlx.Node {
	for _, key := range keys {
		n, _ = n.Get(key)
	}
	return n
}

// What a forge would run is run here, in a folder that holds a course and nothing else, with a shell that stops at the
// first command that fails.
func TestEachForgesCommandsPublishTheCourse(t *testing.T) {
	lectern, dir := sources(t), filepath.Join(t.TempDir(), "job")
	for _, f := range forges {
		t.Run(f.config, func(t *testing.T) {
			course := t.TempDir()
			config := read(t, filepath.Join(tools.Top(t), "docs", "hosting", f.config))
			must(t, os.CopyFS(course, os.DirFS(filepath.Join(tools.Top(t), "test/testdata/course"))),
				os.MkdirAll(filepath.Join(course, filepath.Dir(f.saved)), 0o755), os.WriteFile(filepath.Join(course, f.saved), config, 0o644),
				os.RemoveAll(dir), os.Mkdir(dir, 0o755)) // the same one for each, so that Go need not compile all again
			job := f.read(parsed(t, f.config, config))
			shell := exec.Command(tools.Program(t, "bash"), "-e", "-c", strings.Join(job.commands, "\n"))
			shell.Dir, shell.Env = course, f.environment(t, job, dir, lectern)
			if said, err := shell.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, said)
			}
			if job.publish != "public" {
				t.Errorf("it publishes %q", job.publish)
			}
			if home := string(read(t, filepath.Join(course, "public", "index.html"))); !strings.Contains(home, `<link rel="canonical" href="`+forgeAddress+`/">`) {
				t.Error("the first page does not know its address")
			}
		})
	}
}

// parsed reads a configuration, which must be right.
func parsed(t *testing.T, name string, text []byte) yamlx.Node {
	t.Helper()
	var d diag.List
	file, err := source.New(name, text)
	must(t, err)
	config, ok := yamlx.Parse(file, source.Range{End: len(file.Text())}, &d)
	if !ok {
		var said strings.Builder
		d.Print(&said)
		t.Fatal(said.String())
	}
	return config
}

// environment is what the commands know, and no more of this machine than where its programs and Go's modules are.
func (f forge) environment(t *testing.T, job forgeJob, dir, lectern string) []string {
	t.Helper()
	environment := []string{"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir()}
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOTOOLCHAIN"} {
		value, err := exec.Command("go", "env", name).Output()
		must(t, err)
		environment = append(environment, name+"="+strings.TrimSpace(string(value)))
	}
	for _, given := range f.given {
		environment = append(environment, strings.Replace(given, "{dir}", dir, 1))
	}
	for _, e := range job.names {
		value := strings.ReplaceAll(e.Value.Value, "${{ steps.pages.outputs.base_url }}", forgeAddress)
		if e.Key.Value == "LECTERN" {
			value = "file://" + lectern
		}
		environment = append(environment, e.Key.Value+"="+value)
	}
	return environment
}

// sources makes a repository of Lectern as it is here, which can be fetched like one on a forge.
func sources(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range []string{"cmd", "internal", "layouts", "quiz"} {
		must(t, os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join(tools.Top(t), folder))))
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		must(t, os.WriteFile(filepath.Join(dir, file), read(t, filepath.Join(tools.Top(t), file)), 0o644))
	}
	for _, step := range []string{"init --quiet", "add .", "-c user.name=Tests -c user.email=tests@localhost commit --quiet -m Lectern"} {
		git := exec.Command(tools.Program(t, "git"), strings.Fields(step)...)
		git.Dir = dir
		if said, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", step, err, said)
		}
	}
	return dir
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}
