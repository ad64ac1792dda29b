package serve

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"html/template"
	"net/http"
	"strings"

	"lectern/internal/diag"
	"lectern/internal/once"
)

//go:embed trouble.html
var troubleText string

var troublePage = once.Value(func() *template.Template { return template.Must(template.New("trouble").Parse(troubleText)) })

// sendTrouble sends a page that says what is wrong with a course that has not
// once been right since the preview began.
func (s *Server) sendTrouble(w http.ResponseWriter, r *http.Request) {
	errors, _ := wrong(s.live.Problems())
	view := struct {
		Head   template.HTML
		Errors []note
	}{Head: template.HTML(s.added("", troublePrint(errors), ""))}
	for _, m := range errors {
		view.Errors = append(view.Errors, s.note(m))
	}
	var page strings.Builder
	_ = troublePage().Execute(&page, view) // it was tried by a test, and a builder takes everything
	write(w, r, http.StatusServiceUnavailable, typeHTML, []byte(page.String()))
}

// troublePrint is another one when that page has something else to say.
func troublePrint(errors []diag.Message) string {
	sum := sha256.New()
	for _, m := range errors {
		sum.Write([]byte(m.Where() + m.Text + "\n"))
	}
	return "trouble-" + hex.EncodeToString(sum.Sum(nil)[:8])
}
