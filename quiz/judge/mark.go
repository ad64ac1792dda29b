package judge

import "lectern/quiz"

// Key is what the page marks with.
type Key struct {
	Most    int        `json:"most"`
	Replies []KeyReply `json:"replies"`
}

// KeyReply is one reply and how many of the panel chose it.
type KeyReply struct {
	ID    string `json:"id"`
	Votes int    `json:"votes"`
}

// Key implements quiz.Question.
func (q *Question) Key() any {
	key := Key{Most: q.Most}
	for _, r := range q.Replies {
		key.Replies = append(key.Replies, KeyReply{r.Fingerprint, r.Votes})
	}
	return key
}

// Mark implements quiz.Question. judge.js holds the same rule: the share of
// the points is the votes of the reply over those of the one with most. Of
// several replies that arrive, the first that there is counts.
func (q *Question) Mark(r quiz.Response) quiz.Mark {
	for _, value := range r["answer"] {
		for _, reply := range q.Replies {
			if reply.Fingerprint != value {
				continue
			}
			how, count := q.judge(reply)
			return quiz.Scored(float64(reply.Votes)/float64(q.Most), map[string]string{value: how}, count)
		}
	}
	return quiz.Mark{Verdict: quiz.Blank}
}

func (q *Question) judge(r Reply) (how string, count quiz.Count) {
	switch r.Votes {
	case q.Most:
		return quiz.AnswerRight, quiz.Count{Right: 1}
	case 0:
		return quiz.AnswerExtra, quiz.Count{Extra: 1}
	}
	return quiz.AnswerNear, quiz.Count{}
}
