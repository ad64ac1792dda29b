package diagram

// A Branch is one step of a story that parts.
type Branch struct {
	Name string
	To   []int // the steps that its choices lead to
	End  bool
}

// Measures of branches, in units.
const (
	abreast = 3    // boxes side by side at most
	between = 10.0 // two boxes of a row
	onward  = 46.0 // between two rows, for the arrows
	lane    = 7.0  // from one way back to the next, at the side
	lanes   = 6    // ways back that have a place of their own
)

// Branches draws the steps of a story, the first at the top, the others below
// it by how many choices away they are. Ways that lead on to the next row are
// arrows; all others are dashed, and run down and up at the side. The id must
// be unique on the page. The text alternative is for the caller to give.
func Branches(title, id string, steps []Branch) string {
	m := newBranchMap(steps)
	p := newPage(id)
	m.place()
	for i := range steps {
		m.ways(p, i)
	}
	for i, b := range m.boxes {
		b.draw(p, steps[i].End)
	}
	p.tall = m.tall
	return p.svg(title)
}

// A box is where a step is drawn.
type box struct {
	x, y, wide, tall float64 // from its upper left corner
	away             int     // how many choices it is from the first step
	lines            []string
}

func (b box) middle() float64 { return b.x + b.wide/2 }
func (b box) bottom() float64 { return b.y + b.tall }

// draw sets a box above the arrows. An end has round sides.
func (b box) draw(p *page, end bool) {
	class, round := "box", 4.0
	if end {
		class, round = "box-end", 18
	}
	p.box(class, b.x, b.y, b.wide, b.tall, round)
	p.lines("label", b.middle(), b.y+b.tall/2-float64(len(b.lines)-1)*lead/2, b.lines)
}

type branchMap struct {
	steps []Branch
	boxes []box
	rows  [][]int
	back  int     // ways back that are drawn so far
	side  float64 // room for them
	tall  float64
}

// newBranchMap finds how far each step is and puts them into rows.
func newBranchMap(steps []Branch) *branchMap {
	m := &branchMap{steps: steps, boxes: make([]box, len(steps))}
	for i := range m.boxes {
		m.boxes[i].away = -1
	}
	layer, far := []int{0}, 0
	m.boxes[0].away = 0
	for ; len(layer) > 0; far++ {
		var next []int
		for _, i := range layer {
			for _, to := range steps[i].To {
				if m.boxes[to].away < 0 {
					m.boxes[to].away = far + 1
					next = append(next, to)
				}
			}
		}
		m.split(layer)
		layer = next
	}
	m.side = edge
	if n := m.countBack(); n > 0 {
		m.side += lane * float64(min(n, lanes)+1)
	}
	return m
}

// split cuts a layer into rows as even as can be.
func (m *branchMap) split(layer []int) {
	rows := (len(layer) + abreast - 1) / abreast
	for r := range rows {
		m.rows = append(m.rows, layer[r*len(layer)/rows:(r+1)*len(layer)/rows])
	}
}

// onwards are the steps a step leads to, each once: those one choice further
// from the beginning, or all others.
func (m *branchMap) onwards(from int, further bool) (to []int) {
	met := map[int]bool{}
	for _, t := range m.steps[from].To {
		if !met[t] && (m.boxes[t].away > m.boxes[from].away) == further {
			to = append(to, t)
		}
		met[t] = true
	}
	return to
}

func (m *branchMap) countBack() (n int) {
	for i := range m.steps {
		n += len(m.onwards(i, false))
	}
	return n
}

// place gives every box its place; those of one row are equally tall.
func (m *branchMap) place() {
	y := edge
	for _, row := range m.rows {
		n := float64(len(row))
		each := min((wide-edge-m.side-between*(n-1))/n, wide/2)
		x := edge + (wide-edge-m.side-each*n-between*(n-1))/2
		most := 1
		for _, i := range row {
			m.boxes[i].lines, _ = balance(m.steps[i].Name, (each-pad)/size)
			most = max(most, len(m.boxes[i].lines))
		}
		for _, i := range row {
			b := &m.boxes[i]
			b.x, b.y, b.wide, b.tall = x, y, each, float64(most)*lead+pad
			x += each + between
		}
		y += float64(most)*lead + pad + onward
	}
	m.tall = y - onward + onward/2
}

// ways draws what leads on from a step.
func (m *branchMap) ways(p *page, from int) {
	b := m.boxes[from]
	for _, to := range m.onwards(from, true) {
		t := m.boxes[to]
		x, y := t.middle(), t.y-3
		p.path("way", "M"+xy(b.middle(), b.bottom())+"L"+xy(x, y-10)+"L"+xy(x, y)+head(x, y-10, x, y))
	}
	for _, to := range m.onwards(from, false) {
		m.wayBack(p, b, m.boxes[to])
	}
}

// wayBack runs below the one box to the side, along it, and from above into
// the other.
func (m *branchMap) wayBack(p *page, b, t box) {
	n := float64(m.back % lanes)
	m.back++
	shift := 10 + 3*n
	from, to := b.middle()+shift, t.middle()+shift
	side := wide - edge - n*lane
	low, high, y := b.bottom()+8+2*n, t.y-20-2*n, t.y-3
	p.path("way-back", "M"+xy(from, b.bottom())+"L"+xy(from, low)+"L"+xy(side, low)+"L"+xy(side, high)+"L"+xy(to, high)+"L"+xy(to, y))
	p.path("way", head(to, high, to, y))
}
