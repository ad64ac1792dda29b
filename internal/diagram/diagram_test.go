package diagram

import (
	"encoding/xml"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const model = `The primary health care model
- Individual / Family / Community
- Promotive / Curative / Supportive / Rehabilitative / Preventative
- Environmental / Context / Political / Cultural / Spiritual
`

const continuum = `The continuum of care
- Screening <-> Assessment <-> Brief intervention
- Rapid access clinics <-> Community outreach
- Recovery and ongoing care
`

// draw draws what the test knows to be right.
func draw(t *testing.T, kind, source string) Drawing {
	t.Helper()
	d, problem := Draw(kind, source, "d1")
	if problem != nil {
		t.Fatalf("%s: %v at %d", kind, problem, problem.Offset)
	}
	return d
}

// elements reads markup strictly, as XML, and returns its start tags.
func elements(markup string) (tags []xml.StartElement, err error) {
	d := xml.NewDecoder(strings.NewReader("<body>" + markup + "</body>"))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return tags, nil
		}
		if err != nil {
			return nil, err
		}
		if tag, ok := token.(xml.StartElement); ok {
			tags = append(tags, tag.Copy())
		}
	}
}

// attribute returns the values of one attribute of all elements of a name, in the order of the markup.
func attribute(t *testing.T, markup, element, name string) (values []string) {
	t.Helper()
	tags, err := elements(markup)
	if err != nil {
		t.Fatalf("not well formed: %v\n%s", err, markup)
	}
	for _, tag := range tags {
		for _, a := range tag.Attr {
			if tag.Name.Local == element && a.Name.Local == name {
				values = append(values, a.Value)
			}
		}
	}
	return values
}

// words returns what a drawing says, in the order of its lines.
func words(markup string) (lines []string) {
	for _, m := range regexp.MustCompile(`(?s)<text [^>]*>(?:<textPath [^>]*>)?([^<]*)<`).FindAllStringSubmatch(markup, -1) {
		lines = append(lines, m[1])
	}
	return lines
}

func TestAPictureIsNamedByItsTitle(t *testing.T) {
	for kind, source := range map[string]string{"rings": model, "pathway": continuum} {
		d := draw(t, kind, source)
		if want, _, _ := strings.Cut(source, "\n"); d.Title != want || !strings.Contains(d.SVG, `<title id="d1-t">`+want+`</title>`) {
			t.Errorf("%s is called %q in %s", kind, d.Title, d.SVG)
		}
		if got := attribute(t, d.SVG, "svg", "aria-labelledby"); !slices.Equal(got, []string{"d1-t"}) {
			t.Errorf("%s is labelled by %q", kind, got)
		}
	}
}

func TestEveryIdBeginsWithThePicturesOwn(t *testing.T) {
	d := draw(t, "rings", model)
	ids := attribute(t, d.SVG, "path", "id")
	if len(ids) != 10 {
		t.Fatalf("ten segments lie on arcs of their own, but the ids are %q", ids)
	}
	for i, ref := range attribute(t, d.SVG, "textPath", "href") {
		if ref != "#"+ids[i] || !strings.HasPrefix(ids[i], "d1-") {
			t.Errorf("text refers to %q, the arc is %q", ref, ids[i])
		}
	}
}

func TestHostileTextIsEscaped(t *testing.T) {
	const hostile = `</title><script>alert("1")</script>&'` + "\x00\x1b\xff\uFFFE"
	for kind, joint := range map[string]string{"rings": " / ", "pathway": " <-> "} {
		d, problem := Draw(kind, hostile+"\n- "+hostile+"\n- "+hostile+joint+hostile, `"><script>`)
		if problem != nil {
			t.Fatal(problem)
		}
		for _, markup := range []string{d.SVG, d.List} {
			tags, err := elements(markup)
			if err != nil {
				t.Errorf("%s is not well formed: %v", kind, err)
			}
			for _, tag := range tags {
				if tag.Name.Local == "script" {
					t.Errorf("%s lets a script in: %s", kind, markup)
				}
			}
		}
	}
}

func TestStrictContentSecurityPolicyIsKept(t *testing.T) {
	for kind, source := range map[string]string{"rings": model, "pathway": continuum} {
		tags, _ := elements(draw(t, kind, source).SVG)
		for _, tag := range tags {
			for _, a := range tag.Attr {
				if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") || tag.Name.Local == "style" {
					t.Errorf("%s holds <%s %s>", kind, tag.Name.Local, a.Name.Local)
				}
			}
		}
	}
}

func TestLettersAndLinesAreBigEnoughOnAPhone(t *testing.T) {
	const phone = 288 // px, the column of a viewport of 320
	if px := size * phone / wide; px < 12 {
		t.Errorf("letters are %.1f px", px)
	}
	if px := min(pen, gap) * phone / wide; px < 2 {
		t.Errorf("lines are %.1f px", px)
	}
}

func TestSameSourceSamePicture(t *testing.T) {
	for range 20 {
		if a, b := draw(t, "rings", model), draw(t, "rings", model); a != b {
			t.Fatal("two drawings of one source differ")
		}
	}
}

func TestListSpeaksTheCoursesLanguage(t *testing.T) {
	french := Words{Centre: "Au centre :", Ring: "Cercle {n} :", Outer: "Cercle extérieur :", Over: "{it}, sur {a} et {b}"}
	d, problem := french.Draw("rings", "T\n- a\n- b / c / d\n- e / f / g", "x")
	if problem != nil {
		t.Fatal(problem)
	}
	for _, want := range []string{"<li>Au centre : a</li>", "<li>Cercle 2 :<ul>", "<li>g, sur d et b</li>"} {
		if !strings.Contains(d.List, want) {
			t.Errorf("no %q in %s", want, d.List)
		}
	}
}

func TestEveryClassOfADrawingHasItsRule(t *testing.T) {
	css, err := os.ReadFile("../../layouts/styles/diagram.css")
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("long words ", 10)
	for _, d := range []Drawing{draw(t, "rings", model), draw(t, "pathway", continuum), draw(t, "rings", "T\n- a\n- "+long+" / b / c / d")} {
		for _, class := range regexp.MustCompile(`class="([^"]*)"`).FindAllStringSubmatch(d.SVG, -1) {
			name := strings.Fields(class[1])[0]
			plain := name == "label" || name == "number" // coloured like all text
			if !plain && !strings.Contains(string(css), "."+name) {
				t.Errorf("diagram.css has no rule for .%s", name)
			}
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	crowded := "T" + strings.Repeat("\n- "+strings.Repeat(strings.Repeat("word ", 20)+"/ ", 5)+"end", maxRings)
	for name, source := range map[string]string{"model": model, "crowded": crowded} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, problem := Draw("rings", source, "d1"); problem != nil {
					b.Fatal(problem)
				}
			}
		})
	}
}
