// Package stencil executes templates of html/template several times faster than
// that does. html/template parses them, checks them and decides how each value
// must be escaped; what it decided is then followed without asking for each page
// anew what a name means.
//
// Whatever this package does not know for certain (a rare function, a value in
// the middle of a script, an error) it leaves to html/template, so the output and
// the messages are always that one's.
package stencil

import (
	"bytes"
	"html/template"
	"io"
	"reflect"
	"slices"
	"sync"
)

// Set is a set of templates. It is safe for use by several goroutines.
type Set struct {
	templates *template.Template
	funcs     template.FuncMap
	quick     map[string]Quick
	known     sync.Map // name -> *stencil; nil for one that is left to html/template
}

// New makes a set of templates that have been parsed with the functions funcs.
// They must not change any more. The methods that they call most may be quick.
func New(t *template.Template, funcs template.FuncMap, quick ...Quick) *Set {
	s := &Set{templates: t, funcs: funcs, quick: map[string]Quick{}}
	for _, q := range quick {
		s.quick[q.name] = q
	}
	return s
}

// stencil is one template, ready to be followed.
type stencil struct {
	body  steps
	slots int // how many variables it has
}

// buffers are kept: a question is some kilobytes, a page some tens of them.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// mostKept is how large a buffer may be to be kept, in bytes. A course on one
// sheet of paper is a thousand times as large as a page.
const mostKept = 1 << 20

// within calls do with an empty buffer, which is its own until it returns.
func within(do func(*bytes.Buffer) error) error {
	out := buffers.Get().(*bytes.Buffer)
	out.Reset()
	err := do(out)
	if out.Cap() <= mostKept {
		buffers.Put(out)
	}
	return err
}

// Use lets use have what the template of this name makes of data, until it
// returns; after an error, a part of it.
func (s *Set) Use(name string, data any, use func(made []byte)) error {
	return within(func(out *bytes.Buffer) error {
		err := s.ExecuteTemplate(out, name, data)
		use(out.Bytes())
		return err
	})
}

// String returns what the template of this name makes of data; after an error, a
// part of it.
func (s *Set) String(name string, data any) (made string, err error) {
	err = within(func(out *bytes.Buffer) error {
		err := s.ExecuteTemplate(out, name, data)
		made = out.String()
		return err
	})
	return made, err
}

// ExecuteTemplate writes what the template of this name makes of data. After an
// error it may have written a part of it.
func (s *Set) ExecuteTemplate(w io.Writer, name string, data any) error {
	c := s.find(name)
	if c == nil {
		return s.templates.ExecuteTemplate(w, name, data)
	}
	if own, ok := w.(*bytes.Buffer); ok {
		n := own.Len()
		if s.follow(c, own, data) {
			return nil
		}
		own.Truncate(n)
		return s.templates.ExecuteTemplate(w, name, data)
	}
	return within(func(out *bytes.Buffer) error {
		if !s.follow(c, out, data) {
			return s.templates.ExecuteTemplate(w, name, data)
		}
		_, err := w.Write(out.Bytes())
		return err
	})
}

// follow returns false when html/template must do it. That holds for a method
// that panics, too: html/template makes an error of it.
func (s *Set) follow(c *stencil, out *bytes.Buffer, data any) (done bool) {
	defer func() {
		if recover() != nil {
			done = false
		}
	}()
	s.run(c, out, addressable(reflect.ValueOf(data)))
	return true
}

// unknown is thrown where html/template must go on.
type unknown struct{}

func giveUp() { panic(unknown{}) }

// find returns the stencil of a template, or nil when there is none.
func (s *Set) find(name string) *stencil {
	if c, ok := s.known.Load(name); ok {
		return c.(*stencil)
	}
	// Values are escaped as the first execution decides. It may well fail.
	_ = s.templates.ExecuteTemplate(io.Discard, name, nil)
	c := (*stencil)(nil)
	if t := s.templates.Lookup(name); t != nil && t.Tree != nil && t.Tree.Root != nil {
		c = s.cut(t.Tree.Root)
	}
	kept, _ := s.known.LoadOrStore(name, c)
	return kept.(*stencil)
}

// Follows reports whether a template is followed here, and not left to
// html/template.
func (s *Set) Follows(name string) bool { return s.find(name) != nil }

// run is one template being followed.
type run struct {
	set  *Set
	out  *bytes.Buffer
	dot  reflect.Value
	vars []reflect.Value  // the first is the data of the template
	args [1]reflect.Value // of the quick method that is called
}

// runs are used again: the templates of a question call each other some forty
// times.
var runs = sync.Pool{New: func() any { return new(run) }}

// run follows a stencil. What panics is not used again.
func (s *Set) run(c *stencil, out *bytes.Buffer, data reflect.Value) {
	r := runs.Get().(*run)
	r.set, r.out, r.dot, r.vars = s, out, data, slices.Grow(r.vars, c.slots)[:c.slots]
	r.vars[0] = data
	c.body.do(r)
	clear(r.vars)
	*r = run{vars: r.vars[:0]}
	runs.Put(r)
}

// addressable gives a struct a place, so that its methods can be called without
// copying it.
func addressable(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Struct || v.CanAddr() {
		return v
	}
	place := reflect.New(v.Type()).Elem()
	place.Set(v)
	return place
}
