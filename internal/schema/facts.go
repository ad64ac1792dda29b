package schema

import (
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"

	"lectern/internal/course"
	"lectern/internal/settings"
)

// fact is what the type of a key does not say. A schema cannot say everything:
// whether boxes rise, colours can be told apart and names are of something that
// is there, `lectern check` says alone.
type fact struct {
	rule  func(*jsonschema.Schema) // narrows the key's value, or each item of a list
	most  *int                     // items of a list
	holds reflect.Type             // of a map that the type does not tell: its values
	shown string                   // what a new site.yaml shows, as YAML; several lines are a remark
}

func oneOf(values ...any) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Types, s.Enum = nil, append(values, "", nil) }
}

// matching wants a text to match, unless it is left empty.
func matching(pattern, fix string) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) {
		s.Types, s.Pattern = []string{"string", "null"}, "^$|"+pattern
		advise(s, fix)
	}
}

// matchingText is matching for what may be a bare number, too.
func matchingText(pattern, fix string) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) {
		matching(pattern, fix)(s)
		s.Types = []string{"string", "integer", "null"}
	}
}

func keysMatching(pattern string) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.PropertyNames = &jsonschema.Schema{Pattern: pattern} }
}

const (
	date    = `^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$`
	address = `^https?://[^/?#\s]+(?:/[^?#\s]*)?$`
	colour  = `^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`
)

func siteFacts() map[string]fact {
	boxes := settings.MaxBoxes
	return map[string]fact{
		"title": {rule: func(s *jsonschema.Schema) {
			least := 1
			s.Types, s.MinLength = []string{"string", "number", "boolean"}, &least
		}},
		"id":              {rule: matchingText(settings.IDPattern, "use letters, digits and hyphens")},
		"language":        {rule: matching(settings.LanguagePattern, "write a code such as en, fr or en-CA")},
		"languages":       {rule: keysMatching(settings.LanguagePattern), holds: reflect.TypeFor[settings.Language](), shown: "languages:\n  es: {title: Mi curso}"},
		"base_url":        {rule: matching(address, "write the whole address: https://example.org/course/"), shown: "base_url:"},
		"fonts":           {rule: oneOf("auto", "system"), shown: "fonts: auto"},
		"theme":           {shown: "theme:\n  light: {primary: \"#1F5C53\"}\n  dark: {primary: \"#7FCBB9\"}"},
		"theme.light":     {rule: colours},
		"theme.dark":      {rule: colours},
		"markdown.html":   {shown: "html: true"},
		"markdown.smart":  {shown: "smart: true"},
		"review.boxes":    {rule: days, most: &boxes, shown: "boxes: [1, 3, 7, 16, 35]"},
		"review.goal":     {rule: matching(date, "write a date such as 2027-06-01"), shown: "goal:"},
		"review.glossary": {shown: "glossary: false"},
		"silence":         {shown: "silence: []"},
		"editor":          {rule: matching(settings.EditorPattern, "write an address with {file}, such as vscode://file/{file}:{line}:{column}"), shown: "editor:"},
	}
}

func lessonFacts() map[string]fact {
	return map[string]fact{
		"objectives": {rule: keysMatching(course.ObjectivePattern)},
		"review_by":  {rule: matching(date, "write a date such as 2027-06-01")},
	}
}

// days is a whole number of days, also in quotes.
func days(s *jsonschema.Schema) {
	least, most := 1.0, float64(settings.MaxWait)
	s.Types, s.Minimum, s.Maximum, s.Pattern = []string{"integer", "string"}, &least, &most, `^\+?0*(?:[1-9][0-9]{0,2}|1000)$`
	advise(s, "write a whole number from 1 to 1000")
}

func colours(s *jsonschema.Schema) {
	s.AdditionalProperties = &jsonschema.Schema{Type: "string", Pattern: colour}
	advise(s.AdditionalProperties, "write red, green and blue in six digits and letters, in quotes: \"#1F5C53\"")
}
