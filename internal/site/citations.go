package site

import (
	"cmp"
	"fmt"
	"html"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/prose"
	"lectern/internal/reference"
	"lectern/internal/settings"
)

// citation writes a citation whose works are linked to the list of references.
func (f *filler) citation(b *strings.Builder, r prose.Ref, at place) {
	c, ok := reference.ParseCitation(r.Target)
	mention := r.Kind == prose.Mention
	if mention {
		id := strings.TrimPrefix(r.Target, "@")
		c, ok = reference.Citation{Keys: []reference.Key{{ID: id}}, Narrative: true}, true
	}
	if !ok {
		f.diags.Error(at.file, r.Place, "citation-bad", "this citation cannot be read", "write it as [@key, p. 143], and several as [@one; @two]")
		return
	}
	parts, ok := f.by.course.References.Cite(c)
	if !ok {
		f.unknownCitation(c, r, at, mention)
		b.WriteString(html.EscapeString(r.Target))
		return
	}
	for _, p := range parts {
		if p.ID == "" {
			b.WriteString(p.HTML)
			continue
		}
		f.cited[p.ID] = true
		if f.plain {
			b.WriteString(p.HTML)
			continue
		}
		fmt.Fprintf(b, `<a class="cite" href="%s">%s</a>`, html.EscapeString(f.reference(p.ID)), p.HTML)
	}
}

func (f *filler) reference(id string) string {
	if f.lists {
		return "#ref-" + escapePath(id)
	}
	return relative(f.url, "references.html") + "#ref-" + escapePath(id)
}

// unknownCitation reports works that are not in references.yaml. A bare @name
// may be meant as it is, so it is only a warning when it looks like a slip.
func (f *filler) unknownCitation(c reference.Citation, r prose.Ref, at place, mention bool) {
	known := f.by.course.References.Keys()
	for _, k := range c.Keys {
		if _, ok := f.by.course.References.Item(k.ID); ok {
			continue
		}
		text := fmt.Sprintf("references.yaml has no work `%s`", k.ID)
		switch {
		case f.b.broken[settings.Content+"/references.yaml"]: // it may be among what could not be read
		case !mention:
			f.diags.Error(at.file, r.Place, "citation-unknown", text, cmp.Or(diag.DidYouMean(k.ID, known), "write it into content/references.yaml, with this name as its `id`"))
		case diag.Nearest(k.ID, known) != "":
			f.diags.Warn(at.file, r.Place, "mention-unknown", text, diag.DidYouMean(k.ID, known))
		}
	}
}
