package external_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"lectern/internal/external"
)

// website answers by path and keeps what it was asked.
type website struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
	agent string
	now   atomic.Int32
	most  atomic.Int32
}

func serve(t *testing.T) *website {
	w := &website{}
	w.Server = httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		if n := w.now.Add(1); n > w.most.Load() {
			w.most.Store(n)
		}
		defer w.now.Add(-1)
		w.mu.Lock()
		w.asked = append(w.asked, r.Method+" "+r.URL.Path)
		w.agent = r.UserAgent()
		w.mu.Unlock()
		switch r.URL.Path {
		case "/gone":
			out.WriteHeader(http.StatusNotFound)
		case "/closed":
			out.WriteHeader(http.StatusForbidden)
		case "/no-head":
			if r.Method == http.MethodHead {
				out.WriteHeader(http.StatusMethodNotAllowed)
			}
		case "/moved":
			http.Redirect(out, r, "/here", http.StatusMovedPermanently)
		case "/round":
			http.Redirect(out, r, "/round", http.StatusFound)
		case "/slow":
			<-r.Context().Done()
		}
	}))
	t.Cleanup(w.Close)
	return w
}

func asker() *external.Asker {
	a := external.New("Lectern test")
	a.Pause = 0
	a.Client.Timeout = time.Minute
	return a
}

func TestAddressesAreAskedForTheirHeadFirst(t *testing.T) {
	w := serve(t)
	var addresses []string
	for _, path := range []string{"/here", "/gone", "/closed", "/no-head", "/moved"} {
		addresses = append(addresses, w.URL+path)
	}
	answers, left := asker().Ask(context.Background(), append(addresses, "https://"), nil)
	for path, want := range map[string]string{"/here": "", "/gone": "404 Not Found", "/closed": "", "/no-head": "", "/moved": ""} {
		if got := answers[w.URL+path]; got.Fault != want {
			t.Errorf("%s: %q, want %q", path, got.Fault, want)
		}
	}
	if answers["https://"].Fault == "" || left != 0 {
		t.Errorf("an address without a host is taken for one (%d left out)", left)
	}
	want := []string{"HEAD /here", "HEAD /gone", "GET /gone", "HEAD /closed", "HEAD /no-head", "GET /no-head", "HEAD /moved", "HEAD /here"}
	if len(w.asked) != len(want) {
		t.Fatalf("asked %v, want %v", w.asked, want)
	}
	for i := range want {
		if w.asked[i] != want[i] {
			t.Errorf("request %d is %s, want %s", i, w.asked[i], want[i])
		}
	}
	if w.most.Load() != 1 || w.agent != "Lectern test" {
		t.Errorf("%d requests at once by %q", w.most.Load(), w.agent)
	}
}

func TestFaultsOfTheNetworkAreToldInPlainWords(t *testing.T) {
	w, off := serve(t), serve(t)
	off.Close()
	hasty := asker() // asked of what never answers alone: anything else may take as long on a busy machine
	hasty.Client.Timeout = 50 * time.Millisecond
	answers, _ := hasty.Ask(context.Background(), []string{w.URL + "/slow"}, nil)
	if got := answers[w.URL+"/slow"].Fault; got != "nothing came in time" {
		t.Errorf("slow: %q", got)
	}
	answers, _ = asker().Ask(context.Background(), []string{w.URL + "/round", off.URL + "/"}, nil)
	if got := answers[w.URL+"/round"].Fault; got != "stopped after 10 redirects" {
		t.Errorf("round: %q", got)
	}
	if answers[off.URL+"/"].Fault == "" {
		t.Error("a server that is off answers")
	}
}

func TestWhatWasAskedLatelyIsNotAskedAgain(t *testing.T) {
	w := serve(t)
	now := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	a := asker()
	a.Now = func() time.Time { return now }
	here, gone := w.URL+"/here", w.URL+"/gone"
	known, _ := a.Ask(context.Background(), []string{here, gone}, nil)
	for _, step := range []struct {
		days     int
		requests int
	}{{0, 3}, {2, 5}, {8, 8}} {
		a.Now = func() time.Time { return now.AddDate(0, 0, step.days) }
		if _, _ = a.Ask(context.Background(), []string{here, gone}, known); len(w.asked) != step.requests {
			t.Errorf("after %d days there were %d requests in all, want %d", step.days, len(w.asked), step.requests)
		}
	}
}

func TestRunIsBounded(t *testing.T) {
	w := serve(t)
	a := asker()
	a.Most = 2
	if _, left := a.Ask(context.Background(), []string{w.URL + "/1", w.URL + "/2", w.URL + "/3"}, nil); left != 1 || len(w.asked) != 2 {
		t.Errorf("%d left out after %v", left, w.asked)
	}
	ended, stop := context.WithCancel(context.Background())
	stop()
	if answers, left := a.Ask(ended, []string{w.URL + "/4"}, nil); left != 1 || len(answers) != 0 {
		t.Errorf("after the end: %v, %d left out", answers, left)
	}
}

func TestWhoWaitsIsToldOfEachAddressThatIsAsked(t *testing.T) {
	w := serve(t)
	var told []int
	a := asker()
	a.Told = func(done, all int) {
		if all != 2 {
			t.Errorf("%d addresses are to be asked", all)
		}
		told = append(told, done)
	}
	known := external.Answers{w.URL + "/known": {Asked: time.Now()}}
	a.Ask(context.Background(), []string{w.URL + "/here", w.URL + "/gone", w.URL + "/known", "https://"}, known)
	if len(told) != 2 || told[0] != 1 || told[1] != 2 {
		t.Errorf("told of %v", told)
	}
}
