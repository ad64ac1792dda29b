package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/once"
	"lectern/internal/source"
)

// notes is what an open page asks after each change.
type notes struct {
	Print    string   `json:"print"`  // another one when the page has to be read again
	Styles   []string `json:"styles"` // that it loads
	Errors   []note   `json:"errors"` // of the whole course
	Warnings []note   `json:"warnings"`
	Blocks   []block  `json:"blocks,omitempty"` // when asked for
}

// note is a message for a page.
type note struct {
	Where string `json:"where"`
	Text  string `json:"text"`
	Name  string `json:"name"`
	Line  string `json:"line,omitempty"`
	Caret string `json:"caret,omitempty"`
	Hint  string `json:"hint,omitempty"`
	Edit  string `json:"edit,omitempty"` // opens an editor there
}

// block says where a part of a page was written.
type block struct {
	Question string `json:"question,omitempty"` // the id of a question
	Text     string `json:"text,omitempty"`     // or how a paragraph begins
	Where    string `json:"where"`
	Edit     string `json:"edit,omitempty"`
	Map      string `json:"map,omitempty"` // the page with the map of a scenario
}

func (s *Server) sendNotes(w http.ResponseWriter, r *http.Request) {
	defer s.woken()
	query := r.URL.Query()
	name := query.Get("page")
	n := notes{Styles: []string{}, Errors: []note{}, Warnings: []note{}}
	var data []byte
	var found bool
	if id, isMap := strings.CutPrefix("/"+name, mapDir); isMap {
		data, found = s.live.Map(id)
	} else if path.Ext(name) == ".html" {
		data, found = s.live.File(name)
	}
	problems := s.live.Problems() // of the page as well, now that it is made
	errors, warnings := wrong(problems)
	switch {
	case !s.live.Shows(name):
		n.Print = troublePrint(errors)
	case found:
		n.Print, n.Styles = s.prints(data), stylesOf(data)
	}
	for _, m := range errors {
		n.Errors = append(n.Errors, s.note(m))
	}
	files := s.live.FilesOf(name)
	for _, m := range append(warnings, s.advice(name)...) {
		if m.File == nil || files[m.File.Path] {
			n.Warnings = append(n.Warnings, s.note(m))
		}
	}
	if query.Has("blocks") {
		n.Blocks = s.blocks(name)
	}
	answer, _ := json.Marshal(n) // texts always marshal
	write(w, r, http.StatusOK, "application/json", answer)
}

func (s *Server) note(m diag.Message) note {
	n := note{Where: m.Where(), Text: m.Text, Name: m.Name, Hint: m.Hint}
	if m.File != nil {
		n.Line, n.Caret = m.Excerpt()
		n.Edit = s.editor(m.File, m.At)
	}
	return n
}

// editor is the address that opens a place in the editor that site.yaml names.
func (s *Server) editor(f *source.File, at source.Range) string {
	config := s.live.Config()
	if config == nil || config.Editor.Value == "" {
		return ""
	}
	p := f.Position(at.Start)
	file := (&url.URL{Path: filepath.ToSlash(filepath.Join(s.options.Dir, filepath.FromSlash(f.Path)))}).EscapedPath()
	return strings.NewReplacer("{file}", strings.TrimPrefix(file, "/"), "{line}", fmt.Sprint(p.Line), "{column}", fmt.Sprint(p.Column)).Replace(config.Editor.Value)
}

// blocks are the places of a page's questions and paragraphs.
func (s *Server) blocks(name string) []block {
	var blocks []block
	for _, b := range s.live.Blocks(name) {
		at := b.File.Position(b.At.Start)
		found := block{Question: b.Question, Text: b.Text, Where: fmt.Sprintf("%s:%d", b.File.Path, at.Line), Edit: s.editor(b.File, b.At)}
		if b.Branches {
			found.Map = (&url.URL{Path: mapDir + b.Question}).EscapedPath()
		}
		blocks = append(blocks, found)
	}
	return blocks
}

var styleLink = once.Regexp(`<link rel="stylesheet" href="([^"]*)">\n?`)

// prints is a fingerprint of a page, but for the styles that it loads, and of
// what lies beside the lessons.
func (s *Server) prints(data []byte) string {
	sum := sha256.Sum256(styleLink.ReplaceAll(data, nil))
	return fmt.Sprintf("%s-%d", hex.EncodeToString(sum[:8]), s.beside.Load())
}

// stylesOf are the addresses of a page's styles, as it names them.
func stylesOf(data []byte) (styles []string) {
	head, _, _ := bytes.Cut(data, []byte("</head>"))
	for _, m := range styleLink.FindAllSubmatch(head, -1) {
		styles = append(styles, string(m[1]))
	}
	return styles
}
