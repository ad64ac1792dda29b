package layouts

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// event is one event of a calendar: its properties by name, with their parameters and as they are meant.
type event map[string]string

// readCalendar is a strict reader of what RFC 5545 lets the review write, and refuses anything else.
func readCalendar(text string) (events []event, err error) {
	if !strings.HasSuffix(text, "\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		return nil, fmt.Errorf("lines do not end by CR and LF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || line == "" || !utf8.ValidString(line) {
			return nil, fmt.Errorf("a line of %d bytes, or with a cut character: %q", len(line), line)
		}
	}
	open := []string{}
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, found := strings.Cut(line, ":")
		if !found || properties[name] == nil || !properties[name].MatchString(value) {
			return nil, fmt.Errorf("not a property with a value it may have: %q", line)
		}
		switch name {
		case "BEGIN":
			open = append(open, value)
			if value == "VEVENT" {
				events = append(events, event{})
			}
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				return nil, fmt.Errorf("%q ends what is not open", line)
			}
			open = open[:len(open)-1]
		default:
			if len(open) == 1 && (name == "VERSION" || name == "PRODID") {
				continue
			}
			if len(open) != 2 || events[len(events)-1][name] != "" {
				return nil, fmt.Errorf("%q stands in the wrong place, or twice", line)
			}
			events[len(events)-1][name] = meant.Replace(value)
		}
	}
	if len(open) > 0 || !strings.HasPrefix(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") {
		return nil, fmt.Errorf("no whole calendar")
	}
	for _, e := range events {
		if e["UID"] == "" || e["DTSTAMP"] == "" || e["DTSTART;VALUE=DATE"] == "" || e["DTEND;VALUE=DATE"] <= e["DTSTART;VALUE=DATE"] {
			return nil, fmt.Errorf("an event without what each has: %v", e)
		}
	}
	return events, nil
}

