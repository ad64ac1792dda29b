package once

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"
)

func TestAValueIsMadeOnceAndNotBeforeItIsAskedFor(t *testing.T) {
	var made atomic.Int32
	value := Value(func() int { return int(made.Add(1)) })
	if made.Load() != 0 {
		t.Fatal("it was made before anybody asked")
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() { value() })
	}
	wait.Wait()
	if value() != 1 {
		t.Errorf("it was made %d times", made.Load())
	}
}

func TestEachKeyKeepsItsValue(t *testing.T) {
	var lists Each[string, *[]int]
	list := func(string) *[]int { return &[]int{1} }
	first := lists.Get("a", list)
	if lists.Get("a", list) != first || lists.Get("b", list) == first {
		t.Error("a key has two values, or two keys have one")
	}
	var errs Each[int, error]
	if errs.Get(1, func(int) error { return nil }) != nil {
		t.Error("nothing is not kept")
	}
}

func TestAPatternIsCompiledWhenItIsUsed(t *testing.T) {
	wrong := Regexp(`(`)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a wrong pattern does not panic when it is used")
			}
		}()
		wrong.MatchString("x")
	}()
	if got := Regexp(`(\d)(\pL)`).FindStringSubmatch("a1b"); !slices.Equal(got, []string{"1b", "1", "b"}) {
		t.Errorf("found %q", got)
	}
}
