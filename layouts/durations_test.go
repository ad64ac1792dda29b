package layouts

import (
	"testing"

	"lectern/internal/diag"
)

func TestDurationsAreToldInHoursAndMinutes(t *testing.T) {
	for lang, wanted := range map[string]map[int]string{
		"en": {0: "about 0 minutes", 1: "about 1 minute", 59: "about 59 minutes", 60: "about 1 hour", 62: "about 1 hour", 63: "about 1 hour 5 minutes",
			118: "about 2 hours", 163: "about 2 hours 45 minutes"},
		"fr": {1: "environ 1 minute", 60: "environ 1 heure", 163: "environ 2 heures 45 minutes"},
	} {
		w := ReadWords(Over(nil), lang, &diag.List{})
		for minutes, want := range wanted {
			if got := w.About(minutes); got != want {
				t.Errorf("%s: %d minutes are %q, want %q", lang, minutes, got, want)
			}
		}
	}
	w := english(t)
	for minutes, want := range map[int]string{0: "0 min", 59: "59 min", 60: "1 h 0 min", 163: "2 h 43 min"} {
		if got := w.Exactly(minutes); got != want {
			t.Errorf("%d minutes are exactly %q, want %q", minutes, got, want)
		}
	}
}
