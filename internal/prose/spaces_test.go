package prose

import (
	"strings"
	"testing"
)

// In these words ~ stands for a no-break space and _ for a narrow one.
func TestFrenchSignsStayWithTheirWord(t *testing.T) {
	signs := strings.NewReplacer("\u00a0", "~", "\u202f", "_")
	for _, c := range [][2]string{
		{"Bonjour : ça va ?", "Bonjour~: ça va_?"},
		{"Non ! Oui ; « bien » !", "Non_! Oui_; «~bien~»_!"},
		{"Quoi ?! Ah !!", "Quoi_?! Ah_!!"},
		{"Le mot :", "Le mot~:"}, {" ?", "_?"},
		{"10 % de 20 $ à 5 °C, 3 €", "10~% de 20~$ à 5~°C, 3~€"},
		{"Sans espace: non! 10:30, a != b, x ::y", "Sans espace: non! 10:30, a != b, x ::y"},
		{"https://example.org/?a=1;b", "https://example.org/?a=1;b"},
		{"le %d et :house: ici", "le %d et :house: ici"},
		{"«juste»", "«juste»"},
		{"d'abord !\nPuis ?", "d'abord_!\nPuis_?"},
	} {
		if got := signs.Replace(Unbroken(c[0], "fr-CA")); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
	if got := Unbroken("What ? « x »", "en"); got != "What ? « x »" {
		t.Errorf("English: %q", got)
	}
}
