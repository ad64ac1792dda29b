// Package schema tells editors and other programs what may stand in site.yaml
// and at the top of a lesson, as JSON Schema (draft 2020-12). It is made from the
// Go types that read them, the rules in facts.go, and the words in keys.en.yaml,
// of which a new site.yaml is made, too.
package schema

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"

	"lectern/internal/course"
	"lectern/internal/diag"
	"lectern/internal/settings"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// SiteFile is the name under which a course keeps the schema of its site.yaml,
// beside it.
const SiteFile = "site.schema.json"

// made begins the remark in every schema, by which it is known as ours.
const made = "Made by `lectern schema"

// Names are the schemas there are.
var Names = []string{"site", "lesson"}

// Of returns a schema by its name.
func Of(name string) ([]byte, error) {
	if name == Names[0] {
		return Site()
	}
	return Lesson()
}

// Site is the schema of site.yaml.
func Site() ([]byte, error) {
	return written("site", reflect.TypeFor[settings.Site](), siteFacts(), []string{"title"})
}

// Lesson is the schema of the settings at the top of a lesson.
func Lesson() ([]byte, error) {
	return written("lesson", reflect.TypeFor[course.FrontMatter](), lessonFacts(), nil)
}

// IsOurs reports whether a file was made by Of.
func IsOurs(data []byte) bool {
	var read struct {
		Comment string `json:"$comment"`
	}
	return json.Unmarshal(data, &read) == nil && bytes.HasPrefix([]byte(read.Comment), []byte(made))
}

func written(name string, t reflect.Type, facts map[string]fact, required []string) ([]byte, error) {
	w, err := wordsIn("en")
	if err != nil {
		return nil, err
	}
	b := builder{words: w[name], facts: facts}
	s := b.structure(t, "")
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.Title = map[string]string{"site": "site.yaml of a Lectern course", "lesson": "The top of a Lectern lesson"}[name]
	s.Comment = made + " " + name + "`; what it says is replaced by the next one."
	s.Description = w[name]["about"]
	s.Types, s.Type = nil, "object"
	s.Required = required
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err = e.Encode(s)
	return out.Bytes(), err
}

//go:embed keys.*.yaml
var keys embed.FS

// words are what the keys of each file are for, by the path of the key.
type words map[string]map[string]string

func wordsIn(language string) (words, error) {
	name := "keys." + language + ".yaml"
	data, err := keys.ReadFile(name)
	if err != nil {
		return nil, err
	}
	f, err := source.New(name, data)
	if err != nil {
		return nil, err
	}
	var d diag.List
	w := words{}
	if !yamlx.Decode(f, f.All(), &w, &d) {
		return nil, fmt.Errorf("%s: %s", d.Sorted()[0].Where(), d.Sorted()[0].Text)
	}
	return w, nil
}

// builder makes the schema of a type.
type builder struct {
	words map[string]string
	facts map[string]fact
}

// structure is a group of keys, and no others.
func (b builder) structure(t reflect.Type, prefix string) *jsonschema.Schema {
	s := &jsonschema.Schema{Types: []string{"object", "null"}, Properties: map[string]*jsonschema.Schema{}, AdditionalProperties: nothing()}
	for _, field := range reflect.VisibleFields(t) {
		name := field.Tag.Get("yaml")
		if name == "" {
			continue
		}
		s.PropertyOrder = append(s.PropertyOrder, name)
		s.Properties[name] = b.value(field.Type, prefix+name)
	}
	return s
}

func nothing() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

// value is what a key may be set to. Lectern takes text as it is written, so a
// number or a date is a text, too, and a list of one may be written without
// brackets.
func (b builder) value(t reflect.Type, key string) *jsonschema.Schema {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	f := b.facts[key]
	var s *jsonschema.Schema
	switch {
	case t == reflect.TypeFor[yamlx.Node]():
		s = mapOf(b.structure(f.holds, key+"."))
	case t == reflect.TypeFor[[]yamlx.Pair]():
		s = mapOf(text())
	case t == reflect.TypeFor[yamlx.Text]() || t.Kind() == reflect.String:
		s = text()
	case t.Kind() == reflect.Struct:
		s = b.structure(t, key+".")
	case t.Kind() == reflect.Slice:
		one := text()
		if f.rule != nil {
			f.rule(one)
		}
		many := &jsonschema.Schema{Type: "array", Items: one, MaxItems: f.most}
		s = &jsonschema.Schema{AnyOf: []*jsonschema.Schema{many, one, {Type: "null"}}}
		f.rule = nil
	case t.Kind() == reflect.Bool:
		s = &jsonschema.Schema{Types: []string{"boolean", "string", "null"}, Pattern: yesOrNo}
		advise(s, "write true or false")
	case t.Kind() == reflect.Int:
		s = &jsonschema.Schema{Types: []string{"integer", "string", "null"}, Pattern: wholeNumber}
		advise(s, "write a whole number")
	default:
		panic("schema: no rule for " + t.String())
	}
	if f.rule != nil {
		f.rule(s)
	}
	s.Description = b.words[key]
	return s
}

// Values that Lectern takes in quotes, too.
const (
	yesOrNo     = `^(?:[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Nn]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Oo][Ff][Ff])$`
	wholeNumber = `^[+-]?[0-9]+$`
)

// advise says what editors tell where a value does not match its pattern, which
// nobody should have to read. Programs that do not know the word pass it over.
func advise(s *jsonschema.Schema, fix string) {
	s.Extra = map[string]any{"patternErrorMessage": fix}
}

func text() *jsonschema.Schema {
	return &jsonschema.Schema{Types: []string{"string", "number", "boolean", "null"}}
}

func mapOf(item *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Types: []string{"object", "null"}, AdditionalProperties: item}
}
