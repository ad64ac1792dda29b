package stencil

import (
	"bytes"
	"errors"
	"html/template"
	"strings"
	"testing"
)

// view is what the tests' templates are given.
type view struct {
	*Base
	Title string
	Body  template.HTML
	In    template.HTMLAttr
	URL   string
	Items []thing
	Any   any
	Next  *thing
	Odd   map[string]int
}

type Base struct{ Name string }

func (b *Base) T(key string, pairs ...any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		key += " " + pairs[i].(string)
	}
	return key
}

func (b *Base) Panics() string { panic("no") }

func (b *Base) Letter(i int) string { return string(rune('A' + i)) }

func (v view) KeyJSON() (template.JS, error) {
	if v.Title == "broken" {
		return "", errors.New("no key")
	}
	return `{"a":"<b>"}`, nil
}

type thing struct {
	Text  string
	Count int
	Share float64
}

func (t thing) Empty() bool { return t.Text == "" }

var funcs = template.FuncMap{"icon": func(name string) (template.HTML, error) {
	if name == "none" {
		return "", errors.New("there is no icon")
	}
	return template.HTML("<svg>" + name + "</svg>"), nil
}}

func sample() view {
	return view{
		Base: &Base{Name: "O'Neil & <Sons>"}, Title: `5 + "6" < 'x' & y` + "\x00é\xff", Body: "<b>fine</b>", In: ` lang="fr"`, URL: "a b/ü(1).html?x=1&y=%20%zz#f",
		Items: []thing{{"one", 1, 0.5}, {"", 0, 1}, {"<three>", 3, 2}}, Any: []string{"x", "y"}, Next: &thing{Text: "next"}, Odd: map[string]int{"k": 1},
	}
}

// both executes a template by html/template and by its stencil, and says whether
// that was followed to its end.
func both(t *testing.T, text string, data any) (want, got string, followed bool) {
	t.Helper()
	parsed := func() *template.Template {
		return template.Must(template.New("top").Funcs(funcs).Parse(text + `{{define "inner"}}[{{.Text}}|{{.Count}}]{{end}}`))
	}
	var slow, fast strings.Builder
	slowErr := parsed().ExecuteTemplate(&slow, "top", data)
	s := New(parsed(), funcs)
	fastErr := s.ExecuteTemplate(&fast, "top", data)
	if (slowErr == nil) != (fastErr == nil) || slowErr != nil && slowErr.Error() != fastErr.Error() {
		t.Errorf("%s\nhtml/template: %v\nthe stencil:   %v", text, slowErr, fastErr)
	}
	c := s.find("top")
	return slow.String(), fast.String(), c != nil && s.follow(c, new(bytes.Buffer), data)
}

func TestStencilWritesWhatHTMLTemplateWrites(t *testing.T) {
	for _, text := range []string{
		`plain <!-- a comment -->text`,
		`{{.Title}} <p title="{{.Title}}" {{.In}}>{{.Body}}</p><title>{{.Title}}</title>`,
		`<a href="{{.URL}}">{{.Name}}</a><a href="#{{.Name}}"></a><a href="x/{{.URL}}">{{.T "key" "n" 1 "of" .Title}}</a>`,
		`{{range .Items}}{{if .Empty}}-{{else}}{{.Text}}{{.Share}}{{$.Title}}{{end}}{{else}}none{{end}}{{.Name}}`,
		`{{range $i, $item := .Items}}{{$i}}{{$.Letter $i}}{{$item.Count}}{{end}}{{range $x := .Any}}{{$x}}{{end}}`,
		`{{with .Next}}{{.Text}}{{template "inner" .}}{{else}}last{{end}}{{.Title}}`,
		`{{$x := .Next}}{{with $y := $x.Text}}{{$y}}{{.}}{{end}}{{$x.Count}}`,
		`{{if or .In .Title}}a{{end}}{{if and .In (not .Items)}}b{{end}}{{if ne (len .Items) 3}}c{{end}}{{if eq .URL .URL}}d{{end}}`,
		`{{.T (print "verdict-" .Next.Text)}}{{(index .Items 2).Text}}{{icon "dot"}}`,
		`<script type="application/json">{{.KeyJSON}}</script>`,
	} {
		want, got, followed := both(t, text, sample())
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
		if !followed {
			t.Errorf("%s is not followed", text)
		}
	}
}

