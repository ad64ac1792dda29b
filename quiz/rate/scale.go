package rate

import (
	"fmt"
	"slices"
	"strings"

	"lectern/internal/diag"
	"lectern/quiz"
)

// How many points a scale may have: with more, the words no longer tell them apart.
const minPoints, maxPoints = 2, 7

const example = "write its points between slashes: `> **Scale:** Not yet / A little / Yes`"

func (q *Question) readScale(b *quiz.Block, d *diag.List) bool {
	found := false
	for _, p := range b.Pieces {
		switch {
		case p.Label != quiz.LabelScale:
			continue
		case found:
			d.Error(b.File, p.At, "scale-twice", "this question has a scale already", "keep one")
			return false
		case !q.readPoints(b, p, d):
			return false
		}
		found = true
	}
	if !found {
		d.Error(b.File, b.HeadingAt, "scale-missing", "this question has no scale", example)
	}
	return found
}

func (q *Question) readPoints(b *quiz.Block, p quiz.Piece, d *diag.List) bool {
	points := cut(p.Text.Plain())
	if len(points) < minPoints || len(points) > maxPoints {
		d.Error(b.File, p.At, "scale-size", fmt.Sprintf("a scale has %d to %d points, and this one has %d", minPoints, maxPoints, len(points)), example)
		return false
	}
	seen := map[string]bool{}
	for _, words := range points {
		if words == "" {
			d.Error(b.File, p.At, "point-empty", "a point of this scale has no words", example)
			return false
		}
		if seen[words] {
			d.Error(b.File, p.At, "point-twice", fmt.Sprintf("`%s` is on this scale twice", words), "take one out, or say how they differ")
			return false
		}
		seen[words] = true
		q.Scale = append(q.Scale, Point{quiz.Fingerprint(words), words})
	}
	return true
}

// cut parts a scale at its slashes. When some stand between blanks, one
// without blanks belongs to a point, as in "with him/her".
func cut(scale string) []string {
	if !slices.Contains(strings.Fields(scale), "/") {
		return strings.Split(scale, "/")
	}
	points := []string{""}
	for _, word := range strings.Fields(scale) {
		if last := len(points) - 1; word == "/" {
			points = append(points, "")
		} else {
			points[last] = strings.TrimSpace(points[last] + " " + word)
		}
	}
	return points
}
