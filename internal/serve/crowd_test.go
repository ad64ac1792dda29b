package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"lectern/internal/watch"
)

// listening is a server that others reach over the network.
func listening(t *testing.T, s *Server, changes chan watch.Batch) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- s.Serve(ctx, l, changes) }()
	t.Cleanup(func() {
		end()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return l.Addr().String()
}

func dial(t *testing.T, address, text string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err == nil {
		_, err = io.WriteString(c, text)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// nextEvent reads lines until one brings an event.
func nextEvent(t *testing.T, r *bufio.Reader) string {
	t.Helper()
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			return strings.TrimSpace(data)
		}
	}
}

func TestAThousandOpenPagesAndSlowOnesAreNoTrouble(t *testing.T) {
	course, changes := tea(), make(chan watch.Batch)
	address := listening(t, shown(course), changes)
	var pages []*bufio.Reader
	for i := range 1000 {
		switch i % 8 {
		case 0: // begins to ask, and never ends
			dial(t, address, "GET /a/b.html HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
		case 1: // does not even say what for
			dial(t, address, "GET /a/b.h")
		case 2: // asks, and takes nothing
			dial(t, address, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
		case 3: // asks for edits, and never hears of any
			dial(t, address, "GET /_lectern/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
		default:
			pages = append(pages, bufio.NewReader(dial(t, address, "GET /_lectern/events HTTP/1.1\r\nHost: localhost\r\n\r\n")))
		}
	}
	last := map[int]string{}
	for i, p := range pages {
		last[i] = nextEvent(t, p)
	}
	const file = "content/01-a/01-b.md"
	course[file] = &fstest.MapFile{Data: append(course[file].Data, "\n\nOne more cup.\n"...)}
	changes <- watch.Batch{Paths: []string{file}}
	for i, p := range pages {
		if n := nextEvent(t, p); n == last[i] {
			t.Fatalf("page %d hears of nothing new: %s", i, n)
		}
	}
	r, err := http.Get("http://" + address + "/a/b.html")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if got := body(t, r); !strings.Contains(got, "One more cup.") {
		t.Errorf("the page is not the new one: %.300s", got)
	}
}

func TestWhatIsNoRequestIsAnsweredAndForgotten(t *testing.T) {
	address := listening(t, shown(tea()), nil)
	for _, text := range []string{
		"\x00\x01\x02\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"GET /" + strings.Repeat("a", 2*maxHeader) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET % HTTP/1.1\r\nHost: localhost\r\n\r\n",
	} {
		answer, err := bufio.NewReader(dial(t, address, text)).ReadString('\n')
		var code int
		fmt.Sscanf(answer, "HTTP/1.1 %d", &code)
		if err != nil || code < 400 {
			t.Errorf("%.60q: %q, %v", text, answer, err)
		}
	}
	r, err := http.Get("http://" + address + "/")
	if err != nil || r.StatusCode != 200 {
		t.Fatalf("the preview does not answer any more: %v", err)
	}
	r.Body.Close()
}
