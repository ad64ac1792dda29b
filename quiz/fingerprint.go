package quiz

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"golang.org/x/text/unicode/norm"
)

var lowerBase32 = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Fingerprint names an answer by its words, so that a student's stored answer
// survives when answers are added, removed or put in another order. Eight
// characters: within one question two different answers share a fingerprint
// once in a million million pairs, and then the build refuses the question.
func Fingerprint(words string) string {
	sum := sha256.Sum256([]byte(norm.NFC.String(strings.Join(strings.Fields(words), " "))))
	return lowerBase32.EncodeToString(sum[:5])
}
