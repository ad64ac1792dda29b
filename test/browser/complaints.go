package browser

import (
	"fmt"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// hear receives every event of the tab, in order.
func (p *Page) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if request, ok := event.(*network.EventRequestWillBeSent); ok {
		p.asked = append(p.asked, request.Request.URL)
	}
	if complaint := complaintIn(event); complaint != "" {
		p.complaints = append(p.complaints, complaint)
	}
}

// complaintIn is empty for an event that is no complaint.
func complaintIn(event any) string {
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeAssert {
			return "console: " + said(event.Args)
		}
	case *runtime.EventExceptionThrown:
		return "uncaught: " + (&chromedp.ExceptionError{ExceptionDetails: event.ExceptionDetails}).Error()
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError {
			return fmt.Sprintf("%s: %s (%s)", event.Entry.Source, event.Entry.Text, event.Entry.URL)
		}
	case *audits.EventIssueAdded:
		if csp := event.Issue.Details.ContentSecurityPolicyIssueDetails; csp != nil {
			return fmt.Sprintf("content security policy: %s refuses %q", csp.ViolatedDirective, csp.BlockedURL)
		}
	}
	return ""
}

func said(values []*runtime.RemoteObject) string {
	text := ""
	for _, value := range values {
		if value.Description != "" {
			text += value.Description + " "
			continue
		}
		text += string(value.Value) + " "
	}
	return text
}

// Complaints hands over what the page complained about so far and forgets it. A test that makes a page complain on
// purpose calls it; otherwise every complaint fails the test when it ends.
func (p *Page) Complaints() []string {
	p.t.Helper()
	Eval[int](p, "1") // what the page said before this answer has been heard
	p.mu.Lock()
	defer p.mu.Unlock()
	complaints := p.complaints
	p.complaints = nil
	return complaints
}
