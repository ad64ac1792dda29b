// Package collect reads the files that students save on "My progress" and puts
// them together as tables: a row for each student and question, and an analysis
// of the questions.
//
// A file comes from outside, so nothing in it is believed that can be worked
// out: kept answers are marked again, by the course of today. Who sent a file,
// and whether they answered themselves, it cannot tell.
package collect

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"lectern/internal/diag"
	"lectern/internal/source"
)

// Limits of one file. A browser takes no file in that is larger.
const (
	MaxSize    = 20_000_000 // bytes
	maxRecords = 100_000
	maxUnsound = 20
)

const (
	format  = "lectern-progress"
	version = 1
	// What to do about a file that is not as it was saved.
	saveAgain = "let the student save it again on “My progress”, and send the file itself, not its text"
)

// Export is one file, read and found sound.
type Export struct {
	Path    string
	Name    string // of the student, when the file holds one; "" as a rule
	Records map[string]Record
	Open    int // quizzes begun and not handed in
	print   [sha256.Size]byte
}

// Parse reads a file of a course with an id. What is wrong with it goes to d,
// and then Parse returns nil.
func Parse(path string, data []byte, course string, d *diag.List) *Export {
	if len(data) > MaxSize {
		d.ErrorIn(path, "file-large", fmt.Sprintf("this file is larger than %d MB, so no browser made it", MaxSize/1_000_000), saveAgain)
		return nil
	}
	f, err := source.New(path, data)
	if err != nil {
		d.ErrorIn(path, "encoding", err.Error(), "")
		return nil
	}
	p := &parser{file: f, json: json.NewDecoder(bytes.NewReader(f.Text())), diags: d, out: &Export{Path: path, Records: map[string]Record{}, print: sha256.Sum256(f.Text())}}
	if err := p.top(); err != nil {
		p.broken(err)
	} else {
		p.check(course)
	}
	if p.failed {
		return nil
	}
	return p.out
}

type parser struct {
	file   *source.File
	json   *json.Decoder
	diags  *diag.List
	out    *Export
	failed bool

	format, course string
	version        float64
	at             map[string]source.Range // the values of the keys at the top
	records        bool
	count, unsound int // records so far
}

func (p *parser) fail(at source.Range, name, text, hint string) {
	p.failed = true
	p.diags.Error(p.file, at, name, text, hint)
}

// broken reports what is no JSON, where it stops being some.
func (p *parser) broken(err error) {
	if errors.Is(err, errTooMany) {
		return // it has been told
	}
	at, why := int(p.json.InputOffset()), "something else stands here than what students save"
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at, why = int(syntax.Offset)-1, syntax.Error()
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		at, why = len(p.file.Text())-1, "it ends too early"
	}
	p.fail(source.Range{Start: max(0, at), End: at + 1}, "file-broken", "this file cannot be read: "+why, saveAgain)
}

var errNotOurs = errors.New("not as saved")

// top reads the object that the file is.
func (p *parser) top() error {
	p.at = map[string]source.Range{}
	err := p.object(func(key string) error {
		switch key {
		case "records":
			p.records = true
			return p.object(p.record)
		case "format", "course", "name", "version":
			raw, at, err := p.value()
			p.at[key] = at
			if err == nil {
				p.keep(key, raw)
			}
			return err
		}
		_, _, err := p.value()
		return err
	})
	if err != nil {
		return err
	}
	if _, err := p.json.Token(); !errors.Is(err, io.EOF) {
		return errNotOurs
	}
	return nil
}

func (p *parser) keep(key string, raw []byte) {
	switch key {
	case "format":
		p.format, _ = text(raw)
	case "course":
		p.course, _ = text(raw)
	case "name":
		p.out.Name, _ = text(raw)
	case "version":
		p.version, _ = number(raw)
	}
}

// object calls visit for each key of an object, before its value.
func (p *parser) object(visit func(key string) error) error {
	if t, err := p.json.Token(); err != nil {
		return err
	} else if t != json.Delim('{') {
		return errNotOurs
	}
	for p.json.More() {
		key, err := p.json.Token()
		if err != nil {
			return err
		}
		if err := visit(key.(string)); err != nil { // of an object, the decoder gives no other key
			return err
		}
	}
	_, err := p.json.Token()
	return err
}

// value reads one value, whatever it is.
func (p *parser) value() (raw json.RawMessage, at source.Range, err error) {
	err = p.json.Decode(&raw)
	end := int(p.json.InputOffset())
	return raw, source.Range{Start: end - len(raw), End: end}, err
}

// record reads one record. Where too many are unsound the rest of the file is
// passed over: it was not made by a slip.
func (p *parser) record(id string) error {
	raw, at, err := p.value()
	if err != nil {
		return err
	}
	at = source.Range{Start: at.Start, End: at.Start + 1}
	if p.count++; p.count > maxRecords {
		p.fail(at, "records-many", fmt.Sprintf("there are more than %d records in this file", maxRecords), saveAgain)
		return errTooMany
	}
	r, why := readRecord(id, raw)
	if why != "" {
		p.unsound++
	}
	switch {
	case p.unsound > maxUnsound:
		p.fail(at, "records-broken", fmt.Sprintf("more than %d records are not as they were saved; the rest of this file was not looked at", maxUnsound), saveAgain)
		return errTooMany
	case why == newer:
		p.fail(at, "file-newer", fmt.Sprintf("the record of `%s` comes from a later version of Lectern", diag.Printable(id)), "update Lectern here")
	case why != "":
		p.fail(at, "record-broken", fmt.Sprintf("the record of `%s` is not as it was saved: %s", diag.Printable(short(id)), why), saveAgain)
	case r.isAnswer():
		p.out.Records[id] = r
	case r.open:
		p.out.Open++
	}
	return nil
}

// errTooMany ends the reading of a file of which enough has been told.
var errTooMany = errors.New("too many records")

// check looks at what the file says of itself.
func (p *parser) check(course string) {
	switch at := p.at["format"]; {
	case p.format != format || !p.records:
		p.fail(at, "file-strange", "this is not a file that students save", "on “My progress” they press “Save my progress as a file”")
	case p.version > version:
		p.fail(p.at["version"], "file-newer", "this file comes from a later version of Lectern", "update Lectern here")
	case p.version != version:
		p.fail(p.at["version"], "file-broken", "this file has no version that there ever was", saveAgain)
	case p.course == course+"-facilitator":
		p.fail(p.at["course"], "file-other-course", "this file was saved in the facilitator's edition, which holds the answers", "leave it out")
	case p.course != course:
		p.fail(p.at["course"], "file-other-course", fmt.Sprintf("this file is of the course `%s`, and this course is `%s`", diag.Printable(short(p.course)), course),
			"leave it out, or name its course with -C; the name is the `id` in site.yaml")
	}
}

// short is the beginning of what may be very long.
func short(s string) string {
	if runes := []rune(s); len(runes) > 80 {
		return string(runes[:80]) + "…"
	}
	return s
}
