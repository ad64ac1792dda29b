package bidi

import (
	"context"
	"encoding/json"
	"fmt"
)

// value is a script's value as the browser writes it down. One that was written before comes as its number alone.
type value struct {
	Type       string
	InternalID string
	Value      json.RawMessage
}

// Evaluate is the value of an expression in a page, as JSON; a promise is waited for. What JSON cannot hold is null.
func Evaluate(ctx context.Context, c *Conn, target, expression string) (json.RawMessage, error) {
	answer, err := Call[struct {
		Type             string
		Result           value
		ExceptionDetails struct{ Text string }
	}](ctx, c, "script.evaluate", map[string]any{
		"expression": expression, "target": map[string]any{"context": target}, "awaitPromise": true,
	})
	if err != nil {
		return nil, err
	}
	if answer.Type == "exception" {
		return nil, fmt.Errorf("the script throws: %s", answer.ExceptionDetails.Text)
	}
	plain, err := reader{}.plain(answer.Result)
	if err != nil {
		return nil, err
	}
	return json.Marshal(plain)
}

// reader remembers the values it has read by their numbers.
type reader map[string]any

func (r reader) plain(v value) (any, error) {
	known, again := r[v.InternalID]
	if again && v.Value == nil {
		return known, nil
	}
	plain, err := r.read(v)
	if v.InternalID != "" {
		r[v.InternalID] = plain
	}
	return plain, err
}

func (r reader) read(v value) (any, error) {
	switch v.Type {
	case "string", "number", "boolean":
		return v.Value, nil
	case "array":
		return r.list(v.Value)
	case "object":
		return r.object(v.Value)
	}
	return nil, nil
}

func (r reader) list(written json.RawMessage) (any, error) {
	var values []value
	if err := json.Unmarshal(written, &values); err != nil {
		return nil, err
	}
	list := make([]any, len(values))
	for i, v := range values {
		plain, err := r.plain(v)
		if err != nil {
			return nil, err
		}
		list[i] = plain
	}
	return list, nil
}

// object reads pairs of a name and a value.
func (r reader) object(written json.RawMessage) (any, error) {
	var pairs [][2]json.RawMessage
	if err := json.Unmarshal(written, &pairs); err != nil {
		return nil, err
	}
	object := map[string]any{}
	for _, pair := range pairs {
		var name string
		var v value
		if err := json.Unmarshal(pair[0], &name); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(pair[1], &v); err != nil {
			return nil, err
		}
		plain, err := r.plain(v)
		if err != nil {
			return nil, err
		}
		object[name] = plain
	}
	return object, nil
}
