package site

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"lectern/internal/diagram"
	"lectern/quiz"
)

// mapOf shows who leads a group where each choice of a branching question
// leads, as a drawing and as a list. Other questions have no map.
func (b *builder) mapOf(q quiz.Question) string {
	shape, ok := q.Shape().(quiz.Branches)
	if !ok {
		return ""
	}
	names := b.stepNames(shape)
	title := b.theme.Words.Say("map")
	var w strings.Builder
	fmt.Fprintf(&w, "<details class=\"map\"><summary>%s</summary>\n", html.EscapeString(title))
	fmt.Fprintf(&w, "<figure class=\"diagram\">%s</figure>\n<ul>\n", diagram.Branches(title, "drawing-map-"+q.Base().ID, branchesOf(shape, names)))
	for i, step := range shape.Steps {
		fmt.Fprintf(&w, "<li>%s%s</li>\n", html.EscapeString(names[i]), b.waysOn(step, names))
	}
	w.WriteString("</ul>\n</details>\n")
	return w.String()
}

func (b *builder) stepNames(shape quiz.Branches) []string {
	names := []string{b.theme.Words.Say("map-opening")}
	for i, step := range shape.Steps[1:] {
		names = append(names, b.theme.Words.Say("map-step", "n", i+1, "name", step.Name.Plain()))
	}
	return names
}

func branchesOf(shape quiz.Branches, names []string) (steps []diagram.Branch) {
	for i, step := range shape.Steps {
		branch := diagram.Branch{Name: names[i], End: len(step.Choices) == 0}
		for _, c := range step.Choices {
			branch.To = append(branch.To, c.To)
		}
		steps = append(steps, branch)
	}
	return steps
}

// waysOn says where the choices of a step lead, or what its end is worth.
func (b *builder) waysOn(step quiz.Branch, names []string) string {
	say := b.theme.Words.Say
	if len(step.Choices) == 0 {
		end := say("map-end")
		if step.Scored {
			end = say("map-score", "score", strconv.FormatFloat(step.Share, 'f', -1, 64))
		}
		return " (" + html.EscapeString(end) + ")"
	}
	var w strings.Builder
	w.WriteString("<ul>")
	for _, c := range step.Choices {
		fmt.Fprintf(&w, "<li>%s</li>", html.EscapeString(say("map-way", "choice", c.Text.Plain(), "step", names[c.To])))
	}
	return w.String() + "</ul>"
}
