// Package external asks whether addresses on other websites still answer. It
// is the only part of Lectern that asks the network anything, and only when a
// person wants it to: at most one request at a time to a host, a few hosts at
// once, HEAD before GET, nothing read of what comes, and each address again
// only after days.
package external

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Answer is what came of an address.
type Answer struct {
	Asked  time.Time `json:"asked"`
	Status int       `json:"status,omitempty"` // of HTTP; 0 when nothing came
	Fault  string    `json:"fault,omitempty"`  // why it is dead; "" when it answers, or may do so to people
}

// Answers are kept from one run to the next, by address.
type Answers map[string]Answer

// Asker asks. Its zero value asks nobody; New has sensible values.
type Asker struct {
	Client *http.Client
	Agent  string        // what it calls itself
	Hosts  int           // how many hosts are asked at the same time
	Most   int           // how many addresses are asked in one run
	Pause  time.Duration // between two requests to a host
	Now    func() time.Time
	// Told is told how many of the addresses that are asked have been, one call at a
	// time; it may be nil.
	Told func(done, all int)
}

// New returns an Asker with the manners that strangers expect.
func New(agent string) *Asker {
	return &Asker{Client: &http.Client{Timeout: 15 * time.Second}, Agent: agent, Hosts: 4, Most: 1000, Pause: time.Second, Now: time.Now}
}

// How long an answer is good.
const (
	goodFor = 7 * 24 * time.Hour
	deadFor = 24 * time.Hour
)

// fresh reports whether an address need not be asked again.
func (a *Asker) fresh(known Answer) bool {
	age := a.Now().Sub(known.Asked)
	return age >= 0 && (known.Fault == "" && age < goodFor || age < deadFor)
}

// Ask asks the addresses of which known has no fresh answer. It returns the
// answers to all of them, and how many were left out because there were too
// many or ctx ended.
func (a *Asker) Ask(ctx context.Context, addresses []string, known Answers) (answers Answers, left int) {
	answers = Answers{}
	byHost := map[string][]string{}
	asked := 0
	for _, address := range addresses {
		u, err := url.Parse(address)
		switch {
		case err != nil || u.Host == "":
			answers[address] = Answer{Asked: a.Now(), Fault: "it is no address"}
		case a.fresh(known[address]):
			answers[address] = known[address]
		case asked == a.Most:
			left++
		default:
			asked++
			byHost[u.Host] = append(byHost[u.Host], address)
		}
	}
	left += a.askHosts(ctx, byHost, asked, answers)
	return answers, left
}

// askHosts asks the addresses of each host one after the other.
func (a *Asker) askHosts(ctx context.Context, byHost map[string][]string, all int, answers Answers) (left int) {
	var mu sync.Mutex
	done := 0
	var wait sync.WaitGroup
	slots := make(chan struct{}, a.Hosts)
	for _, addresses := range byHost {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wait.Done() }()
			for i, address := range addresses {
				if i > 0 {
					a.rest(ctx)
				}
				answer := a.ask(ctx, address)
				mu.Lock()
				if done++; a.Told != nil {
					a.Told(done, all)
				}
				if ctx.Err() != nil {
					left++ // what is said after the end is no answer
				} else {
					answers[address] = answer
				}
				mu.Unlock()
			}
		}()
	}
	wait.Wait()
	return left
}

func (a *Asker) rest(ctx context.Context) {
	timer := time.NewTimer(a.Pause)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// ask asks for the head of a page and, where that is refused, for the page.
func (a *Asker) ask(ctx context.Context, address string) Answer {
	status, err := a.request(ctx, http.MethodHead, address)
	if err != nil || status >= 400 && !closed(status) {
		a.rest(ctx)
		status, err = a.request(ctx, http.MethodGet, address)
	}
	answer := Answer{Asked: a.Now(), Status: status}
	switch {
	case err != nil:
		answer.Fault = fault(err)
	case status >= 400 && !closed(status):
		answer.Fault = fmt.Sprintf("%d %s", status, http.StatusText(status))
	}
	return answer
}

// closed reports whether a status turns programs away and may not turn people
// away.
func closed(status int) bool {
	switch status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusTooManyRequests, http.StatusUnavailableForLegalReasons, 999:
		return true
	}
	return false
}

func (a *Asker) request(ctx context.Context, method, address string) (int, error) {
	r, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return 0, err
	}
	r.Header.Set("User-Agent", a.Agent)
	r.Header.Set("Accept", "*/*")
	response, err := a.Client.Do(r)
	if err != nil {
		return 0, err
	}
	return response.StatusCode, response.Body.Close()
}

// fault is an error of the network in plain words.
func fault(err error) string {
	var dns *net.DNSError
	var timeout interface{ Timeout() bool }
	var failed *url.Error
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return "there is no such website"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "nothing came in time"
	case errors.As(err, &failed):
		return failed.Err.Error()
	}
	return err.Error()
}
