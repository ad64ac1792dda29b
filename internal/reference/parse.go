package reference

import (
	"fmt"
	"strings"
	"unicode"

	"lectern/internal/diag"
	"lectern/internal/source"
	"lectern/internal/yamlx"
)

// Parse reads a list of works: a list, or the key `references` that holds it.
// What is wrong goes to d: a work without an id, type or title, an id used
// twice, an unknown type, a name that is neither a person nor a group, a date
// that cannot be read; and, as warnings, a DOI or address that makes no link.
// Every work that has an id is in the Library all the same, so that one slip
// does not make each citation of the work a second error.
//
// The Library is arranged in English; see Library.For.
func Parse(f *source.File, d *diag.List) *Library {
	r := &reader{file: f, diags: d, firstUse: map[string]source.Range{}}
	var items []Item
	for _, n := range r.works() {
		if it, ok := r.item(tidy(n)); ok {
			items = append(items, it)
		}
	}
	return arrange(items, "en", &English)
}

type reader struct {
	file     *source.File
	diags    *diag.List
	firstUse map[string]source.Range // of each id
}

func (r *reader) fail(at source.Range, name, text, hint string) {
	r.diags.Error(r.file, at, name, text, hint)
}

func (r *reader) works() []yamlx.Node {
	root, ok := yamlx.ParseFirst(r.file, r.file.All(), r.diags)
	if root.Kind == yamlx.Mapping {
		if len(root.Entries) == 0 {
			return nil // an empty file, or one that could not be read and was reported
		}
		list, found := root.Get("references")
		if found && list.Null {
			return nil
		}
		if found {
			root = list
		}
	}
	if root.Kind != yamlx.Sequence && ok {
		r.fail(root.At, "reference-list", "a list of references is expected here", "begin each one with a dash: `- id: tracy2016`")
	}
	return root.Items
}

func (r *reader) item(n yamlx.Node) (Item, bool) {
	var csl fields
	yamlx.DecodeNode(r.file, n, &csl, r.diags)
	if n.Kind != yamlx.Mapping || !r.checkID(n, csl.ID) {
		return Item{}, false
	}
	if plainText(csl.Title) == "" {
		r.fail(csl.ID.At, "reference-title", fmt.Sprintf("`%s` has no title", csl.ID.Value), titleHint(n))
	}
	r.checkLinks(csl)
	return Item{
		ID:          csl.ID.Value,
		csl:         csl,
		kind:        r.kind(csl),
		authors:     r.names("author", csl.Author),
		editors:     r.names("editor", csl.Editor),
		directors:   r.names("director", csl.Director),
		translators: r.names("translator", csl.Translator),
		issued:      r.date("issued", csl.Issued),
		accessed:    r.date("accessed", csl.Accessed),
	}, true
}

func (r *reader) checkID(n yamlx.Node, id yamlx.Text) bool {
	first, used := r.firstUse[id.Value]
	switch {
	case id.Value == "":
		r.fail(n.At, "reference-id", "this reference has no id", "add a line such as `id: tracy2016`; a lesson then cites it as [@tracy2016]")
	case strings.ContainsAny(id.Value, " \"'`<>{}[]();,@"):
		r.fail(id.At, "reference-id", fmt.Sprintf("the id `%s` holds a character that a citation cannot", id.Value), "use letters, digits and - _ . : /")
	case used:
		line := r.file.Position(first.Start).Line
		r.fail(id.At, "reference-duplicate", fmt.Sprintf("the id `%s` is used twice", id.Value), fmt.Sprintf("it is first used on line %d; give this reference another id, or remove it", line))
	default:
		r.firstUse[id.Value] = id.At
		return true
	}
	return false
}

// titleHint finds a misspelt title among keys that are otherwise tolerated.
func titleHint(n yamlx.Node) string {
	for _, e := range n.Entries {
		if e.Key.Value != "title" && diag.Nearest(e.Key.Value, []string{"title"}) != "" {
			return fmt.Sprintf("it has `%s`: did you mean `title`?", e.Key.Value)
		}
	}
	return "add a line such as `title: Peer support`"
}

func (r *reader) kind(csl fields) kind {
	const usual = "most works are one of article-journal, book, chapter, report, thesis, webpage"
	k, known := kinds[csl.Type.Value]
	switch {
	case csl.Type.Value == "":
		r.fail(csl.ID.At, "reference-type", fmt.Sprintf("`%s` has no type", csl.ID.Value), usual)
	case !known:
		hint := usual
		if diag.Nearest(csl.Type.Value, kindNames) != "" {
			hint = diag.DidYouMean(csl.Type.Value, kindNames)
		}
		r.fail(csl.Type.At, "reference-type", fmt.Sprintf("unknown type `%s`", csl.Type.Value), hint)
	}
	return k
}

func (r *reader) names(role string, list []yamlx.Node) []name {
	var names []name
	for _, n := range list {
		var one name
		if n.Kind == yamlx.Mapping && !yamlx.DecodeNode(r.file, n, &one, r.diags) {
			continue
		}
		if one.Family == "" && one.Literal == "" {
			r.fail(n.At, "reference-name", fmt.Sprintf("this %s is neither a person (`family`, `given`) nor a group (`literal`)", role),
				"for a person write `family: Tracy` and `given: Kathlene`; for a group, or a person with one name, `literal: City of Vancouver`")
			continue
		}
		names = append(names, one)
	}
	return names
}

func (r *reader) checkLinks(csl fields) {
	if doi := csl.doi(); doi.Value != "" && bareDOI(doi.Value) == "" {
		r.diags.Warn(r.file, doi.At, "reference-doi", fmt.Sprintf("`%s` is not a DOI", doi.Value), "a DOI begins with 10 and has a slash, such as 10.2147/SAR.S81535")
	}
	if url := csl.url(); url.Value != "" && webAddress(url.Value) == "" {
		r.diags.Warn(r.file, url.At, "reference-url", fmt.Sprintf("`%s` is printed without a link", url.Value), "an address begins with https:// or http://")
	}
}

// tidy leaves out keys without a value, which some programs export as null,
// and makes each value one line of visible characters.
func tidy(n yamlx.Node) yamlx.Node {
	n.Value = oneLine(n.Value)
	entries, items := n.Entries, n.Items
	n.Entries, n.Items = nil, nil
	for _, e := range entries {
		if e.Value.Kind == yamlx.Scalar && e.Value.Null {
			continue
		}
		n.Entries = append(n.Entries, yamlx.Entry{Key: e.Key, Value: tidy(e.Value)})
	}
	for _, item := range items {
		n.Items = append(n.Items, tidy(item))
	}
	return n
}

func oneLine(s string) string {
	visible := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(visible), " ")
}
