package stencil

import (
	"reflect"
	"sync/atomic"
)

// place is where values of one type have what a name stands for.
type place struct {
	of     reflect.Type
	method int   // -1 for a field
	says   bool  // the method is T, the one that is called most
	field  []int // as reflect.Value.FieldByIndex wants it
}

// speaker is every view: it says the interface's sentences.
type speaker interface {
	T(key string, pairs ...any) string
}

var speakers = reflect.TypeFor[speaker]()

// member is a field or a method of a value. Where it lies is asked once for
// each type; mostly there is one.
func (s *Set) member(from expression, name string, args []expression) expression {
	var last atomic.Pointer[place]
	return func(r *run) reflect.Value {
		v := open(from(r))
		if !v.IsValid() {
			giveUp()
		}
		whole := v
		if v.CanAddr() {
			whole = v.Addr()
		}
		at := last.Load()
		if at == nil || at.of != whole.Type() {
			at = find(whole.Type(), name)
			last.Store(at)
		}
		switch {
		case at.says:
			return say(r, whole, args)
		case at.method >= 0:
			return s.quickly(r, whole, at, name, args)
		case len(args) > 0:
			giveUp()
		}
		field, err := v.FieldByIndexErr(at.field)
		if err != nil {
			giveUp()
		}
		return field
	}
}

// find looks for a name as templates do: methods come first.
func find(t reflect.Type, name string) *place {
	if m, ok := t.MethodByName(name); ok {
		return &place{of: t, method: m.Index, says: name == "T" && t.Implements(speakers)}
	}
	inner := t
	if t.Kind() == reflect.Pointer {
		inner = t.Elem()
	}
	if inner.Kind() != reflect.Struct {
		giveUp()
	}
	f, ok := inner.FieldByName(name)
	if !ok || !f.IsExported() {
		giveUp()
	}
	return &place{of: t, method: -1, field: f.Index}
}

// say calls T without the detour over reflection.
func say(r *run, v reflect.Value, args []expression) reflect.Value {
	if len(args) == 0 {
		giveUp()
	}
	key := args[0](r)
	if key.Kind() != reflect.String {
		giveUp()
	}
	return reflect.ValueOf(v.Interface().(speaker).T(key.String(), interfaces(r, args[1:])...))
}

// called is a function with arguments.
func called(f reflect.Value, args []expression) expression {
	return func(r *run) reflect.Value { return call(r, f, args) }
}

func call(r *run, f reflect.Value, args []expression) reflect.Value {
	values := make([]reflect.Value, len(args))
	for i, a := range args {
		values[i] = a(r)
	}
	return callWith(f, values)
}

func callWith(f reflect.Value, in []reflect.Value) reflect.Value {
	t := f.Type()
	if t.IsVariadic() || t.NumIn() != len(in) || t.NumOut() == 0 {
		giveUp()
	}
	for i, v := range in {
		in[i] = fit(v, t.In(i))
	}
	out := f.Call(in)
	if len(out) > 1 && !out[1].IsNil() {
		giveUp() // it is an error, which html/template tells
	}
	return out[0]
}

// fit is a value as a parameter takes it.
func fit(v reflect.Value, want reflect.Type) reflect.Value {
	for v.IsValid() && !v.Type().AssignableTo(want) {
		if v.Kind() != reflect.Interface && v.Kind() != reflect.Pointer || v.IsNil() {
			giveUp()
		}
		v = v.Elem()
	}
	if !v.IsValid() {
		giveUp()
	}
	return v
}
