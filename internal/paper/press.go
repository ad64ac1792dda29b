package paper

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lectern/internal/once"
)

// Press makes HTML that was written for a screen fit for a sheet of paper: the
// address of a link is printed as a numbered note, what is folded lies open,
// what only a screen can show is named.
type Press struct {
	// Prefix begins every id, where several lessons stand on one sheet.
	Prefix string
	// Deeper is how many levels headings go down.
	Deeper int
	// Elsewhere stands in the place of what paper cannot show.
	Elsewhere string
	// Note is the number of the note for a link, or 0 for one without.
	Note func(address string) int
}

// Print returns the HTML for paper.
func (p Press) Print(source string) string {
	run := pressing{Press: p}
	run.out.Grow(len(source))
	run.whole(run.easy(source))
	return run.out.String()
}

// pressing is one text under the press.
type pressing struct {
	Press
	out  strings.Builder
	link string // the address of the link that is open
	from int    // where its words begin in out
	kept bool   // its tags are on the paper
	gone string // the element that is being left out
	deep int    // how many of that name are open
}

// screenOnly are elements that show nothing on paper.
var screenOnly = map[string]bool{"script": true, "iframe": true, "audio": true, "video": true, "object": true}

// easy prints a text up to the first tag that is not written as Lectern writes
// them, and returns what is left.
func (p *pressing) easy(source string) (rest string) {
	for source != "" {
		open := strings.IndexByte(source, '<')
		if open < 0 {
			open = len(source)
		}
		p.text(source[:open])
		source = source[open:]
		t, ok := easyTag(source)
		if !ok {
			break
		}
		p.tag(t)
		source = source[len(t.raw):]
	}
	return source
}

// whole prints any text, as browsers read it.
func (p *pressing) whole(source string) {
	if source == "" {
		return
	}
	in := html.NewTokenizer(strings.NewReader(source))
	for kind := in.Next(); kind != html.ErrorToken; kind = in.Next() {
		raw := string(in.Raw()) // before it is asked for its name, which is made small in place
		switch kind {
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := in.TagName()
			p.tag(tag{raw: raw, name: string(name), kind: kind})
		default:
			p.text(raw)
		}
	}
}

// text prints what is no tag.
func (p *pressing) text(words string) {
	if p.gone == "" {
		p.out.WriteString(words)
	}
}

func (p *pressing) tag(t tag) {
	starts, ends := t.kind == html.StartTagToken, t.kind == html.EndTagToken
	switch {
	case p.gone != "":
		p.leaveOut(t.name, t.kind)
	case starts && screenOnly[t.name]:
		p.gone, p.deep = t.name, 1
		if t.name != "script" {
			p.out.WriteString(`<span class="elsewhere">` + html.EscapeString(p.Elsewhere) + `</span>`)
		}
	case starts && t.name == "a":
		p.openLink(t)
	case ends && t.name == "a":
		p.closeLink(t.raw)
	default:
		p.print(t)
	}
}

// leaveOut skips to the end of what is left out.
func (p *pressing) leaveOut(name string, kind html.TokenType) {
	switch {
	case name != p.gone:
	case kind == html.StartTagToken:
		p.deep++
	case kind == html.EndTagToken:
		p.deep--
	}
	if p.deep == 0 {
		p.gone = ""
	}
}

func (p *pressing) openLink(t tag) {
	p.link, p.kept = t.link()
	// A way within the sheet is kept, and one out of the course: on paper it is
	// a note, in a PDF it can be followed.
	p.kept = p.kept || strings.HasPrefix(p.link, "#") || leadsOut(p.link)
	if p.kept {
		p.named(t)
	}
	p.from = p.out.Len()
}

var scheme = once.Regexp(`^(?i)(?:[a-z][a-z0-9+.-]*:|//)`)

// leadsOut reports whether an address leads out of the course.
func leadsOut(address string) bool { return scheme.MatchString(address) }

func (p *pressing) closeLink(raw string) {
	words := p.out.String()[p.from:]
	if p.kept {
		p.out.WriteString(raw)
	}
	link := p.link
	p.link, p.kept = "", false
	// Words that are the address themselves need no note.
	if link == "" || strings.HasPrefix(link, "#") || html.UnescapeString(words) == link {
		return
	}
	if n := p.Note(link); n > 0 {
		fmt.Fprintf(&p.out, `<sup class="ref">[%d]</sup>`, n)
	}
}

// print writes a tag as paper wants it.
func (p *pressing) print(t tag) {
	raw, name := t.raw, t.name
	switch {
	case p.Deeper > 0 && len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6':
		at := strings.IndexByte(raw, name[1])
		raw = raw[:at] + strconv.Itoa(min(int(name[1]-'0')+p.Deeper, 6)) + raw[at+1:]
	case t.kind == html.StartTagToken && name == "details":
		raw = strings.Replace(raw, "<details", "<details open", 1)
	case name == "img":
		raw = strings.Replace(raw, ` loading="lazy"`, "", 1) // it may not have come when the sheet is printed
	}
	t.raw = raw
	p.named(t)
}

// named writes a tag whose ids have their prefix.
func (p *pressing) named(t tag) {
	if p.Prefix == "" || strings.IndexByte(t.raw, '=') < 0 {
		p.out.WriteString(t.raw)
		return
	}
	t.prefixed(&p.out, p.Prefix)
}
