package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"lectern/internal/external"
)

// keptLinks is where answers of other websites are remembered.
const keptLinks = "links.json"

// longestRun is how long addresses are asked at most.
const longestRun = 10 * time.Minute

// askOutside returns why addresses are dead. What is known from the last days
// is not asked again.
func askOutside(root *os.Root, addresses []string, errs io.Writer) map[string]string {
	known := external.Answers{}
	if data, err := readKept(root, keptLinks); err == nil {
		_ = json.Unmarshal(data, &known) // what cannot be read is asked again
	}
	ctx, stop := context.WithTimeout(context.Background(), longestRun)
	defer stop()
	asker := external.New("Lectern (link check of a course)")
	waiting := newWaiting(errs, "addresses asked")
	asker.Told = waiting.told()
	answers, left := asker.Ask(ctx, addresses, known)
	waiting.end()
	if left > 0 {
		fmt.Fprintf(errs, "lectern: %s are left for the next run\n", fmt.Sprintf("%d addresses", left))
	}
	if err := keepAnswers(root, answers); err != nil {
		fmt.Fprintf(errs, "lectern: the answers of other websites could not be kept in %s: %v\n", keptFolder, err)
	}
	dead := map[string]string{}
	for address, a := range answers {
		if a.Fault != "" {
			dead[address] = a.Fault
		}
	}
	return dead
}

func keepAnswers(root *os.Root, answers external.Answers) error {
	data, err := json.MarshalIndent(answers, "", "  ")
	if err != nil {
		return err
	}
	return keep(root, keptLinks, append(data, '\n'))
}
