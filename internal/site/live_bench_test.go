package site

import (
	"fmt"
	"testing"
	"testing/fstest"
)

// BenchmarkEdit is an edit of a lesson, and its new page. It takes as long in a
// course of any size.
func BenchmarkEdit(b *testing.B) {
	for _, lessons := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprintf("%d lessons", lessons), func(b *testing.B) {
			course := generated(lessons)
			l := Open(course, Options{})
			name := fmt.Sprintf("content/%02d-module-%02d/%03d-lesson-%03d.md", 10+(lessons/2)/10, (lessons/2)/10, lessons/2, lessons/2)
			before, n := course[name].Data, 0
			for b.Loop() {
				n++
				course[name] = &fstest.MapFile{Data: fmt.Appendf(before[:len(before):len(before)], "\n\nOne more thing: %d.\n", n)}
				l.Update([]string{name})
				if _, ok := l.File(fmt.Sprintf("module-%02d/lesson-%03d.html", (lessons/2)/10, lessons/2)); !ok {
					b.Fatal("there is no page")
				}
			}
		})
	}
}
