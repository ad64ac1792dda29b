package main

import (
	"io"
	"os"
	"runtime"

	"lectern/internal/diag"
)

// printMessages prints what is wrong, in colour for a person at a terminal.
func printMessages(w io.Writer, d *diag.List) {
	if isColoured(w) {
		d.PrintIn(w, diag.TerminalColours)
		return
	}
	d.Print(w)
}

// isColoured reports whether what is written shows colours: on a terminal that
// knows any, unless NO_COLOR is set (https://no-color.org).
func isColoured(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == ""
}

// isTerminal reports whether somebody looks at what is written, on a terminal
// that knows what escape sequences are. Other devices than terminals pass, too;
// nobody reads what is written there.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	// Windows' older console shows the sequences as they are.
	if runtime.GOOS == "windows" && os.Getenv("WT_SESSION") == "" && os.Getenv("TERM") == "" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
