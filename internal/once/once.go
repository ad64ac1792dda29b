// Package once makes things when they are first asked for, and then keeps them.
// What a package makes at its start, every command waits for, whether it needs it
// or not.
package once

import "sync"

// Value is what make returns. It is called once, however many ask.
func Value[T any](make func() T) func() T { return sync.OnceValue(make) }

// Each keeps a value for each key. The zero Each is ready for use by several
// goroutines.
type Each[K comparable, V any] struct{ values sync.Map }

// Get is the value of a key. Goroutines that ask at once may make it at once;
// all get the same.
func (e *Each[K, V]) Get(key K, make func(K) V) V {
	v, ok := e.values.Load(key)
	if !ok {
		v, _ = e.values.LoadOrStore(key, value[V]{make(key)})
	}
	return v.(value[V]).of
}

// value is a value that may be nil.
type value[V any] struct{ of V }
