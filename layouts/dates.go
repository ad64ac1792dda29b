package layouts

import (
	"strings"
	"time"
)

// Date writes a day such as 2027-06-01 in the language's words. What is no such
// day stays as it is.
func (w *Words) Date(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	months := strings.Split(w.Say("months"), ",")
	if err != nil || len(months) != 12 {
		return day
	}
	key := "date"
	if t.Day() == 1 {
		key = "date-first"
	}
	return w.Say(key, "day", t.Day(), "month", strings.TrimSpace(months[t.Month()-1]), "year", t.Year())
}
