package stencil

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

// expression is a value of the template; an invalid one is nil.
type expression func(*run) reflect.Value

// plain is a pipeline whose value is not printed, and so not escaped.
func (c *cutter) plain(p *parse.PipeNode) expression {
	value, escapers := c.pipe(p)
	if len(escapers) > 0 {
		giveUp()
	}
	return value
}

const escaperPrefix = "_html_template_"

// pipe parts a pipeline into its value, and how that is escaped.
func (c *cutter) pipe(p *parse.PipeNode) (expression, []string) {
	var escapers []string
	for _, command := range p.Cmds[1:] {
		name, ok := command.Args[0].(*parse.IdentifierNode)
		if !ok || len(command.Args) != 1 || !strings.HasPrefix(name.Ident, escaperPrefix) {
			giveUp()
		}
		escapers = append(escapers, strings.TrimPrefix(name.Ident, escaperPrefix))
	}
	return c.command(p.Cmds[0]), escapers
}

func (c *cutter) command(n *parse.CommandNode) expression {
	var args []expression
	for _, a := range n.Args[1:] {
		args = append(args, c.operand(a))
	}
	switch first := n.Args[0].(type) {
	case *parse.IdentifierNode:
		return c.function(first.Ident, args)
	case *parse.FieldNode:
		return c.path(dot, first.Ident, args)
	case *parse.VariableNode:
		return c.path(c.variable(first), first.Ident[1:], args)
	case *parse.ChainNode:
		return c.path(c.operand(first.Node), first.Field, args)
	}
	if len(args) > 0 {
		giveUp()
	}
	return c.operand(n.Args[0])
}

func dot(r *run) reflect.Value { return r.dot }

func (c *cutter) variable(n *parse.VariableNode) expression {
	slot := c.slot(n.Ident[0])
	return func(r *run) reflect.Value { return r.vars[slot] }
}

// operand is a value without arguments.
func (c *cutter) operand(n parse.Node) expression {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.path(dot, n.Ident, nil)
	case *parse.VariableNode:
		return c.path(c.variable(n), n.Ident[1:], nil)
	case *parse.ChainNode:
		return c.path(c.operand(n.Node), n.Field, nil)
	case *parse.PipeNode:
		return c.plain(n)
	case *parse.IdentifierNode:
		return c.function(n.Ident, nil)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		switch {
		case n.IsInt && !strings.ContainsAny(n.Text, ".eE'"):
			return constant(int(n.Int64))
		case n.IsFloat:
			return constant(n.Float64)
		}
	}
	giveUp()
	return nil
}

func constant(value any) expression {
	v := reflect.ValueOf(value)
	return func(*run) reflect.Value { return v }
}

// path follows names from a value; the last may be a method with arguments.
func (c *cutter) path(from expression, names []string, args []expression) expression {
	for i, name := range names {
		last := []expression(nil)
		if i == len(names)-1 {
			last = args
		}
		from = c.set.member(from, name, last)
	}
	if len(names) == 0 && len(args) > 0 {
		giveUp()
	}
	return from
}

// open is what a pointer or an interface leads to; nothing for a nil interface.
func open(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			giveUp()
		}
		v = v.Elem()
	}
	return v
}

// truth is whether a value is not the zero of its type, as templates see it.
func truth(v reflect.Value) bool {
	if v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Struct:
		return true
	case reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan:
		return !v.IsNil()
	}
	return !v.IsZero()
}

// function is a function of templates.
func (c *cutter) function(name string, args []expression) expression {
	if f, ok := c.set.funcs[name]; ok {
		return called(reflect.ValueOf(f), args)
	}
	switch {
	case name == "print":
		return func(r *run) reflect.Value { return reflect.ValueOf(fmt.Sprint(interfaces(r, args)...)) }
	case name == "not" && len(args) == 1:
		return func(r *run) reflect.Value { return reflect.ValueOf(!truth(args[0](r))) }
	case name == "or" && len(args) > 0:
		return func(r *run) reflect.Value { return firstThat(r, args, true) }
	case name == "and" && len(args) > 0:
		return func(r *run) reflect.Value { return firstThat(r, args, false) }
	case name == "len" && len(args) == 1:
		return func(r *run) reflect.Value { return reflect.ValueOf(length(open(args[0](r)))) }
	case name == "index" && len(args) == 2:
		return func(r *run) reflect.Value { return item(open(args[0](r)), open(args[1](r))) }
	case (name == "eq" || name == "ne") && len(args) == 2:
		return func(r *run) reflect.Value {
			return reflect.ValueOf(equal(open(args[0](r)), open(args[1](r))) == (name == "eq"))
		}
	}
	giveUp()
	return nil
}

// interfaces are the values of arguments as functions in Go get them.
func interfaces(r *run, args []expression) []any {
	values := make([]any, len(args))
	for i, a := range args {
		v := a(r)
		if !v.IsValid() {
			giveUp()
		}
		values[i] = v.Interface()
	}
	return values
}

// firstThat is the first value that is true, or false; else the last.
func firstThat(r *run, args []expression, is bool) (v reflect.Value) {
	for _, a := range args {
		if v = a(r); truth(v) == is {
			return v
		}
	}
	return v
}

func length(v reflect.Value) int {
	switch v.Kind() {
	case reflect.Slice, reflect.Array, reflect.String, reflect.Map:
		return v.Len()
	}
	giveUp()
	return 0
}

func item(list, at reflect.Value) reflect.Value {
	if list.Kind() != reflect.Slice || !at.CanInt() || at.Int() < 0 || at.Int() >= int64(list.Len()) {
		giveUp()
	}
	return list.Index(int(at.Int()))
}

func equal(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() || a.Kind() != b.Kind() {
		giveUp()
	}
	switch a.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Float64:
		return a.Equal(b)
	}
	giveUp()
	return false
}
