package quiz_test

import (
	"reflect"
	"testing"

	"lectern/quiz"
)

func TestAVerdictIsTheScoreInOneWord(t *testing.T) {
	for score, want := range map[float64]quiz.Verdict{0: quiz.NotYet, 0.001: quiz.Partly, 0.999: quiz.Partly, 1: quiz.Right} {
		answers, count := map[string]string{"a": quiz.AnswerNear}, quiz.Count{Right: 3, Extra: 2, Missed: 1}
		got := quiz.Scored(score, answers, count)
		if !reflect.DeepEqual(got, quiz.Mark{Verdict: want, Score: score, Answers: answers, Count: count}) {
			t.Errorf("the score %v gives %+v, want the verdict %s", score, got, want)
		}
	}
}

func TestPromptsAreMarkedByTheShareThatFits(t *testing.T) {
	prompts := quiz.Prompts{Options: []string{"hot", "cold"}, Prompts: []quiz.Prompt{
		{ID: "tea", Field: "item-tea", Right: "hot"}, {ID: "ice", Field: "item-ice", Right: "cold"},
		{ID: "soup", Field: "item-soup", Right: "hot"}, {ID: "snow", Field: "item-snow", Right: "cold"},
	}}
	right, extra, missed := quiz.AnswerRight, quiz.AnswerExtra, quiz.AnswerMissed
	for name, c := range map[string]struct {
		response quiz.Response
		want     quiz.Mark
	}{
		"nothing chosen":    {quiz.Response{}, quiz.Mark{Verdict: quiz.Blank}},
		"no option chosen":  {quiz.Response{"item-tea": {""}, "item-ice": {"warm"}, "tea": {"hot"}}, quiz.Mark{Verdict: quiz.Blank}},
		"all right":         {quiz.Response{"item-tea": {"hot"}, "item-ice": {"cold"}, "item-soup": {"hot"}, "item-snow": {"cold"}}, quiz.Mark{Verdict: quiz.Right, Score: 1, Answers: map[string]string{"tea": right, "ice": right, "soup": right, "snow": right}, Count: quiz.Count{Right: 4}}},
		"one of four":       {quiz.Response{"item-tea": {"hot"}}, quiz.Mark{Verdict: quiz.Partly, Score: 0.25, Answers: map[string]string{"tea": right, "ice": missed, "soup": missed, "snow": missed}, Count: quiz.Count{Right: 1, Missed: 3}}},
		"two wrong":         {quiz.Response{"item-tea": {"cold"}, "item-ice": {"hot"}}, quiz.Mark{Verdict: quiz.NotYet, Answers: map[string]string{"tea": extra, "ice": extra, "soup": missed, "snow": missed}, Count: quiz.Count{Extra: 2, Missed: 2}}},
		"two values in one": {quiz.Response{"item-tea": {"warm", "hot", "cold"}, "item-ice": {"hot", "cold"}}, quiz.Mark{Verdict: quiz.Partly, Score: 0.25, Answers: map[string]string{"tea": right, "ice": extra, "soup": missed, "snow": missed}, Count: quiz.Count{Right: 1, Extra: 1, Missed: 2}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := prompts.Mark(c.response); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}
