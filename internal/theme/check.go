package theme

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"text/template/parse"

	"lectern/internal/diag"
)

// A template is checked against the values it will be given, by their types:
// a field that is not there is found even where no page of this course would
// look for it.

// templateFault is a name in a template that stands for nothing.
type templateFault struct {
	file       string // below layouts/
	start, end int    // bytes in it
	text, hint string
}

// checker walks a set of templates. A type it does not know is nil, and
// anything may be asked of that.
type checker struct {
	set    *template.Template
	seen   map[string]bool // template and type that have been checked
	faults *[]templateFault
	tree   *parse.Tree
	vars   []variable
}

type variable struct {
	name string
	of   reflect.Type
}

// check walks the template of a name, given a value of type dot.
func (c checker) check(name string, dot reflect.Type) {
	key := fmt.Sprint(name, " ", dot)
	t := c.set.Lookup(name)
	if c.seen[key] || t == nil || t.Tree == nil || t.Tree.Root == nil {
		return
	}
	c.seen[key] = true
	c.tree, c.vars = t.Tree, []variable{{"$", dot}}
	c.list(t.Tree.Root, dot)
}

func (c *checker) list(list *parse.ListNode, dot reflect.Type) {
	if list == nil {
		return
	}
	known := len(c.vars)
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			c.pipe(n.Pipe, dot)
		case *parse.IfNode:
			c.branch(&n.BranchNode, dot, func(reflect.Type) reflect.Type { return dot })
		case *parse.WithNode:
			c.branch(&n.BranchNode, dot, func(of reflect.Type) reflect.Type { return of })
		case *parse.RangeNode:
			c.branch(&n.BranchNode, dot, elementOf)
		case *parse.TemplateNode:
			given := reflect.Type(nil)
			if n.Pipe != nil {
				given = c.pipe(n.Pipe, dot)
			}
			c.check(n.Name, given)
		}
	}
	c.vars = c.vars[:known]
}

// branch checks both ways; inside tells what the dot is in the first.
func (c *checker) branch(n *parse.BranchNode, dot reflect.Type, inside func(reflect.Type) reflect.Type) {
	known := len(c.vars)
	of := c.pipe(n.Pipe, dot)
	if n.Type() == parse.NodeRange {
		for i, v := range n.Pipe.Decl {
			c.vars[known+i].of = nil
			if i == len(n.Pipe.Decl)-1 {
				c.vars[known+i] = variable{v.Ident[0], elementOf(of)}
			}
		}
	}
	c.list(n.List, inside(of))
	c.list(n.ElseList, dot)
	c.vars = c.vars[:known]
}

func elementOf(t reflect.Type) reflect.Type {
	if t == nil {
		return nil
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map:
		return t.Elem()
	}
	return nil
}

// pipe returns the type of what comes out of a pipeline.
func (c *checker) pipe(p *parse.PipeNode, dot reflect.Type) (of reflect.Type) {
	for _, command := range p.Cmds {
		of = nil
		for i, arg := range command.Args {
			if t := c.arg(arg, dot); i == 0 {
				of = t
			}
		}
	}
	for _, v := range p.Decl {
		c.vars = append(c.vars, variable{v.Ident[0], of})
	}
	return of
}

func (c *checker) arg(n parse.Node, dot reflect.Type) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.fields(n, dot, n.Ident)
	case *parse.VariableNode:
		return c.fields(n, c.variable(n.Ident[0]), n.Ident[1:])
	case *parse.ChainNode:
		return c.fields(n, c.arg(n.Node, dot), n.Field)
	case *parse.PipeNode:
		return c.pipe(n, dot)
	}
	return nil
}

func (c *checker) variable(name string) reflect.Type {
	for i := len(c.vars) - 1; i >= 0; i-- {
		if c.vars[i].name == name {
			return c.vars[i].of
		}
	}
	return nil
}

// fields follows names from a type on.
func (c *checker) fields(n parse.Node, of reflect.Type, names []string) reflect.Type {
	for _, name := range names {
		if of == nil {
			return nil
		}
		next, ok := member(of, name)
		if !ok {
			c.missing(n, of, name)
			return nil
		}
		of = next
	}
	return of
}

// member is what a name is of a value of a type: a field, or what a method
// returns.
func member(of reflect.Type, name string) (reflect.Type, bool) {
	pointer := of
	if of.Kind() != reflect.Pointer && of.Kind() != reflect.Interface {
		pointer = reflect.PointerTo(of)
	}
	if m, ok := pointer.MethodByName(name); ok {
		if m.Type.NumOut() == 0 {
			return nil, false
		}
		return m.Type.Out(0), true
	}
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	switch of.Kind() {
	case reflect.Interface:
		return nil, true
	case reflect.Map:
		return of.Elem(), true
	case reflect.Struct:
		field, ok := of.FieldByName(name)
		return field.Type, ok && field.IsExported()
	}
	return nil, false
}

// members are the names that a template can ask a type for.
func members(of reflect.Type) (names []string) {
	pointer := of
	if of.Kind() != reflect.Pointer {
		pointer = reflect.PointerTo(of)
	}
	for i := range pointer.NumMethod() {
		names = append(names, pointer.Method(i).Name)
	}
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if of.Kind() == reflect.Struct {
		for _, field := range reflect.VisibleFields(of) {
			if field.IsExported() && !field.Anonymous {
				names = append(names, field.Name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (c *checker) missing(n parse.Node, of reflect.Type, name string) {
	start := int(n.Position())
	*c.faults = append(*c.faults, templateFault{
		file: c.tree.ParseName, start: start, end: start + len(n.String()),
		text: fmt.Sprintf("there is no `%s` here", name), hint: diag.DidYouMean(name, members(of)),
	})
}
