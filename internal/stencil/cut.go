package stencil

import (
	"reflect"
	"slices"
	"text/template/parse"
)

// step writes a part of the output.
type step func(*run)

type steps []step

func (s steps) do(r *run) {
	for _, one := range s {
		one(r)
	}
}

// cutter makes the stencil of one template.
type cutter struct {
	set   *Set
	names []string // of the variables that can be seen, by their slots
	slots int
}

// cut returns nil for a template with anything in it that is not known here.
func (s *Set) cut(root *parse.ListNode) (made *stencil) {
	defer func() {
		switch r := recover(); r.(type) {
		case nil:
		case unknown:
			made = nil
		default:
			panic(r)
		}
	}()
	c := &cutter{set: s, names: []string{"$"}, slots: 1}
	body := c.list(root)
	return &stencil{body, c.slots}
}

// declare gives a variable a slot of its own.
func (c *cutter) declare(name string) int {
	c.names = append(c.names, name)
	c.slots = max(c.slots, len(c.names))
	return len(c.names) - 1
}

// slot finds a variable; the latest of a name counts.
func (c *cutter) slot(name string) int {
	for i, known := range slices.Backward(c.names) {
		if known == name {
			return i
		}
	}
	giveUp()
	return 0
}

// inside calls make, and forgets the variables that it declared.
func (c *cutter) inside(make func()) {
	n := len(c.names)
	make()
	c.names = c.names[:n]
}

func (c *cutter) list(l *parse.ListNode) (all steps) {
	if l == nil {
		return nil
	}
	c.inside(func() {
		for _, n := range l.Nodes {
			if s := c.node(n); s != nil {
				all = append(all, s)
			}
		}
	})
	return all
}

func (c *cutter) node(n parse.Node) step {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(r *run) { r.out.Write(text) }
	case *parse.CommentNode:
		return nil
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.choose(&n.BranchNode, false)
	case *parse.WithNode:
		return c.choose(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.repeat(n)
	case *parse.TemplateNode:
		return c.include(n)
	}
	giveUp()
	return nil
}

// action prints a value, or keeps it in a variable.
func (c *cutter) action(p *parse.PipeNode) step {
	value, escapers := c.pipe(p)
	if len(p.Decl) > 0 {
		slot := c.keep(p)
		return func(r *run) { r.vars[slot] = value(r) }
	}
	print := printer(escapers)
	return func(r *run) { print(r, value(r)) }
}

// keep declares the one variable of a pipeline.
func (c *cutter) keep(p *parse.PipeNode) int {
	if len(p.Decl) != 1 || p.IsAssign || len(p.Decl[0].Ident) != 1 {
		giveUp()
	}
	return c.declare(p.Decl[0].Ident[0])
}

// choose is `if`, and `with`, which moves the dot.
func (c *cutter) choose(n *parse.BranchNode, moves bool) (made step) {
	c.inside(func() {
		value, slot := c.plain(n.Pipe), -1
		if len(n.Pipe.Decl) > 0 {
			slot = c.keep(n.Pipe)
		}
		then, otherwise := c.list(n.List), c.list(n.ElseList)
		made = func(r *run) {
			v := value(r)
			if slot >= 0 {
				r.vars[slot] = v
			}
			if !truth(v) {
				otherwise.do(r)
				return
			}
			dot := r.dot
			if moves {
				r.dot = v
			}
			then.do(r)
			r.dot = dot
		}
	})
	return made
}

// repeat is `range` over a list.
func (c *cutter) repeat(n *parse.RangeNode) (made step) {
	c.inside(func() {
		value, index, item := c.plain(n.Pipe), -1, -1
		if n.Pipe.IsAssign {
			giveUp()
		}
		switch decl := n.Pipe.Decl; len(decl) {
		case 1:
			item = c.declare(decl[0].Ident[0])
		case 2:
			index, item = c.declare(decl[0].Ident[0]), c.declare(decl[1].Ident[0])
		}
		body, otherwise := c.list(n.List), c.list(n.ElseList)
		made = func(r *run) {
			list := open(value(r))
			if list.IsValid() && list.Kind() != reflect.Slice && list.Kind() != reflect.Array {
				giveUp()
			}
			if !list.IsValid() || list.Len() == 0 {
				otherwise.do(r)
				return
			}
			dot := r.dot
			for i := range list.Len() {
				r.dot = list.Index(i)
				if item >= 0 {
					r.vars[item] = r.dot
				}
				if index >= 0 {
					r.vars[index] = reflect.ValueOf(i)
				}
				body.do(r)
			}
			r.dot = dot
		}
	})
	return made
}

func (c *cutter) include(n *parse.TemplateNode) step {
	name, value := n.Name, func(*run) reflect.Value { return reflect.Value{} }
	if n.Pipe != nil {
		value = c.plain(n.Pipe)
	}
	return func(r *run) {
		inner := r.set.find(name)
		if inner == nil {
			giveUp()
		}
		r.set.run(inner, r.out, value(r))
	}
}
