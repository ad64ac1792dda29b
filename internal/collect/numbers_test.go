package collect

import (
	"math"
	"testing"
)

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 5e-5 {
		t.Errorf("%s is %.5f, want %.5f", what, got, want)
	}
}

// By hand: the means are 0.5 and 2; the products of what is above and below them
// add up to 2, the squares to 1 and 8; 2/√8.
func TestACorrelationIsPearsons(t *testing.T) {
	r, ok := correlation([]float64{1, 1, 0, 0}, []float64{4, 2, 2, 0})
	near(t, "r", r, 0.70711)
	if _, always := correlation([]float64{1, 1}, []float64{1, 2}); !ok || always {
		t.Error("where nothing changes there is no correlation")
	}
}

// 5 of 10 by Wilson: (0.5 + z²/20 ± z·√(0.025 + z²/400)) / (1 + z²/10). None and
// all of 3: 0 to z²/(3+z²), and what is left.
func TestTheIntervalOfAShareIsWilsons(t *testing.T) {
	half := wilson(0.5, 10)
	near(t, "low", half.Low, 0.23659)
	near(t, "high", half.High, 0.76341)
	near(t, "low of none", wilson(0, 3).Low, 0)
	near(t, "high of none", wilson(0, 3).High, z*z/(3+z*z))
	near(t, "low of all", wilson(1, 3).Low, 3/(3+z*z))
	for n, want := range map[int]int{10: 26, 30: 17, 100: 10, 400: 5} {
		if got := Margin(n); got != want {
			t.Errorf("the share of %d students is known to %d points, want %d", n, got, want)
		}
	}
}

// artanh 0.5 = 0.54931, and 1.95996/√27 = 0.37720.
func TestTheIntervalOfACorrelationIsFishers(t *testing.T) {
	i := fisher(0.5, 30)
	near(t, "low", i.Low, math.Tanh(0.54931-0.37720))
	near(t, "high", i.High, math.Tanh(0.54931+0.37720))
	if whole := fisher(-1, 10); whole.Low != -1 || whole.High != -1 {
		t.Errorf("of -1 it is %+v", whole)
	}
}