// What a stencil does not know, and what goes wrong, is html/template's.
func TestWhatAStencilDoesNotKnowIsLeftToHTMLTemplate(t *testing.T) {
	for _, text := range []string{
		`{{printf "%05d" 7}}{{.Title | html}}`,
		`{{range $k, $v := .Odd}}{{$k}}{{$v}}{{end}}{{index .Odd "k"}}`,
		`<a href="javascript:{{.URL}}" onclick="f({{.Title}})" style="color:{{.Title}}">x</a>`,
		`<a href="{{.Title}}:x">x</a><p title={{.Title}}>{{.Items}}</p><p title="{{.Body}}"></p>`,
		`{{range .Items}}{{if .Empty}}{{break}}{{end}}{{.Text}}{{end}}`,
		`{{.Missing}}`, `{{.Next.Missing}}`, `{{icon "none"}}`, `{{index .Items 9}}`, `{{template "nowhere" .}}`, `{{.Name.Deeper}}`, `{{.Panics}}`,
		`<p title="{{template "inner" .Next}}">`,
		`{{$x := 1}}{{$x = 2}}{{$x}}`,
	} {
		if want, got, _ := both(t, text, sample()); got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
	broken := sample()
	broken.Title, broken.Next = "broken", nil
	for _, text := range []string{`<script>{{.KeyJSON}}</script>`, `{{.Next.Text}}`, `{{with .Next}}{{.Text}}{{else}}none{{end}}`} {
		if want, got, _ := both(t, text, broken); got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// FuzzEscaping holds what is written here against html/template.
func FuzzEscaping(f *testing.F) {
	for _, text := range []string{"a", `"'+&<>` + "\x00", "javascript:x", "HTTP://x/%2", "http://x/ü ()*,", "mailto:a@b", "x:y", "a/b:c", "\xff\xfe"} {
		f.Add(text)
	}
	const text = `{{.}}<p title="{{.}}"><a href="{{.}}"></a><a href="/x/{{.}}"></a><a href="/x?y={{.}}#{{.}}"></a><title>{{.}}</title>`
	slow := template.Must(template.New("top").Parse(text))
	fast := New(template.Must(template.New("top").Parse(text)), nil)
	f.Fuzz(func(t *testing.T, value string) {
		var want, got strings.Builder
		if err := errors.Join(slow.Execute(&want, value), fast.ExecuteTemplate(&got, "top", value)); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%q\n got %q\nwant %q", value, got.String(), want.String())
		}
	})
}

func BenchmarkPage(b *testing.B) {
	const text = `<h1 {{.In}}>{{.Title}}</h1>{{range .Items}}<p>{{$.T "key" "n" .Count}} <a href="{{$.URL}}">{{.Text}}</a></p>{{end}}{{.Body}}`
	parsed := template.Must(template.New("top").Parse(text))
	data := sample()
	data.Title = "A title"
	var w strings.Builder
	b.Run("html/template", func(b *testing.B) {
		for b.Loop() {
			w.Reset()
			_ = parsed.Execute(&w, data)
		}
	})
	s := New(parsed, nil)
	b.Run("stencil", func(b *testing.B) {
		for b.Loop() {
			w.Reset()
			_ = s.ExecuteTemplate(&w, "top", data)
		}
	})
}

// A method that is quick is the same method, on whatever has one of its name.
func TestQuickMethodsAreTheSameMethods(t *testing.T) {
	quick := []Quick{Getter("Empty", (*thing).Empty), Maker("Letter", (*Base).Letter), Getter("Odd", (*thing).Empty), Getter("Panics", (*Base).Panics)}
	text := `{{range $i, $t := .Items}}{{$t.Empty}}{{$.Letter $i}}{{$.Letter $t.Count}}{{end}}{{.Letter 3}}{{.Next.Empty}}{{len .Odd}}{{.Base.Letter 2}}`
	parsed := template.Must(template.New("top").Parse(text + `{{define "no"}}{{.Panics}}{{end}}{{define "many"}}{{.Letter "a"}}{{end}}`))
	var want strings.Builder
	if err := template.Must(parsed.Clone()).ExecuteTemplate(&want, "top", sample()); err != nil {
		t.Fatal(err)
	}
	s := New(parsed, nil, quick...)
	if got, err := s.String("top", sample()); got != want.String() || err != nil {
		t.Errorf("got %q, %v, want %q", got, err, want.String())
	}
	if !s.follow(s.find("top"), new(bytes.Buffer), sample()) {
		t.Error("the template is not followed")
	}
	for _, name := range []string{"no", "many"} {
		if _, err := s.String(name, sample()); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
