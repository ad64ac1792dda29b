package collect

import "math"

// z is how many standard errors to each side hold 95 of 100 samples.
const z = 1.959964

// interval is where the figure of many more students would probably lie: 95 of
// 100 such intervals hold it.
type interval struct{ Low, High float64 }

// wilson is the interval of a share of n, which is right for small n, too (Wilson
// 1927).
func wilson(share float64, n int) interval {
	N := float64(n)
	middle := share + z*z/(2*N)
	half := z * math.Sqrt(share*(1-share)/N+z*z/(4*N*N))
	whole := 1 + z*z/N
	return interval{max(0, (middle-half)/whole), min(1, (middle+half)/whole)}
}

// fisher is the interval of a correlation over n pairs (Fisher 1921). It wants
// four pairs or more.
func fisher(r float64, n int) interval {
	if math.Abs(r) >= 1 {
		return interval{r, r}
	}
	half := z / math.Sqrt(float64(n-3))
	return interval{math.Tanh(math.Atanh(r) - half), math.Tanh(math.Atanh(r) + half)}
}

// correlation is Pearson's r. ok is false when one of the two never changes.
// With one of them 0 or 1 it is the point-biserial correlation.
func correlation(x, y []float64) (r float64, ok bool) {
	mx, my := mean(x), mean(y)
	var xy, xx, yy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		xy += dx * dy
		xx += dx * dx
		yy += dy * dy
	}
	const nothing = 1e-12
	if xx < nothing || yy < nothing {
		return 0, false
	}
	return max(-1, min(1, xy/math.Sqrt(xx*yy))), true
}

func mean(numbers []float64) float64 {
	sum := 0.0
	for _, n := range numbers {
		sum += n
	}
	return sum / float64(max(1, len(numbers)))
}
