package yamlx

import (
	"fmt"
	"reflect"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
)

// Opener is implemented by structs that allow keys they do not name, such as
// bibliographic entries exported by a reference manager.
type Opener interface{ OpenKeys() }

// Decode reads the YAML in the range r of f into v, a pointer to a struct,
// map or slice. Struct fields are named by a `yaml:"name"` tag; the types
// they may have are string, Text, bool, int, float64, Node, []Pair, structs,
// pointers to and slices of these, and maps from string. Every problem goes to
// d: an unknown key, a wrong type, bad YAML. It returns false after one.
//
// Strings are taken as written: `no`, `2027-06-01` and `0755` stay text.
func Decode(f *source.File, r source.Range, v any, d *diag.List) bool {
	n, ok := Parse(f, r, d)
	return DecodeNode(f, n, v, d) && ok
}

// DecodeNode is Decode for a value that has been read already.
func DecodeNode(f *source.File, n Node, v any, d *diag.List) bool {
	dec := &decoder{file: f, diags: d, ok: true}
	dec.value(n, reflect.ValueOf(v).Elem(), "")
	return dec.ok
}

type decoder struct {
	file  *source.File
	diags *diag.List
	ok    bool
}

func (d *decoder) fail(at source.Range, name, text, hint string) {
	d.ok = false
	d.diags.Error(d.file, at, name, text, hint)
}

var (
	textType  = reflect.TypeFor[Text]()
	nodeType  = reflect.TypeFor[Node]()
	pairsType = reflect.TypeFor[[]Pair]()
)

func (d *decoder) value(n Node, v reflect.Value, key string) {
	switch v.Type() {
	case nodeType:
		v.Set(reflect.ValueOf(n))
		return
	case textType:
		if d.want(n, Scalar, key) {
			v.Set(reflect.ValueOf(n.Text()))
		}
		return
	case pairsType:
		d.pairs(n, v, key)
		return
	}
	if n.Kind == Scalar && n.Null && v.Kind() != reflect.String {
		return // a key left empty keeps its default
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), key)
	case reflect.Struct:
		d.structure(n, v, key)
	case reflect.Map:
		d.mapping(n, v, key)
	case reflect.Slice:
		d.list(n, v, key)
	default:
		d.scalar(n, v, key)
	}
}

func (d *decoder) want(n Node, kind Kind, key string) bool {
	if n.Kind == kind {
		return true
	}
	hint := ""
	switch {
	case kind == Mapping && n.Kind == Sequence:
		hint = "write each line as a word and a value, without a dash: `word: value`"
	case kind == Mapping && stuckColon.MatchString(n.Value):
		hint = withBlank(n.Value)
	}
	d.fail(n.At, "yaml-type", fmt.Sprintf("%s must be %s, not %s", named(key), kind, n.Kind), hint)
	return false
}

// stuckColon is a key whose value follows without a blank.
var stuckColon = once.Regexp(`^([\w-]+):[^\s/:]`)

// withBlank says how to part a key from its value.
func withBlank(words string) string {
	key := stuckColon.FindStringSubmatch(words)[1]
	return "put a blank after the colon: `" + key + ": …`"
}

func named(key string) string {
	if key == "" {
		return "this"
	}
	return "`" + key + "`"
}

func (d *decoder) structure(n Node, v reflect.Value, key string) {
	if !d.want(n, Mapping, key) {
		return
	}
	known := keysOfTypes.Get(v.Type(), keysOf)
	_, open := v.Addr().Interface().(Opener)
	for _, e := range n.Entries {
		if i, ok := known.fields[e.Key.Value]; ok {
			d.value(e.Value, v.FieldByIndex(i), e.Key.Value)
		} else if !open {
			hint := diag.DidYouMean(e.Key.Value, known.inOrder)
			if stuckColon.MatchString(e.Key.Value) {
				hint = withBlank(e.Key.Value)
			}
			d.fail(e.Key.At, "unknown-key", fmt.Sprintf("unknown key `%s`", e.Key.Value), hint)
		}
	}
}

// keys are those that a struct names: the index path of each, embedded structs
// included, and all in order.
type keys struct {
	fields  map[string][]int
	inOrder []string
}

var keysOfTypes once.Each[reflect.Type, keys]

// Keys are the keys that a struct names, in order.
func Keys(v any) []string { return keysOfTypes.Get(reflect.TypeOf(v), keysOf).inOrder }

func keysOf(t reflect.Type) keys {
	k := keys{fields: map[string][]int{}}
	for _, field := range reflect.VisibleFields(t) {
		if name := field.Tag.Get("yaml"); name != "" {
			k.fields[name] = field.Index
			k.inOrder = append(k.inOrder, name)
		}
	}
	return k
}

func (d *decoder) mapping(n Node, v reflect.Value, key string) {
	if !d.want(n, Mapping, key) {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for _, e := range n.Entries {
		item := reflect.New(v.Type().Elem()).Elem()
		d.value(e.Value, item, e.Key.Value)
		v.SetMapIndex(reflect.ValueOf(e.Key.Value).Convert(v.Type().Key()), item)
	}
}

// list also takes a single value for a list of one, as authors write it.
func (d *decoder) list(n Node, v reflect.Value, key string) {
	if n.Kind != Sequence {
		n = Node{Kind: Sequence, Items: []Node{n}, At: n.At}
	}
	out := reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items))
	for i, item := range n.Items {
		d.value(item, out.Index(i), key)
	}
	v.Set(out)
}

func (d *decoder) pairs(n Node, v reflect.Value, key string) {
	if n.Kind == Scalar && n.Null {
		return
	}
	if !d.want(n, Mapping, key) {
		return
	}
	var out []Pair
	for _, e := range n.Entries {
		if d.want(e.Value, Scalar, e.Key.Value) {
			out = append(out, Pair{e.Key, e.Value.Text()})
		}
	}
	v.Set(reflect.ValueOf(out))
}
