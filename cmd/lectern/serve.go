package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"lectern/internal/diag"
	"lectern/internal/serve"
	"lectern/internal/settings"
	"lectern/internal/site"
	"lectern/internal/watch"
)

type serveFlags struct {
	course  string
	address string
	edition string
	open    bool
	poll    time.Duration
	quiet   bool
}

func serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the course in your browser while you write it",
		Long: `lectern serve shows the course at an address of your own computer, as a build
would make it, drafts included. Save a file, and the page in the browser is the
new one: at the same place, with what was typed and opened. What is wrong is said
on the page, and the page stays as it was until it is mended. The page /_report
there is the one that lectern report makes.

Nobody else can see it, unless you say so with --addr.`,
		Example: `  lectern serve
  lectern serve --open
  lectern serve -C my-course --addr 127.0.0.1:9000`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.run(c.Context(), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	flags := c.Flags()
	flags.StringVarP(&f.course, "course", "C", ".", "the folder that holds site.yaml")
	flags.StringVar(&f.address, "addr", "", "where to listen, such as 127.0.0.1:9000 (default: port 8000 or the next free one)")
	oneOf(c, &f.edition, "edition", editions[0], editions, "student or facilitator")
	flags.BoolVar(&f.open, "open", false, "open the course in your browser")
	flags.DurationVar(&f.poll, "poll", 0, "look at all files at this pace, such as 2s, for folders that tell nothing of changes")
	quietFlag(c, &f.quiet)
	return c
}

func (f *serveFlags) run(ctx context.Context, out, errs io.Writer) error {
	root, err := openCourse(f.course)
	if err != nil {
		return err
	}
	defer root.Close()
	dir, err := filepath.Abs(f.course)
	if err != nil {
		return &failure{err}
	}
	listener, err := listen(f.address)
	if err != nil {
		return err
	}
	defer listener.Close()
	if ctx == nil {
		ctx = context.Background()
	}
	// The second Ctrl-C is the system's again, and ends everything at once.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	address := f.announce(out, errs, listener)
	// Watching begins before reading, so that no edit falls between the two.
	changes, err := f.watch(ctx, dir, errs)
	if err != nil {
		return &failure{err}
	}
	host, _, _ := net.SplitHostPort(listener.Addr().String())
	server := serve.New(f.read(root, dir, errs), serve.Options{
		Course: root.FS(), Dir: dir, Names: namesOf(f.address), Open: !isLoopback(host),
		Report: func() ([]byte, error) { return reportPage(root.FS()) },
	})
	if f.open {
		openBrowser(address, errs)
	}
	if err := server.Serve(ctx, listener, changes); err != nil {
		return &failure{err}
	}
	return nil
}

// read reads the course, and says what is wrong with it.
func (f *serveFlags) read(root *os.Root, dir string, errs io.Writer) *site.Live {
	live := site.Open(root.FS(), site.Options{Drafts: true, Facilitator: f.edition == editions[1], Before: toldOf(root, dir)})
	var d diag.List
	for _, m := range live.Problems() {
		d.Add(m)
	}
	printMessages(errs, &d)
	return live
}

// announce says first of all where the course is and how to stop. It returns the
// address.
func (f *serveFlags) announce(out, errs io.Writer, listener net.Listener) string {
	host, port, _ := net.SplitHostPort(listener.Addr().String())
	name := host
	if given, _, err := net.SplitHostPort(f.address); err == nil && given != "" {
		name = given
	}
	if ip := net.ParseIP(name); ip != nil && ip.IsUnspecified() {
		name = "localhost"
	}
	address := "http://" + net.JoinHostPort(name, port) + "/"
	fmt.Fprintf(out, "The course is at %s (to stop: Ctrl-C)\n", address)
	if !isLoopback(host) {
		fmt.Fprintln(errs, "lectern: warning: other computers that reach this one can read the course, drafts included")
	}
	return address
}

// watch tells of changes in the course's folder.
func (f *serveFlags) watch(ctx context.Context, dir string, errs io.Writer) (<-chan watch.Batch, error) {
	note := func(text string) {
		if !f.quiet {
			fmt.Fprintln(errs, "lectern: "+text)
		}
	}
	w, err := watch.Watch(ctx, dir, watch.Options{Poll: f.poll, Note: note, Ignore: isOutput})
	if err != nil {
		return nil, err
	}
	return w.Batches(), nil
}

// isOutput tells what has nothing to do with the course, whatever changes there.
func isOutput(path string) bool {
	top, _, _ := strings.Cut(path, "/")
	switch top {
	case settings.Content, settings.Theme, settings.File:
		return false
	}
	return true
}
