package website

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
	"testing"

	"lectern/test/tools"
)

// Validate runs the Nu HTML checker once over all the files, and lists the errors it finds, each with its place.
func Validate(t testing.TB, files []string) []string {
	t.Helper()
	java := tools.Program(t, "java")
	checker := tools.Installed(t, "vnu-jar/build/dist/vnu.jar")
	command := exec.Command(java, append([]string{"-jar", checker, "--errors-only", "--format", "json"}, files...)...)
	var report bytes.Buffer
	command.Stderr = &report // where the checker writes what it found
	err := command.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatalf("the HTML checker does not run: %v", err)
	}
	var found struct {
		Messages []message `json:"messages"`
	}
	if err := json.Unmarshal(report.Bytes(), &found); err != nil {
		t.Fatalf("the HTML checker says: %s", report.String())
	}
	var lines []string
	for _, m := range found.Messages {
		lines = append(lines, m.String())
	}
	if (err == nil) != (len(lines) == 0) {
		t.Fatalf("the HTML checker ended with %v and %d errors: %s", err, len(lines), report.String())
	}
	return lines
}

type message struct {
	URL     string `json:"url"`
	Line    int    `json:"lastLine"`
	Column  int    `json:"firstColumn"`
	Message string `json:"message"`
	Extract string `json:"extract"`
}

func (m message) String() string {
	file := m.URL
	if address, err := url.Parse(m.URL); err == nil {
		file = address.Path
	}
	extract := strings.Join(strings.Fields(m.Extract), " ")
	return fmt.Sprintf("%s:%d:%d: %s\n\t%s", file, m.Line, m.Column, m.Message, extract)
}
