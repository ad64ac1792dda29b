package stencil

import "reflect"

// Quick is a method that is called without reflection, which takes several times
// as long as what most methods do.
type Quick struct {
	name string
	args int
	call func(on reflect.Value, args []reflect.Value) (reflect.Value, bool)
}

// Getter is a method without arguments of all values that implement I.
func Getter[I, R any](name string, method func(I) R) Quick {
	return Quick{name, 0, func(on reflect.Value, _ []reflect.Value) (reflect.Value, bool) {
		if v, ok := on.Interface().(I); ok {
			return reflect.ValueOf(method(v)), true
		}
		return reflect.Value{}, false
	}}
}

// Maker is a method with one argument of all values that implement I.
func Maker[I, A, R any](name string, method func(I, A) R) Quick {
	return Quick{name, 1, func(on reflect.Value, args []reflect.Value) (reflect.Value, bool) {
		v, ok := on.Interface().(I)
		if !ok {
			return reflect.Value{}, false
		}
		a, ok := valueOf[A](args[0])
		if !ok {
			return reflect.Value{}, false
		}
		return reflect.ValueOf(method(v, a)), true
	}}
}

// valueOf is a value as Go has it, taken from where it lies if it can be.
func valueOf[A any](v reflect.Value) (a A, ok bool) {
	switch {
	case !v.IsValid():
		return a, false
	case v.CanAddr():
		p, ok := v.Addr().Interface().(*A)
		if !ok {
			return a, false
		}
		return *p, true
	}
	a, ok = v.Interface().(A)
	return a, ok
}

// quickly is call for a method that may be a quick one.
func (s *Set) quickly(r *run, whole reflect.Value, at *place, name string, args []expression) reflect.Value {
	q, ok := s.quick[name]
	if !ok || q.args != len(args) {
		return call(r, whole.Method(at.method), args)
	}
	for i, a := range args {
		v := a(r) // which may call another quick method
		r.args[i] = v
	}
	values := r.args[:len(args)]
	if v, ok := q.call(whole, values); ok {
		return v
	}
	return callWith(whole.Method(at.method), values)
}
