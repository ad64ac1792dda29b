package test

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// The highest school grade that a lesson's prose may ask of its readers, after Flesch and Kincaid.
const highestGrade = 8

func TestCourseReadsAtGradeEightOrLower(t *testing.T) {
	for _, l := range realCourse(t).Course.Lessons {
		grade := gradeOf(sentencesOf(l.Body.HTML))
		if grade > highestGrade {
			t.Errorf("%s reads at grade %.1f", name(l), grade)
		}
		t.Logf("%-45s %.1f", name(l), grade)
	}
}

func TestGradeTellsPlainWordsFromOthers(t *testing.T) {
	plain := gradeOf(sentencesOf("<p>Sam sits down. Ari brings some tea.</p>"))
	hard := gradeOf(sentencesOf("<p>Organizational interventions necessitate considerable interprofessional collaboration across institutional and jurisdictional boundaries.</p>"))
	if plain > 3 || hard < 16 {
		t.Errorf("plain words have grade %.1f, hard ones %.1f", plain, hard)
	}
}

var (
	block    = regexp.MustCompile(`</?(?:p|li|h[1-6]|t[dhr]|dt|dd|blockquote|div|ul|ol|table|aside|section|br)\b[^>]*>`)
	drawing  = regexp.MustCompile(`(?s)<svg.*?</svg>|<figure.*?</figure>`)
	anyTag   = regexp.MustCompile(`<[^>]*>`)
	endOf    = regexp.MustCompile(`[.!?…]+[”’)]*(?:\s|$)`)
	vowels   = regexp.MustCompile(`[aeiouy]+`)
	silentE  = regexp.MustCompile(`(?:[^aeiouyl]e|[^aeiouytd]ed|[^aeiouysxzcg]es)$`)
	fewWords = 4 // a heading or a cell of a table is no sentence
)

// sentencesOf are the sentences of a lesson's prose as lists of words.
func sentencesOf(page string) (sentences [][]string) {
	page = drawing.ReplaceAllString(page, " ")
	for _, part := range block.Split(page, -1) {
		for _, sentence := range endOf.Split(html.UnescapeString(anyTag.ReplaceAllString(part, "")), -1) {
			words := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) && r != '’' && r != '\'' })
			if len(words) >= fewWords {
				sentences = append(sentences, words)
			}
		}
	}
	return sentences
}

// gradeOf is the Flesch–Kincaid grade.
func gradeOf(sentences [][]string) float64 {
	words, syllables := 0, 0
	for _, sentence := range sentences {
		words += len(sentence)
		for _, word := range sentence {
			syllables += max(1, len(vowels.FindAllString(silentE.ReplaceAllString(word, ""), -1)))
		}
	}
	return .39*float64(words)/float64(max(1, len(sentences))) + 11.8*float64(syllables)/float64(max(1, words)) - 15.59
}
