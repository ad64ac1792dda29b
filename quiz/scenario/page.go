package scenario

import (
	"fmt"
	"html/template"

	"lectern/quiz"
)

// sceneView is one scene as the templates see it.
type sceneView struct {
	quiz.View
	*Scene
}

// On gives the templates a scene together with the page it is on.
func (q *Question) On(v quiz.View, s *Scene) sceneView { return sceneView{v, s} }

// Title is the scene's heading, one level below the scenario's own.
func (v sceneView) Title() template.HTML {
	number := template.HTMLEscapeString(v.T("scenario-step", "n", v.Scene.Number))
	return template.HTML(fmt.Sprintf(`<h%d class="scene-name"><span class="scene-number">%s</span> <span>%s</span></h%[1]d>`, min(v.Level+1, 6), number, v.Fill(v.Scene.Name)))
}

// Ends are the scenes that a student without script looks up to see what their
// way counts: those with most of the points first.
func (q *Question) Ends() (ends []*Scene) {
	for _, verdict := range []quiz.Verdict{quiz.Right, quiz.Partly, quiz.NotYet} {
		for _, s := range q.Scenes {
			if s.Verdict() == verdict {
				ends = append(ends, s)
			}
		}
	}
	return ends
}

// Verdict is what coming to a scene is worth, in one word; "" when nobody says.
func (s *Scene) Verdict() quiz.Verdict {
	if s.End == nil || s.End.Score == nil {
		return ""
	}
	return quiz.Scored(*s.End.Score, nil, quiz.Count{}).Verdict
}
