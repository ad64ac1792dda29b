package collect

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/url"
	"strings"
	"unicode/utf16"
)

// Record is what a browser kept of one answer. merge.js takes in what this does,
// and numbers that no page writes, such as a score of 100.
type Record struct {
	Response url.Values
	Verdict  string  // right, partly or not-yet, as the page said
	Score    float64 // the share of the points, as the page said
	Tries    int     // in the last sitting
	At       float64 // milliseconds since 1970; 0 when it is not known
	Sure     int     // 1 to 3; 0 when the student was not asked or did not say
	Counted  bool    // the student counted the answer as right
	Shown    bool    // the answer was shown

	id   string
	raw  string
	open bool // of a quiz: it is begun and not handed in
}

// isAnswer tells a question's record from those of quizzes, lessons and places.
func (r Record) isAnswer() bool { return !strings.Contains(r.id, ":") }

// newer is the fault of a record that a later version wrote.
const newer = "newer"

// readRecord reads a record. fault is "" when it is sound.
func readRecord(id string, raw []byte) (r Record, fault string) {
	fields, ok := object(raw)
	if !ok {
		return r, "it is no object"
	}
	r.id, r.raw = id, compact(raw)
	kept, ok := number(fields["version"])
	response, isObject := object(fields["response"])
	switch {
	case ok && kept > version:
		return r, newer
	case kept != version:
		return r, "it has no version"
	case !isObject:
		return r, "it has no response"
	case !r.isAnswer():
		var handedIn bool
		_ = json.Unmarshal(fields["handedIn"], &handedIn) // anything else is no
		r.open = strings.HasPrefix(id, "quiz:") && !handedIn && len(response) > 0
		return r, ""
	}
	if r.Response, ok = responseOf(response); !ok {
		return r, "its response is not made of words"
	}
	return r, r.readMark(fields)
}

// readMark reads what came of the answer.
func (r *Record) readMark(fields map[string]json.RawMessage) (fault string) {
	r.Verdict, _ = text(fields["verdict"])
	if r.Verdict != "right" && r.Verdict != "partly" && r.Verdict != "not-yet" {
		return "it has no verdict"
	}
	for name, raw := range fields {
		if _, isList := wordsOf(raw); !isList && name != "response" && (raw[0] == '{' || raw[0] == '[') {
			return "its `" + name + "` is more than a word"
		}
	}
	var ok bool
	if r.Score, ok = number(fields["score"]); !ok || r.Score < 0 || r.Score > 1 {
		return "its score is no share"
	}
	var tries, sure float64
	for name, into := range map[string]*float64{"tries": &tries, "at": &r.At, "sure": &sure} {
		raw := fields[name]
		if raw == nil || name == "sure" && string(raw) == "null" {
			continue
		}
		if *into, ok = number(raw); !ok {
			return "its `" + name + "` is no number"
		}
	}
	if r.Tries = int(tries); tries < 0 || tries > 1e6 || float64(r.Tries) != tries {
		return "its `tries` is no count"
	}
	if r.Sure = int(sure); sure < 0 || sure > 3 || float64(r.Sure) != sure {
		return "its `sure` is none of 0 to 3"
	}
	_ = json.Unmarshal(fields["counted"], &r.Counted) // anything else is no
	_ = json.Unmarshal(fields["shown"], &r.Shown)
	return ""
}

func responseOf(fields map[string]json.RawMessage) (url.Values, bool) {
	response := url.Values{}
	for name, raw := range fields {
		words, ok := wordsOf(raw)
		if !ok {
			return nil, false
		}
		for _, word := range words {
			response.Add(name, word)
		}
	}
	return response, true
}

// Limits of a list of words that pages read, as in sound.js.
const (
	maxWords = 10_000
	maxWord  = 10_000 // counted as browsers count, in UTF-16
)

// wordsOf reads a list of words.
func wordsOf(raw []byte) (words []string, ok bool) {
	var values []*string
	if json.Unmarshal(raw, &values) != nil || values == nil || len(values) > maxWords {
		return nil, false
	}
	for _, v := range values {
		if v == nil || len(utf16.Encode([]rune(*v))) > maxWord {
			return nil, false
		}
		words = append(words, *v)
	}
	return words, true
}

func object(raw []byte) (fields map[string]json.RawMessage, ok bool) {
	err := json.Unmarshal(raw, &fields)
	return fields, err == nil && fields != nil
}

func text(raw []byte) (s string, ok bool) {
	err := json.Unmarshal(raw, &s)
	return s, err == nil && bytes.HasPrefix(raw, []byte(`"`))
}

func number(raw []byte) (n float64, ok bool) {
	err := json.Unmarshal(raw, &n)
	return n, err == nil && string(raw) != "null"
}

// compact is a record without white space, to tell two apart.
func compact(raw []byte) string {
	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		return string(raw) // it was read before, so this does not happen
	}
	return b.String()
}

// better is the record that stays of two of one question, as it is when a
// browser takes in a file: the newer one, and of the same moment the right one.
func better(a, b Record) Record {
	right := func(r Record) int {
		if r.Verdict == "right" || r.Counted {
			return 1
		}
		return 0
	}
	if cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(right(a), right(b)), cmp.Compare(a.Score, b.Score), cmp.Compare(a.Tries, b.Tries), cmp.Compare(a.raw, b.raw)) >= 0 {
		return a
	}
	return b
}
