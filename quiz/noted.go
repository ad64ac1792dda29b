package quiz

// noted is a question of which only its Base is known.
type noted struct{ base Base }

// Noted is a question that can be counted, named and led to, and not asked: of
// base it needs what a course knows of the questions of other pages.
func Noted(base Base) Question { return &noted{base} }

// Base implements Question.
func (n *noted) Base() *Base { return &n.base }

// Mark implements Question; there is nothing to mark by.
func (*noted) Mark(Response) Mark { return Mark{Verdict: Unmarked} }

// Key implements Question.
func (*noted) Key() any { return nil }

// Shape implements Question. No template and no sheet has one for it.
func (*noted) Shape() Shape { return nil }

// Follow implements Question.
func (*noted) Follow(Question, *Pairing) {}
