package site

import (
	"strings"
	"testing"
)

func TestAddressOfTheCommandLineIsOnThePages(t *testing.T) {
	course := small.with(files{"site.yaml": "title: A\nbase_url: https://one.example/\n"}).fs()
	s := mustBuild(t, course, Options{BaseURL: "https://two.example/"})
	if page := s.page(t, "index.html"); !strings.Contains(page, "https://two.example/") || strings.Contains(page, "one.example") {
		t.Error("the command line does not win")
	}
	wantMessages(t, small.with(files{"site.yaml": "title: A\nid: a b\n"}).fs(), "site.yaml: id-bad")
}
