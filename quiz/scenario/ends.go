package scenario

import (
	"fmt"
	"strconv"
	"strings"

	"lectern/internal/once"
	"lectern/internal/source"
	"lectern/quiz"
)

// scored is the score at the end of an end's words; shut are the tags after it.
var (
	scored  = once.Regexp(`(?i)\s*\(score\s*:?\s*([^()<>]*)\)\s*((?:</p>\s*)?)$`)
	mention = once.Regexp(`(?i)\(score\b[^()]*\)?`)
)

func (r *reader) addEnd(s *Scene, p quiz.Piece) {
	if s.End != nil {
		r.d.Error(r.b.File, p.At, "end-twice", "this step has two ends", "make one of them, or give each a step of its own")
		return
	}
	end := &End{Text: p.Text, at: p.At}
	s.End = end
	if m := scored.FindStringSubmatchIndex(p.Text.HTML); m != nil {
		end.Text = p.Text.Without(m[0], m[4])
		end.Score = r.score(p.Text.HTML[m[2]:m[3]], p.At)
	} else if mention.MatchString(p.Text.Plain()) {
		r.d.Error(r.b.File, r.scoreIn(p.At), "score-inside", "a score stands at the very end, and words follow this one", "put it after the last words: `> **End:** Sam begins to talk. (score 1)`")
		end.Score = new(float64)
	}
	if end.Text.Plain() == "" {
		r.d.Error(r.b.File, p.At, "end-wordless", "this end says nothing", "say how the story ends: `> **End:** Sam begins to talk.`")
	}
}

// score reads a share of the points, with a decimal point or a comma.
func (r *reader) score(written string, near source.Range) *float64 {
	score, err := strconv.ParseFloat(strings.Replace(written, ",", ".", 1), 64)
	if err != nil || !(score >= 0 && score <= 1) || strings.ContainsAny(written, "xXeEpP_") {
		r.d.Error(r.b.File, r.scoreIn(near), "score-bad", fmt.Sprintf("`%s` cannot be a score", strings.TrimSpace(written)), "write a share of the points, from 0 to 1: `(score 0.5)` for half of them")
		score = 0
	}
	return &score
}

// scoreIn is the place of the score that follows a place.
func (r *reader) scoreIn(near source.Range) source.Range {
	m := mention.FindIndex(r.b.File.Text()[near.Start:])
	if m == nil {
		return near
	}
	return source.Range{Start: near.Start + m[0], End: near.Start + m[1]}
}

// checkEnds: there is one, and either all are worth something or none is, for
// else a student could not tell what their way through counts.
func (r *reader) checkEnds() {
	var with, without []*End
	for _, s := range r.q.Scenes {
		switch {
		case s.End == nil:
		case s.End.Score != nil:
			with = append(with, s.End)
		default:
			without = append(without, s.End)
		}
	}
	r.q.base.Unmarked = len(with) == 0
	if len(with)+len(without) == 0 {
		r.d.Error(r.b.File, r.b.HeadingAt, "ends-missing", "this scenario has no end", "close each branch with what comes of it: `> **End:** Sam begins to talk.`")
	}
	if len(with) > 0 {
		for _, end := range without {
			r.d.Error(r.b.File, end.at, "score-missing", "this end has no score, and another end has one",
				"give every end one, `(score 0)` where it earns nothing; or take all scores out, and nobody marks the scenario")
		}
	}
	if n, found := r.b.Settings.Get("points"); found && len(with) == 0 && len(without) > 0 {
		r.d.Error(r.b.File, n.At, "points-unscored", "`points` means nothing here: no end has a score", "write one at the end of each: `> **End:** … (score 1)`; or take `points` out")
	}
}
