package diagram

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// chart makes a chart of rows such as "Monday: 12 cups, 3 cups".
func chart(style string, rows ...string) Chart {
	c := Chart{Style: style, Title: "Cups"}
	for _, row := range rows {
		name, numbers, _ := strings.Cut(row, ": ")
		r := ChartRow{Name: name}
		for i, written := range strings.Split(numbers, ", ") {
			v, _ := strconv.ParseFloat(strings.Fields(written)[0], 64)
			r.Values, r.Written = append(r.Values, v), append(r.Written, written)
			if len(c.Rows) == 0 {
				c.Columns = append(c.Columns, fmt.Sprintf("Column %d", i+1))
			}
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

func drawChart(t *testing.T, c Chart) string {
	t.Helper()
	svg, problem := c.Draw("d1")
	if problem != nil {
		t.Fatalf("row %d: %s", problem.Row, problem.Text)
	}
	return svg
}

// lengths reads an attribute of all elements as numbers.
func lengths(t *testing.T, svg, element, name string) (all []float64) {
	t.Helper()
	for _, v := range attribute(t, svg, element, name) {
		n, err := strconv.ParseFloat(v, 64)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, n)
	}
	return all
}

func TestABarIsAsLongAsItsNumber(t *testing.T) {
	svg := drawChart(t, chart(Bars, "Monday: 12", "Tuesday: 3", "Wednesday: 6"))
	long := lengths(t, svg, "rect", "width")
	if len(long) != 3 || long[0] < wide/2 {
		t.Fatalf("bars of %v", long)
	}
	for i, want := range []float64{1, .25, .5} {
		if got := long[i] / long[0]; got < want-.01 || got > want+.01 {
			t.Errorf("bar %d is %.2f of the first, want %.2f", i, got, want)
		}
	}
}

func TestNothingHasNoBarAndItsNumber(t *testing.T) {
	svg := drawChart(t, chart(Bars, "Monday: 0 cups", "Tuesday: 0 cups"))
	if bars := strings.Count(svg, "<rect"); bars != 0 {
		t.Errorf("%d bars", bars)
	}
	if n := strings.Count(svg, "0 cups"); n != 2 {
		t.Errorf("the number stands there %d times, want 2", n)
	}
}

func TestDotsShareAScaleWithNothingOnIt(t *testing.T) {
	svg := drawChart(t, chart(Dots, "Group: 1", "Class: 4"))
	at := lengths(t, svg, "circle", "cx")
	_, rest, _ := strings.Cut(svg, `class="words" x="`)
	digits, _, _ := strings.Cut(rest, `"`)
	zero, err := strconv.ParseFloat(digits, 64)
	if err != nil || len(at) != 2 {
		t.Fatalf("dots at %v, nothing at %q", at, digits)
	}
	if ratio := (at[1] - zero) / (at[0] - zero); ratio < 3.99 || ratio > 4.01 {
		t.Errorf("the second is %.2f times as far from nothing as the first, want 4", ratio)
	}
}

func TestDotsBelowNothingStandLeftOfIt(t *testing.T) {
	at := lengths(t, drawChart(t, chart(Dots, "Night: -8", "Day: 4")), "circle", "cx")
	if at[0] >= at[1] || at[0] < 0 || at[1] > wide {
		t.Errorf("dots at %v", at)
	}
}

func TestEachColumnHasAMarkOfItsOwnAndIsNamed(t *testing.T) {
	svg := drawChart(t, chart(Dots, "Group: 1, 4, 5"))
	for _, mark := range []string{`<circle class="ground"`, `<circle class="stop"`, `<path class="box-end"`} {
		if n := strings.Count(svg, mark); n != 2 { // on its line, and beside its name
			t.Errorf("%s is there %d times, want 2", mark, n)
		}
	}
	for _, name := range []string{"Column 1", "Column 2", "Column 3"} {
		if !strings.Contains(svg, ">"+name+"<") {
			t.Errorf("%s is not named", name)
		}
	}
}

func TestNumbersOfNeighboursDoNotRunIntoEachOther(t *testing.T) {
	svg := drawChart(t, chart(Dots, "Group: 100 people, 101 people, 102 people"))
	lines := map[string]bool{}
	for _, y := range attribute(t, svg, "text", "y")[1:4] {
		lines[y] = true
	}
	if len(lines) != 3 {
		t.Errorf("three numbers at nearly the same place stand on %d lines", len(lines))
	}
}

func TestWhatAChartCannotShowIsSaid(t *testing.T) {
	many := make([]string, maxRows+1)
	for i := range many {
		many[i] = "row: 1"
	}
	for want, c := range map[string]struct {
		chart Chart
		row   int
	}{
		"a chart of bars has room for one column of numbers":              {chart(Bars, "a: 1, 2"), -1},
		"a chart has room for 3 columns of numbers":                       {chart(Dots, "a: 1, 2, 3, 4"), -1},
		"a chart has room for 12 rows":                                    {chart(Bars, many...), maxRows},
		"a bar begins at nothing, so a number below zero cannot be drawn": {chart(Bars, "a: 1", "b: -1"), 1},
		"this has 121 characters, and a picture has room for 120":         {chart(Dots, strings.Repeat("w", 121)+": 1"), 0},
	} {
		if _, problem := c.chart.Draw("d1"); problem == nil || problem.Text != want || problem.Row != c.row || problem.Hint == "" {
			t.Errorf("%+v, want %q in row %d", problem, want, c.row)
		}
	}
}

// Whatever the words and the numbers are, the drawing is well formed and no
// place in it is impossible.
func FuzzChart(f *testing.F) {
	f.Add("Monday", "12 cups", 12.0, 1e300, true)
	f.Add("</title>\x00", strings.Repeat("漢", 120), -1e308, 1.7e308, false)
	f.Add("", "", 0.0, 0.0, true)
	f.Fuzz(func(t *testing.T, name, written string, a, b float64, bars bool) {
		if a-a != 0 || b-b != 0 {
			return // infinite or no number: the reader of numbers gives none of these
		}
		c := Chart{Style: Dots, Title: name, Columns: []string{written}, Rows: []ChartRow{{name, []float64{a}, []string{written}}, {written, []float64{b}, []string{name}}}}
		if bars {
			c.Style = Bars
		}
		svg, problem := c.Draw("d1")
		if problem != nil {
			return
		}
		tags, err := elements(svg)
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		for _, tag := range tags {
			for _, a := range tag.Attr {
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") || strings.Contains(a.Value, "e+") {
					t.Fatalf("%s=%q", a.Name.Local, a.Value)
				}
			}
		}
	})
}
