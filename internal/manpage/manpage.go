// Package manpage writes the help of commands as pages for the program man. The
// library of the commands could do it, too, and would bring two modules for it.
package manpage

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Page is one page.
type Page struct {
	Name string // of its file, such as "lectern-build.1"
	Text []byte // in the language of roff's macros an
}

// All returns the pages of a command and of all that are below it.
func All(c *cobra.Command) []Page {
	pages := []Page{{name(c) + ".1", page(c)}}
	for _, below := range c.Commands() {
		if below.IsAvailableCommand() {
			pages = append(pages, All(below)...)
		}
	}
	return pages
}

// name is the title of a command's page: "lectern-export-zip".
func name(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

func page(c *cobra.Command) []byte {
	c.InitDefaultHelpFlag()
	var b bytes.Buffer
	fmt.Fprintf(&b, ".TH %s 1 \"\" Lectern \"Lectern\"\n", quoted(strings.ToUpper(name(c))))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", escaped(name(c)), escaped(c.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", escaped(c.UseLine()))
	if c.Long != "" {
		fmt.Fprint(&b, ".SH DESCRIPTION\n")
		prose(&b, c.Long)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprint(&b, ".SH COMMANDS\n")
		for _, below := range c.Commands() {
			if below.IsAvailableCommand() {
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", escaped(below.Name()), escaped(below.Short))
			}
		}
	}
	options(&b, c)
	if c.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", escaped(c.Example))
	}
	alsoSee(&b, c)
	return b.Bytes()
}

// prose writes paragraphs; lines that are indented stay as they are.
func prose(b *bytes.Buffer, text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		if strings.HasPrefix(paragraph, "  ") {
			fmt.Fprintf(b, ".nf\n%s\n.fi\n", escaped(paragraph))
		} else {
			b.WriteString(escaped(paragraph) + "\n")
		}
	}
}

func options(b *bytes.Buffer, c *cobra.Command) {
	if !c.HasAvailableFlags() {
		return
	}
	b.WriteString(".SH OPTIONS\n")
	c.Flags().VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", escaped(strings.TrimSpace(term+" "+value)), escaped(usage))
	})
}

func alsoSee(b *bytes.Buffer, c *cobra.Command) {
	var others []string
	if c.HasParent() {
		others = append(others, name(c.Parent()))
	}
	for _, below := range c.Commands() {
		if below.IsAvailableCommand() {
			others = append(others, name(below))
		}
	}
	if len(others) == 0 {
		return
	}
	b.WriteString(".SH SEE ALSO\n")
	for i, other := range others {
		end := ","
		if i == len(others)-1 {
			end = ""
		}
		fmt.Fprintf(b, ".BR %s (1)%s\n", escaped(other), end)
	}
}

// escaped is text that means itself to roff: backslashes and hyphens are signs
// of their own, and a line may begin with a dot or an apostrophe.
func escaped(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...", "“", `\(lq`, "”", `\(rq`, "’", `\(cq`, "–", `\(en`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func quoted(word string) string { return `"` + escaped(word) + `"` }