var (
	words      = regexp.MustCompile(`^(?:[^\\,;\x00-\x1f\x7f]|\\[\\,;n])*$`) // of the type TEXT
	date       = regexp.MustCompile(`^\d{8}$`)
	properties = map[string]*regexp.Regexp{
		"BEGIN": regexp.MustCompile(`^(VCALENDAR|VEVENT)$`), "END": regexp.MustCompile(`^(VCALENDAR|VEVENT)$`),
		"VERSION": regexp.MustCompile(`^2\.0$`), "PRODID": words, "UID": regexp.MustCompile(`^[!-~]+@[!-~]+$`),
		"DTSTAMP": regexp.MustCompile(`^\d{8}T\d{6}Z$`), "DTSTART;VALUE=DATE": date, "DTEND;VALUE=DATE": date,
		"SUMMARY": words, "DESCRIPTION": words, "URL": regexp.MustCompile(`^https?://[!-~]+$`), "TRANSP": regexp.MustCompile(`^TRANSPARENT$`),
	}
	meant = strings.NewReplacer(`\\`, `\`, `\,`, `,`, `\;`, `;`, `\n`, "\n")
)

type about struct {
	Course  string `json:"course"`
	Title   string `json:"title"`
	Text    string `json:"text"`
	Address string `json:"address"`
	Now     int64  `json:"now"`
}

func write(t *testing.T, asked ...[2]any) (files []string) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is not installed; the tests need it to run the page's scripts")
	}
	input, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, "testdata/calendar.js", "../quiz/registry.js", "scripts/boxes.js", "scripts/calendar.js")
	run.Stdin = strings.NewReader(string(input))
	said, err := run.CombinedOutput()
	if err == nil {
		err = json.Unmarshal(said, &files)
	}
	if err != nil {
		t.Fatalf("%v:\n%s", err, said)
	}
	return files
}

func TestRemindersAreACalendar(t *testing.T) {
	const leapDay = 21243 // 2028-02-29
	tea := about{Course: "tea-for-all", Title: "Review: Tea", Text: "Come back.", Address: "https://example.org/tea/review.html", Now: 1_800_000_000_123}
	file := write(t, [2]any{[]int{leapDay, leapDay + 306}, tea})[0]
	events, err := readCalendar(file)
	if err != nil {
		t.Fatalf("%v in:\n%s", err, file)
	}
	one := event{
		"UID": "20280229-tea-for-all@review.lectern", "DTSTAMP": "20270115T080000Z", "DTSTART;VALUE=DATE": "20280229", "DTEND;VALUE=DATE": "20280301",
		"SUMMARY": "Review: Tea", "DESCRIPTION": "Come back.", "URL": tea.Address, "TRANSP": "TRANSPARENT",
	}
	if len(events) != 2 || !reflect.DeepEqual(events[0], one) {
		t.Errorf("the events are %v, and the first should be %v", events, one)
	}
	if last := events[len(events)-1]; last["DTSTART;VALUE=DATE"] != "20281231" || last["DTEND;VALUE=DATE"] != "20290101" {
		t.Errorf("the last day of the year is %v", last)
	}
}

func TestRemindersSurviveAnyTitle(t *testing.T) {
	titles := []string{
		`Tea, coffee; and \ more`, "One\nTwo\r\nThree\rFour", strings.Repeat("ᐃᓄᒃᑎᑐᑦ ", 30), strings.Repeat("𝒯", 80), "\x00\x07BEGIN:VEVENT\nEND:VEVENT", "", " blanks ",
		strings.Repeat("a", 66), strings.Repeat("a", 67), strings.Repeat("a", 68), strings.Repeat("é", 34), "مرحبا, " + strings.Repeat("م", 60),
	}
	var asked [][2]any
	for _, title := range titles {
		asked = append(asked, [2]any{[]int{20000}, about{Course: title + "@x", Title: title, Text: title, Now: 1_800_000_000_000}})
	}
	clean := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "", "\x07", "")
	for i, file := range write(t, asked...) {
		events, err := readCalendar(file)
		if err != nil || len(events) != 1 {
			t.Errorf("%q: %v, %d events in:\n%s", titles[i], err, len(events), file)
			continue
		}
		if e := events[0]; e["SUMMARY"] != clean.Replace(titles[i]) || e["DESCRIPTION"] != e["SUMMARY"] || e["URL"] != "" {
			t.Errorf("%q became %v", titles[i], e)
		}
	}
}

// An event that is brought in again is the same one; another day, or another course, is another.
func TestRemindersKnowTheirEvents(t *testing.T) {
	seen := map[string]bool{}
	uid := func(day int, course string, now int64) string {
		events, err := readCalendar(write(t, [2]any{[]int{day}, about{Course: course, Now: now}})[0])
		if err != nil {
			t.Fatal(err)
		}
		return events[0]["UID"]
	}
	for _, id := range []string{uid(20000, "a", 1), uid(20001, "a", 1), uid(20000, "b", 1)} {
		if seen[id] {
			t.Errorf("two events are called %s", id)
		}
		seen[id] = true
	}
	if !seen[uid(20000, "a", 2)] {
		t.Error("the same day is another event a moment later")
	}
}

func TestTheReaderOfCalendarsRefusesWhatIsWrong(t *testing.T) {
	good := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTAMP:20270115T080000Z\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if _, err := readCalendar(good); err != nil {
		t.Fatalf("a good one is refused: %v", err)
	}
	for from, to := range map[string]string{
		"SUMMARY:a\r\n": "SUMMARY:a\n", "SUMMARY:a": "SUMMARY:a,b", "UID:a@b\r\n": "", "END:VEVENT\r\n": "", "DTEND;VALUE=DATE:20270102": "DTEND;VALUE=DATE:20270101",
		"20270115T080000Z": "20270115T080000", "SUMMARY": "SUMMARY:" + strings.Repeat("a", 80), "PRODID:x": "BELL:x",
	} {
		if _, err := readCalendar(strings.Replace(good, from, to, 1)); err == nil {
			t.Errorf("%q is read", to)
		}
	}
}
