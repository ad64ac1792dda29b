package markdown

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/internal/diag"
	"lectern/internal/diagram"
	"lectern/internal/source"
	"lectern/quiz"
)

// charts draws the fenced block ```chart: its text is the title, and the table
// below it holds the numbers and stays as the text alternative.
type charts struct{ options Options }

func (x charts) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithASTTransformers(prioritized(x, 535)))
	m.Renderer().AddOptions(renderer.WithNodeRenderers(prioritized(x, 100)))
}

// Transform implements parser.ASTTransformer.
func (x charts) Transform(root *ast.Document, _ text.Reader, c parser.Context) {
	p := pageOf(c)
	for _, node := range all(root, ast.KindFencedCodeBlock) {
		block := node.(*ast.FencedCodeBlock)
		if string(block.Language(p.text)) != "chart" {
			continue
		}
		if figure := p.chart(block); figure != nil {
			table := block.NextSibling()
			block.Parent().ReplaceChild(block.Parent(), block, figure)
			figure.AppendChild(figure, table)
		}
	}
}

// chart reads and draws a chart. It returns nil after an error.
func (p *page) chart(block *ast.FencedCodeBlock) *chartNode {
	style, ok := p.chartStyle(block)
	title := strings.Join(strings.Fields(string(block.Lines().Value(p.text))), " ")
	if title == "" {
		p.diags.Error(p.file, p.lineOf(startOf(block)), "chart-bad", "this chart has no title", "write the title between the two lines of ```")
		ok = false
	}
	table, isTable := block.NextSibling().(*extast.Table)
	if !isTable {
		p.diags.Error(p.file, p.lineOf(startOf(block)), "chart-bad", "there is no table below this chart",
			"write its numbers as a table right below it:\n| Place | People |\n|---|---|\n| Drop-in | 12 |")
		return nil
	}
	data := diagram.Chart{Style: style, Title: title}
	if ok = p.readChart(table, &data) && ok; !ok {
		return nil
	}
	p.drawings++
	svg, problem := data.Draw(fmt.Sprintf("drawing-%d", p.drawings))
	if problem != nil {
		p.diags.Error(p.file, p.rowPlace(table, problem.Row), "chart-bad", problem.Text, problem.Hint)
		return nil
	}
	return &chartNode{svg: svg, title: title}
}

// chartStyle reads the word after ```chart.
func (p *page) chartStyle(block *ast.FencedCodeBlock) (string, bool) {
	words := strings.Fields(string(block.Info.Value(p.text)))
	if len(words) < 2 {
		return diagram.ChartStyles()[0], true
	}
	if slices.Contains(diagram.ChartStyles(), words[1]) && len(words) == 2 {
		return words[1], true
	}
	written := strings.Join(words[1:], " ")
	p.diags.Error(p.file, p.lineOf(block.Info.Segment.Start), "chart-bad", fmt.Sprintf("there is no chart of the kind `%s`", written),
		diag.DidYouMean(written, diagram.ChartStyles()))
	return "", false
}

// readChart reads a table: names in its first column, numbers in the others.
func (p *page) readChart(table *extast.Table, into *diagram.Chart) (ok bool) {
	for i, cell := range p.cells(table.FirstChild()) {
		if i > 0 {
			into.Columns = append(into.Columns, cell)
		}
	}
	if len(into.Columns) == 0 {
		p.diags.Error(p.file, p.rowPlace(table, -1), "chart-bad", "this table has no column of numbers", "give it a second column, and a number in each row")
		return false
	}
	ok = true
	for i, row := range childrenOf(table)[1:] {
		read, problem := chartRow(p.cells(row))
		if problem != "" {
			p.diags.Error(p.file, p.rowPlace(table, i), "chart-bad", problem, "write a number in digits, with its unit if you like: `12`, `4.5`, `31 %`")
			ok = false
		}
		into.Rows = append(into.Rows, read)
	}
	if len(into.Rows) == 0 {
		p.diags.Error(p.file, p.rowPlace(table, -1), "chart-bad", "this table has no rows to draw", "write one below the line of dashes: `| Drop-in | 12 |`")
		return false
	}
	return ok
}

func chartRow(cells []string) (row diagram.ChartRow, problem string) {
	row.Name = cells[0]
	for _, written := range cells[1:] {
		q, ok := quiz.ReadQuantity(written)
		switch {
		case written == "":
			return row, "a number is missing in this row"
		case !ok:
			return row, fmt.Sprintf("`%s` is not a number that can be drawn", written)
		}
		row.Values = append(row.Values, q.Value())
		row.Written = append(row.Written, written)
	}
	return row, ""
}

// cells are the words of a row.
func (p *page) cells(row ast.Node) (cells []string) {
	for _, cell := range childrenOf(row) {
		cells = append(cells, strings.TrimSpace(p.renderInside(cell).Plain()))
	}
	return cells
}

// rowPlace is the line of a table's row; the row of the columns' names is -1.
func (p *page) rowPlace(table ast.Node, row int) source.Range {
	return p.lineOf(startOf(childrenOf(table)[row+1]))
}

// chartNode is a figure around the table that it draws.
type chartNode struct {
	ast.BaseBlock
	svg, title string
}

var kindChart = ast.NewNodeKind("Chart")

func (*chartNode) Kind() ast.NodeKind           { return kindChart }
func (n *chartNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

func (x charts) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindChart, x.render)
}

func (x charts) render(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if n := node.(*chartNode); entering {
		fmt.Fprintf(w, `<figure class="diagram diagram-chart">%s<figcaption>%s`, n.svg, html.EscapeString(n.title))
		fmt.Fprintf(w, "<details class=\"as-text\"><summary>%s</summary>", html.EscapeString(x.options.Say("diagram-as-table")))
	} else {
		w.WriteString("</details></figcaption></figure>\n")
	}
	return ast.WalkContinue, nil
}
