package reference

import (
	"maps"
	"slices"

	"lectern/internal/yamlx"
)

// fields is what is read of a work, under the names that CSL gives them. What
// CSL knows beside these (abstract, keyword, note …) is not printed.
type fields struct {
	ID         yamlx.Text `yaml:"id"`
	Type       yamlx.Text `yaml:"type"`
	Title      string     `yaml:"title"`
	ShortTitle string     `yaml:"title-short"`

	Author     []yamlx.Node `yaml:"author"`
	Editor     []yamlx.Node `yaml:"editor"`
	Director   []yamlx.Node `yaml:"director"`
	Translator []yamlx.Node `yaml:"translator"`
	Issued     yamlx.Node   `yaml:"issued"`
	Accessed   yamlx.Node   `yaml:"accessed"`

	Container  string `yaml:"container-title"` // the journal, book or site that holds it
	Volume     string `yaml:"volume"`
	Issue      string `yaml:"issue"`
	Page       string `yaml:"page"`
	Number     string `yaml:"number"` // of an article or a report
	Edition    string `yaml:"edition"`
	Version    string `yaml:"version"`
	Genre      string `yaml:"genre"`
	Publisher  string `yaml:"publisher"`
	Event      string `yaml:"event-title"`
	OldEvent   string `yaml:"event"` // the name before CSL 1.0.2
	EventPlace string `yaml:"event-place"`

	DOI      yamlx.Text `yaml:"DOI"`
	LowerDOI yamlx.Text `yaml:"doi"` // pandoc takes either
	URL      yamlx.Text `yaml:"URL"`
	LowerURL yamlx.Text `yaml:"url"`
}

// OpenKeys makes every other key allowed.
func (fields) OpenKeys() {}

// layout is how an entry is laid out.
type layout int

const (
	standalone layout = iota // whole in itself: its own title is in italics
	periodical               // an article: the periodical is in italics
	part                     // a chapter: "In", and the book is in italics
)

// kind is what APA makes of a CSL type.
type kind struct {
	layout   layout
	yearOnly bool // month and day are not printed
}

var kinds = map[string]kind{
	"article":                {standalone, false},
	"article-journal":        {periodical, true},
	"article-magazine":       {periodical, false},
	"article-newspaper":      {periodical, false},
	"bill":                   {standalone, true},
	"book":                   {standalone, true},
	"broadcast":              {standalone, false},
	"chapter":                {part, true},
	"classic":                {standalone, true},
	"collection":             {standalone, true},
	"dataset":                {standalone, false},
	"document":               {standalone, false},
	"entry":                  {part, false},
	"entry-dictionary":       {part, false},
	"entry-encyclopedia":     {part, false},
	"event":                  {standalone, false},
	"figure":                 {standalone, false},
	"graphic":                {standalone, false},
	"hearing":                {standalone, false},
	"interview":              {standalone, false},
	"legal_case":             {standalone, true},
	"legislation":            {standalone, true},
	"manuscript":             {standalone, false},
	"map":                    {standalone, false},
	"motion_picture":         {standalone, true},
	"musical_score":          {standalone, true},
	"pamphlet":               {standalone, false},
	"paper-conference":       {part, true},
	"patent":                 {standalone, false},
	"performance":            {standalone, false},
	"periodical":             {standalone, true},
	"personal_communication": {standalone, false},
	"post":                   {standalone, false},
	"post-weblog":            {periodical, false},
	"regulation":             {standalone, true},
	"report":                 {standalone, false},
	"review":                 {periodical, true},
	"review-book":            {periodical, true},
	"software":               {standalone, true},
	"song":                   {standalone, true},
	"speech":                 {standalone, false},
	"standard":               {standalone, true},
	"thesis":                 {standalone, true},
	"treaty":                 {standalone, false},
	"webpage":                {standalone, false},
}

var kindNames = slices.Sorted(maps.Keys(kinds))

// layout corrects the type by what is known of the work: a chapter of no book
// stands alone, and an article of a periodical is one whatever it is called.
func (it Item) layout() layout {
	switch {
	case it.csl.Container == "" && it.kind.layout == part:
		return standalone
	case it.csl.Container != "" && it.csl.Type.Value == "article":
		return periodical
	}
	return it.kind.layout
}
