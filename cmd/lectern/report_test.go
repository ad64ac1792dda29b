package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

// The preview shows the report of what lies there now, and says why when there is none.
func TestThePreviewHasTheReport(t *testing.T) {
	course := fstest.MapFS{"site.yaml": {Data: []byte("title: Salt\n")}, "content/1-a/1-sea.md": {Data: []byte("---\ntitle: The sea\ndraft: true\n---\nIt is salty.\n")}}
	page, err := reportPage(course)
	if err != nil || !strings.Contains(string(page), "<title>Report: Salt</title>") || !strings.Contains(string(page), "The sea</bdi></a> (a draft)") {
		t.Errorf("%v: %s", err, page)
	}
	course["content/1-a/1-sea.md"].Data = []byte("[Nowhere](nowhere.md)\n")
	if _, err := reportPage(course); err == nil || err.Error() != "there is no report of a course with errors (2); mend them, and load this page again" {
		t.Errorf("got %v", err)
	}
}
