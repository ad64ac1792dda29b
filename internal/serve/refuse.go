package serve

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// refuse says why a request gets no answer; code is 0 when it gets one. What is
// on this computer is for who sits before it: another website must not read it,
// neither under a name of its own that leads here, nor by asking from its pages.
func (s *Server) refuse(r *http.Request) (code int, why string) {
	switch {
	case !s.isOurs(r.Host):
		return http.StatusMisdirectedRequest, "This preview is not for that host."
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed, "There is nothing here but pages to read."
	case r.Header.Get("Origin") != "" && !s.isOurOrigin(r):
		return http.StatusForbidden, "Another website may not ask for this."
	case r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Mode") != "navigate":
		return http.StatusForbidden, "Another website may not ask for this."
	}
	return 0, ""
}

// isOurOrigin reports whether a request comes from a page of this preview.
func (s *Server) isOurOrigin(r *http.Request) bool {
	from, err := url.Parse(r.Header.Get("Origin"))
	return err == nil && from.Scheme == "http" && strings.EqualFold(from.Host, r.Host)
}

// isOurs reports whether a host is a name of this computer. A number is one: who
// makes a name lead here has no number to put in its place.
func (s *Server) isOurs(host string) bool {
	name := host
	if bare, _, err := net.SplitHostPort(host); err == nil {
		name = bare
	}
	name = strings.TrimSuffix(strings.ToLower(strings.Trim(name, "[]")), ".")
	if name == "localhost" || slices.Contains(s.options.Names, name) {
		return true
	}
	number, err := netip.ParseAddr(name)
	return err == nil && (s.options.Open || number.IsLoopback())
}
