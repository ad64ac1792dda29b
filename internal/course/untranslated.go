package course

import (
	"fmt"
	"path"
	"strings"

	"lectern/internal/diag"
)

// warnUntranslated counts what has no translation, and says so once.
func (t *translator) warnUntranslated() {
	all := 0
	look := func(file, language string) {
		all++
		if language != t.language {
			t.to.Untranslated = append(t.to.Untranslated, file)
		}
	}
	page := func(p *Page) {
		if p.File != nil {
			look(p.File.Path, p.Lang)
		}
	}
	page(t.to.Home)
	for _, m := range t.to.Modules {
		page(&m.Page)
		for _, l := range m.Lessons {
			page(&l.Page)
		}
	}
	if t.to.Glossary != nil {
		page(&t.to.Glossary.Page)
	}
	if len(t.from.Support.Lines) > 0 || t.from.Support.Note != "" {
		look(Dir+"/support.yaml", t.to.Support.Lang)
	}
	missing := t.to.Untranslated
	if len(missing) == 0 {
		return
	}
	var names []string
	for _, file := range missing {
		ext := path.Ext(file)
		names = append(names, strings.TrimSuffix(file, ext)+"."+t.language+ext)
	}
	t.diags.Add(diag.Message{
		Path: Dir, Severity: diag.Warning, Name: "translation-missing",
		Text: fmt.Sprintf("%d of %s not translated into %s; students see the original and are told so", len(missing), countOf(all, "file"), english(t.language)),
		Hint: "write, or take `draft: true` out of:\n" + strings.Join(names, "\n"),
	})
}
