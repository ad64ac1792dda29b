package kinds_test

import (
	"cmp"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"lectern/quiz"
	"lectern/quiz/kinds"
)

// markAlike compares what both sides make of responses to a question.
func markAlike(t testing.TB, q quiz.Question, responses []quiz.Response) {
	t.Helper()
	marks := ask[[]any](t, "mark", map[string]any{"kind": q.Base().Kind, "key": q.Key(), "responses": responses})
	for i, response := range responses {
		if want := asJSON(t, q.Mark(response)); !reflect.DeepEqual(marks[i], want) {
			t.Fatalf("key %s\nresponse %.2000q\nis marked\n%v in Go and\n%v in the page", encoded(t, q.Key()), response, want, marks[i])
		}
	}
}

// asJSON is v as another program reads it.
func asJSON(t testing.TB, v any) (out any) {
	t.Helper()
	if err := json.Unmarshal([]byte(encoded(t, v)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// likely are the values that a key gives away: its answers, whatever they are
// called there.
func likely(t testing.TB, q quiz.Question) []string {
	values := []string{"anything"}
	var collect func(any)
	collect = func(v any) {
		switch v := v.(type) {
		case string:
			values = append(values, v)
		case float64: // a bound of a number
			values = append(values, strconv.FormatFloat(v, 'f', -1, 64))
		case []any:
			for _, inner := range v {
				collect(inner)
			}
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				collect(v[name])
			}
		}
	}
	collect(asJSON(t, q.Key()))
	return values
}

// outcomes is how many verdicts a kind has that does not have just the four: a
// card is known or not, and a scenario may have ends that nobody marks.
var outcomes = map[string]int{"card": 3, "scenario": 5}

func TestGeneratedResponsesAreMarkedAlike(t *testing.T) {
	for _, k := range kinds.All() {
		t.Run(k.Name(), func(t *testing.T) {
			r := seeded(t)
			verdicts := map[quiz.Verdict]bool{}
			for range 300 {
				q := generate(t, k, r)
				values := likely(t, q)
				responses := make([]quiz.Response, 20)
				for i := range responses {
					responses[i] = respond(r, q, values)
					verdicts[q.Mark(responses[i]).Verdict] = true
				}
				markAlike(t, q, responses)
			}
			wanted, told := outcomes[k.Name()]
			if !told && verdicts[quiz.Unmarked] {
				wanted = 1
			}
			if len(verdicts) < cmp.Or(wanted, 4) {
				t.Errorf("the responses only led to %v, which compares little", verdicts)
			}
		})
	}
}

func FuzzMarkAlike(f *testing.F) {
	for i, value := range hostile {
		f.Add(uint64(i), value, "answer", "lived experience")
	}
	f.Fuzz(func(t *testing.T, seed uint64, name, first, second string) {
		name, first, second = known(t, name), known(t, first), known(t, second)
		for _, k := range kinds.All() {
			r := rand.New(rand.NewPCG(seed, 2))
			q := generate(t, k, r)
			response := respond(r, q, append(likely(t, q), first, second))
			response.Add(name, first)
			markAlike(t, q, []quiz.Response{response})
		}
	})
}
