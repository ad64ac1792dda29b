package layouts

// precise is how finely a duration of an hour and more is told, in minutes: it is an estimate.
const precise = 5

// About says how long something takes, by an estimate in minutes: "about 50
// minutes", "about 2 hours 45 minutes".
func (w *Words) About(minutes int) string {
	if minutes < 60 {
		return w.Say("about-minutes", "n", minutes)
	}
	rounded := (minutes + precise/2) / precise * precise
	hours := w.Say("hours", "n", rounded/60)
	if rounded%60 == 0 {
		return w.Say("about-hours", "hours", hours)
	}
	return w.Say("about-time", "hours", hours, "minutes", w.Say("minutes", "n", rounded%60))
}

// Exactly says a sum of minutes in signs: "50 min", "2 h 45 min".
func (w *Words) Exactly(minutes int) string {
	if minutes < 60 {
		return w.Say("plan-minutes", "n", minutes)
	}
	return w.Say("plan-hours", "hours", minutes/60, "minutes", minutes%60)
}
