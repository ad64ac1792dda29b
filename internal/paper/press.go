package paper

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
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
	run := pressing{Press: p, in: html.NewTokenizer(strings.NewReader(source))}
	run.out.Grow(len(source))
	for kind := run.in.Next(); kind != html.ErrorToken; kind = run.in.Next() {
		run.token(kind)
	}
	return run.out.String()
}

// pressing is one text under the press.
type pressing struct {
	Press
	in   *html.Tokenizer
	out  strings.Builder
	link string // the address of the link that is open
	from int    // where its words begin in out
	kept bool   // its tags are on the paper
	gone string // the element that is being left out
	deep int    // how many of that name are open
}

// screenOnly are elements that show nothing on paper.
var screenOnly = map[string]bool{"script": true, "iframe": true, "audio": true, "video": true, "object": true}

func (p *pressing) token(kind html.TokenType) {
	starts, ends := kind == html.StartTagToken, kind == html.EndTagToken
	if !starts && !ends && kind != html.SelfClosingTagToken {
		if p.gone == "" {
			p.out.Write(p.in.Raw())
		}
		return
	}
	raw := string(p.in.Raw()) // before it is asked for its name, which is made small in place
	tag, _ := p.in.TagName()
	name := string(tag)
	switch {
	case p.gone != "":
		p.leaveOut(name, kind)
	case starts && screenOnly[name]:
		p.gone, p.deep = name, 1
		if name != "script" {
			p.out.WriteString(`<span class="elsewhere">` + html.EscapeString(p.Elsewhere) + `</span>`)
		}
	case starts && name == "a":
		p.openLink(raw)
	case ends && name == "a":
		p.closeLink(raw)
	default:
		p.out.WriteString(p.tag(raw, name, starts))
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

func (p *pressing) openLink(raw string) {
	p.link, p.kept = "", false
	for more := true; more; {
		var key, value []byte
		switch key, value, more = p.in.TagAttr(); string(key) {
		case "href":
			p.link = string(value)
		case "id":
			p.kept = true
		}
	}
	// A way within the sheet is kept, and one out of the course: on paper it is
	// a note, in a PDF it can be followed.
	p.kept = p.kept || strings.HasPrefix(p.link, "#") || leadsOut(p.link)
	if p.kept {
		p.out.WriteString(p.named(raw))
	}
	p.from = p.out.Len()
}

var scheme = regexp.MustCompile(`^(?i)(?:[a-z][a-z0-9+.-]*:|//)`)

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

// tag is a tag as paper wants it.
func (p *pressing) tag(raw, name string, starts bool) string {
	switch {
	case p.Deeper > 0 && len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6':
		at := strings.IndexByte(raw, name[1])
		raw = raw[:at] + fmt.Sprint(min(int(name[1]-'0')+p.Deeper, 6)) + raw[at+1:]
	case starts && name == "details":
		raw = strings.Replace(raw, "<details", "<details open", 1)
	case name == "img":
		raw = strings.Replace(raw, ` loading="lazy"`, "", 1) // it may not have come when the sheet is printed
	}
	return p.named(raw)
}

var (
	ids = regexp.MustCompile(`(\s(?:id|for|headers|aria-labelledby|aria-describedby)=["'])([^"']*)`)
	to  = regexp.MustCompile(`((?:\s(?:xlink:)?href=["']|url\()#)`)
)

// named gives the ids in a tag their prefix.
func (p *pressing) named(raw string) string {
	if p.Prefix == "" {
		return raw
	}
	if strings.Contains(raw, "#") {
		raw = to.ReplaceAllString(raw, "${1}"+p.Prefix)
	}
	if !strings.Contains(raw, "id=") && !strings.Contains(raw, "for=") && !strings.Contains(raw, "headers=") && !strings.Contains(raw, "by=") {
		return raw // as most tags, and looking for names takes long
	}
	return ids.ReplaceAllStringFunc(raw, func(m string) string {
		parts := ids.FindStringSubmatch(m)
		var names []string
		for _, name := range strings.Fields(parts[2]) {
			names = append(names, p.Prefix+name)
		}
		return parts[1] + strings.Join(names, " ")
	})
}
