// Package bidi speaks WebDriver BiDi, the protocol by which a program uses Firefox: commands and their answers, events,
// and values of a page's script.
package bidi

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"golang.org/x/net/websocket"
)

// Origin is who we say we are. A browser lets nobody in whose origin it was not started with.
const Origin = "http://127.0.0.1"

// Event is something that the browser tells unasked.
type Event struct {
	Method string
	Params json.RawMessage
}

// Conn is one line to a browser. Commands may be given by several goroutines at once.
type Conn struct {
	socket *websocket.Conn
	hear   func(Event)
	ended  chan struct{} // closed when the browser hangs up

	mu      sync.Mutex
	latest  int
	waiting map[int]chan message
}

// message is whatever the browser sends: an answer has the number of its command, an event has none.
type message struct {
	ID      *int
	Type    string
	Result  json.RawMessage
	Error   string
	Message string
	Event
}

// Dial opens a line. Every event goes to hear, in order and before any answer that the browser sends after it; hear
// must not give commands itself.
func Dial(url string, hear func(Event)) (*Conn, error) {
	socket, err := websocket.Dial(url, "", Origin)
	if err != nil {
		return nil, err
	}
	c := &Conn{socket: socket, hear: hear, ended: make(chan struct{}), waiting: map[int]chan message{}}
	go c.listen()
	return c, nil
}

func (c *Conn) listen() {
	defer close(c.ended)
	for in := json.NewDecoder(c.socket); ; {
		var m message
		if in.Decode(&m) != nil {
			return
		}
		if m.ID == nil {
			c.hear(m.Event)
			continue
		}
		c.mu.Lock()
		answer := c.waiting[*m.ID]
		delete(c.waiting, *m.ID)
		c.mu.Unlock()
		if answer != nil {
			answer <- m
		}
	}
}

// Call gives a command and waits for its result.
func Call[T any](ctx context.Context, c *Conn, method string, params any) (T, error) {
	var result T
	answer, err := c.send(method, params)
	if err != nil {
		return result, fmt.Errorf("%s: %w", method, err)
	}
	select {
	case m := <-answer:
		if m.Type == "error" {
			return result, fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		}
		return result, json.Unmarshal(m.Result, &result)
	case <-c.ended:
		return result, fmt.Errorf("%s: %w", method, io.ErrUnexpectedEOF)
	case <-ctx.Done():
		return result, fmt.Errorf("%s: %w", method, ctx.Err())
	}
}

// Do gives a command whose result says nothing.
func Do(ctx context.Context, c *Conn, method string, params any) error {
	_, err := Call[struct{}](ctx, c, method, params)
	return err
}

func (c *Conn) send(method string, params any) (<-chan message, error) {
	answer := make(chan message, 1)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.latest++
	command, err := json.Marshal(map[string]any{"id": c.latest, "method": method, "params": params})
	if err != nil {
		return nil, err
	}
	c.waiting[c.latest] = answer
	_, err = c.socket.Write(command)
	return answer, err
}

// Close hangs up.
func (c *Conn) Close() error { return c.socket.Close() }
