package main

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"
)

// card is an example that the tests of its kind use, too.
type card struct {
	question string
	messages string // what Lectern says to it; of a bad card only
	bad      bool
}

func readCard(repo fs.FS, kind, name string) (card, error) {
	folder := "quiz/" + kind
	if kind == "quiz" { // of the frame around all kinds
		folder = "quiz"
	}
	data, err := fs.ReadFile(repo, folder+"/testdata/"+name+".txtar")
	if err != nil {
		return card{}, fmt.Errorf("there is no card `%s` of the kind `%s`", name, kind)
	}
	c := card{bad: strings.HasPrefix(name, "bad-")}
	for _, f := range txtar.Parse(data).Files {
		switch f.Name {
		case "question.md":
			c.question = string(f.Data)
		case "messages":
			c.messages = string(f.Data)
		}
	}
	return c, nil
}

// asked shows a card as it is written, and asks it. The line below parts the
// question from the lesson's next words.
func asked(c card, ids map[string]bool) string {
	return youWrite + fenced("markdown", c.question) + youGet + withOwnID(c.question, ids) + "\n---\n"
}

// wrong shows a card that is not right, and what Lectern says.
func wrong(c card) string {
	return youWrite + fenced("markdown", c.question) + "\nLectern says:\n\n" + fenced("text", c.messages)
}

// shown shows Markdown as it is written and as it looks.
func shown(text string) string {
	return youWrite + fenced("markdown", text) + youGet + text
}

const (
	youWrite = "You write:\n\n"
	youGet   = "\nYou get:\n\n"
)

// fenced is text as code, in a fence longer than any in it.
func fenced(language, text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + language + "\n" + strings.TrimRight(text, "\n") + "\n" + fence + "\n"
}

var idSetting = regexp.MustCompile(`(?m)^((?:<!--.*\b)?id: *)([A-Za-z0-9._-]+)`)

// withOwnID gives a question another id when an earlier one has the same: in a
// course each is asked once, while cards know nothing of each other.
func withOwnID(question string, ids map[string]bool) string {
	found := idSetting.FindStringSubmatchIndex(question)
	if found == nil {
		return question // its id will be made from the lesson and its words
	}
	id := question[found[4]:found[5]]
	own := id
	for n := 2; ids[own]; n++ {
		own = fmt.Sprintf("%s-%d", id, n)
	}
	ids[own] = true
	return question[:found[4]] + own + question[found[5]:]
}
