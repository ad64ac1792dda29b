package once

import "regexp"

// Pattern is a regular expression that is compiled when it is first used. Its
// methods are those of regexp.Regexp.
type Pattern struct{ compiled func() *regexp.Regexp }

// Regexp is a pattern written as package regexp wants it. A wrong one panics when
// it is first used, so each must be used in a test.
func Regexp(expr string) Pattern {
	return Pattern{Value(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
}

func (p Pattern) Match(b []byte) bool              { return p.compiled().Match(b) }
func (p Pattern) MatchString(s string) bool        { return p.compiled().MatchString(s) }
func (p Pattern) Find(b []byte) []byte             { return p.compiled().Find(b) }
func (p Pattern) FindAll(b []byte, n int) [][]byte { return p.compiled().FindAll(b, n) }
func (p Pattern) FindIndex(b []byte) []int         { return p.compiled().FindIndex(b) }
func (p Pattern) FindSubmatch(b []byte) [][]byte   { return p.compiled().FindSubmatch(b) }
func (p Pattern) FindSubmatchIndex(b []byte) []int { return p.compiled().FindSubmatchIndex(b) }
func (p Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.compiled().FindAllSubmatch(b, n)
}
func (p Pattern) FindString(s string) string           { return p.compiled().FindString(s) }
func (p Pattern) FindStringIndex(s string) []int       { return p.compiled().FindStringIndex(s) }
func (p Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }
func (p Pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}
func (p Pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }
func (p Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}
func (p Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}
func (p Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}
func (p Pattern) ReplaceAll(b, with []byte) []byte { return p.compiled().ReplaceAll(b, with) }
func (p Pattern) ReplaceAllString(s, with string) string {
	return p.compiled().ReplaceAllString(s, with)
}
func (p Pattern) ReplaceAllLiteralString(s, with string) string {
	return p.compiled().ReplaceAllLiteralString(s, with)
}
func (p Pattern) ReplaceAllStringFunc(s string, with func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, with)
}
