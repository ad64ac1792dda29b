package browser

import (
	"fmt"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// hearChromium receives every event of the tab, in order.
func (p *Page) hearChromium(event any) {
	if request, ok := event.(*network.EventRequestWillBeSent); ok {
		p.asksFor(request.Request.URL)
	}
	if complaint := complaintIn(event); complaint != "" {
		p.complains(complaint)
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
