package reference

import (
	"fmt"
	"strings"
	"testing"
)

func TestEntries(t *testing.T) {
	for _, c := range []struct{ name, fields, want string }{
		{"article with a DOI given as an old address", `
type: article-journal
title: Listening first
author: [{family: Doe, given: Jane Q.}]
container-title: Journal of Examples
volume: 7
issue: 2
page: 143-154
DOI: http://dx.doi.org/10.1234/ex.5
URL: https://example.org/not-printed
issued: 2016-05-06`,
			`Doe, J. Q. (2016). Listening first. <em>Journal of Examples</em>, <em>7</em>(2), 143–154. <a href="https://doi.org/10.1234/ex.5">https://doi.org/10.1234/ex.5</a>`},
		{"article with a number for pages", `
type: article-journal
title: Listening first
author: [{family: Doe, given: Jane}]
container-title: Journal of Examples
volume: 13
issue: 12
number: e0209899
issued: 2018`,
			`Doe, J. (2018). Listening first. <em>Journal of Examples</em>, <em>13</em>(12), Article e0209899.`},
		{"article of an issue without a volume", `
type: article-journal
title: Listening first
author: [{family: Doe, given: Jane}]
container-title: Outlook
issue: 3-4
issued: 2018`,
			`Doe, J. (2018). Listening first. <em>Outlook</em>, (3–4).`},
		{"magazine and newspaper have full dates", `
type: article-newspaper
title: A place to meet
author: [{family: Doe, given: Jane}]
container-title: The Example Times
page: A1, A4
issued: {date-parts: [[2019, 12, 3]]}`,
			`Doe, J. (2019, December 3). A place to meet. <em>The Example Times</em>, A1, A4.`},
		{"blog post", `
type: post-weblog
title: Can we talk?
author: [{family: Doe, given: Jane}]
container-title: Example Blog
URL: https://example.org/talk
issued: 2018-09`,
			`Doe, J. (2018, September). Can we talk? <em>Example Blog</em>. <a href="https://example.org/talk">https://example.org/talk</a>`},
		{"preprint", `
type: article
title: Listening first
genre: Preprint
author: [{family: Doe, given: Jane}]
publisher: PsyArXiv
DOI: "doi: 10.1234/abc"
issued: 2021`,
			`Doe, J. (2021). <em>Listening first</em> [Preprint]. PsyArXiv. <a href="https://doi.org/10.1234/abc">https://doi.org/10.1234/abc</a>`},
		{"book of a later edition", `
type: book
title: "Walking alongside: A handbook"
author: [{family: Doe, given: Jane}, {family: Roe, given: Richard}]
edition: 2
publisher: Northern Press
publisher-place: Thunder Bay
issued: 2015-03`,
			`Doe, J., &amp; Roe, R. (2015). <em>Walking alongside: A handbook</em> (2nd ed.). Northern Press.`},
		{"book of several volumes, translated and edited", `
type: book
title: Walking alongside
author: {family: Doe, given: Jane}
editor: [{family: Poe, given: Ann}, {family: Lee, given: Bo}]
translator: [{family: Roe, given: Richard}]
edition: Revised edition
volume: 1-3
publisher: Northern Press
issued: 2015/2018`,
			`Doe, J. (2015–2018). <em>Walking alongside</em> (A. Poe &amp; B. Lee, Eds.; R. Roe, Trans.; Revised ed., Vol. 1–3). Northern Press.`},
		{"book known by its editor", `
type: book
title: Walking alongside
editor: [{family: Doe, given: Jane}]
publisher: Northern Press
issued: 2015`,
			`Doe, J. (Ed.). (2015). <em>Walking alongside</em>. Northern Press.`},
		{"book known by its editors", `
type: book
title: Walking alongside
editor: [{family: Doe, given: Jane}, {family: King, given: Martin L., suffix: Jr.}]
edition: 1st
issued: 2015`,
			`Doe, J., &amp; King, M. L., Jr. (Eds.). (2015). <em>Walking alongside</em>.`},
		{"chapter of one editor", `
type: chapter
title: Being heard
author: [{family: Doe, given: Jane}]
editor: [{family: Poe, given: Ann Bea}]
container-title: Walking alongside
edition: 3rd ed.
volume: 2
page: 1--20
publisher: Northern Press
issued: 2015`,
			`Doe, J. (2015). Being heard. In A. B. Poe (Ed.), <em>Walking alongside</em> (3rd ed., Vol. 2, pp. 1–20). Northern Press.`},
		{"chapter of two editors on one page", `
type: chapter
title: Being heard
author: [{family: Doe, given: Jane}]
editor: [{family: Poe, given: Ann}, {family: King, given: Martin, suffix: Jr.}]
container-title: Walking alongside
page: 7
publisher: Northern Press
issued: 2015`,
			`Doe, J. (2015). Being heard. In A. Poe &amp; M. King Jr. (Eds.), <em>Walking alongside</em> (p. 7). Northern Press.`},
		{"chapter of three editors, without an author", `
type: chapter
title: Being heard
editor: [{family: Poe, given: Ann}, {family: Lee, given: Bo}, {literal: The Example Group}]
container-title: Walking alongside
publisher: Northern Press
issued: 2015`,
			`Being heard. (2015). In A. Poe, B. Lee, &amp; The Example Group (Eds.), <em>Walking alongside</em>. Northern Press.`},
		{"dictionary entry read on a day", `
type: entry-dictionary
title: Peer
container-title: Example dictionary
URL: https://example.org/peer
accessed: 2020-10-11`,
			`Peer. (n.d.). In <em>Example dictionary</em>. Retrieved October 11, 2020, from <a href="https://example.org/peer">https://example.org/peer</a>`},
		{"report with a number", `
type: report
title: Paths of care
author: [{family: Doe, given: Jane}]
number: 12
publisher: Ministry of Examples
issued: 2014-06-30`,
			`Doe, J. (2014, June 30). <em>Paths of care</em> (Report No. 12). Ministry of Examples.`},
		{"report that says what it is", `
type: report
title: Paths of care
author: [{literal: Ministry of Examples}]
genre: Working Paper
number: 12
publisher: Ministry of examples
issued: 2014`,
			`Ministry of Examples. (2014). <em>Paths of care</em> (Working Paper No. 12).`},
		{"web page names its site", `
type: webpage
title: Peer support
author: [{family: Doe, given: Jane}]
container-title: Example Site
publisher: Example Owner
URL: https://example.org/?a=1&b=2
accessed: 2020-01-02
issued: 2019-02-10`,
			`Doe, J. (2019, February 10). <em>Peer support</em>. Example Site. <a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>`},
		{"web page without author, date and site", `
type: webpage
title: What is peer support?
URL: https://example.org/
accessed: {date-parts: [[2020, 4]]}`,
			`<em>What is peer support?</em> (n.d.). Retrieved April 2020, from <a href="https://example.org/">https://example.org/</a>`},
		{"thesis", `
type: thesis
title: On listening
author: [{family: Doe, given: Jane}]
genre: Doctoral dissertation
publisher: University of Examples
issued: 2012-11-01`,
			`Doe, J. (2012). <em>On listening</em> [Doctoral dissertation, University of Examples].`},
		{"software", `
type: software
title: Lectern
author: [{family: Doe, given: Jane}]
version: 1.2
publisher: Example Labs
issued: 2026`,
			`Doe, J. (2026). <em>Lectern</em> (Version 1.2) [Computer software]. Example Labs.`},
		{"film", `
type: motion_picture
title: The long walk
director: [{family: Doe, given: Jane}]
publisher: Example Pictures
issued: 2001`,
			`Doe, J. (Director). (2001). <em>The long walk</em> [Film]. Example Pictures.`},
		{"talk", `
type: speech
title: On listening
author: [{family: Doe, given: Jane}]
genre: Conference session
event-title: Example Meeting
event-place: Sioux Lookout, ON, Canada
issued: 2019-08-08`,
			`Doe, J. (2019, August 8). <em>On listening</em> [Conference session]. Example Meeting, Sioux Lookout, ON, Canada.`},
		{"title with mark-up of reference managers", `
type: article-journal
title: 'The <span class="nocase">iPhone</span> and <i>Homo sapiens</i> in H<sub>2</sub>O'
author: [{family: Doe, given: Jane}]
container-title: 'Journal of <i>Things</i>'
issued: 2019`,
			`Doe, J. (2019). The iPhone and <em>Homo sapiens</em> in H<sub>2</sub>O. <em>Journal of </em>Things.`},
		{"title with mark-up of pandoc, of a whole work", `
type: book
title: 'On *Homo sapiens* and [iPhone]{.nocase}s'
author: [{family: Doe, given: Jane}]
issued: 2019`,
			`Doe, J. (2019). <em>On </em>Homo sapiens<em> and iPhones</em>.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := item(t, c.fields).HTML(); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// Editions, pages and DOIs come in the forms that exports use.
func TestFormsOfOneField(t *testing.T) {
	const book = "type: book\ntitle: T\nauthor: [{literal: G}]\nissued: 2000\n"
	const article = "type: article-journal\ntitle: T\nauthor: [{literal: G}]\nissued: 2000\ncontainer-title: J\n"
	for _, c := range []struct{ fields, want string }{
		{book + "edition: 3", "G. (2000). T (3rd ed.)."},
		{book + "edition: 11th", "G. (2000). T (11th ed.)."},
		{book + "edition: 22 ed.", "G. (2000). T (22nd ed.)."},
		{book + "edition: 4th edition", "G. (2000). T (4th ed.)."},
		{book + "edition: First edition", "G. (2000). T (First ed.)."},
		{book + "edition: 2e éd.", "G. (2000). T (2nd ed.)."},
		{article + "page: 1--9", "G. (2000). T. J, 1–9."},
		{article + "page: 1–-9", "G. (2000). T. J, 1–9."},
		{article + "page: 1 — 9", "G. (2000). T. J, 1–9."},
		{article + "page: e1-e9, 12", "G. (2000). T. J, e1–e9, 12."},
		{article + "page: U1809", "G. (2000). T. J, U1809."},
		{article + "volume: 2-3\nissue: Suppl-A", "G. (2000). T. J, 2–3(Suppl-A)."},
		{article + "doi: 10.1234/a", "G. (2000). T. J. https://doi.org/10.1234/a"},
		{article + "DOI: doi:10.1234/a", "G. (2000). T. J. https://doi.org/10.1234/a"},
		{article + "DOI: HTTPS://DOI.ORG/10.1234/a", "G. (2000). T. J. https://doi.org/10.1234/a"},
		{article + "DOI: https://doi.org/10.1234/a%3C1", "G. (2000). T. J. https://doi.org/10.1234/a<1"},
		{article + "publisher: P\nnote: not printed\nabstract: nor this", "G. (2000). T. J."},
		{article + "volume: null\nissue: ~\npage:", "G. (2000). T. J."},
	} {
		if got := item(t, c.fields).Text(); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.fields, got, c.want)
		}
	}
}

func TestOldDOIsAreEscapedInTheirLinks(t *testing.T) {
	const want = `G. (n.d.). <em>T</em>. <a href="https://doi.org/10.1002/%28SICI%291097-0258%2819980815%2917:15%3C1661::AID%3E3.0.CO;2-2">https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID&gt;3.0.CO;2-2</a>`
	got := item(t, "type: book\ntitle: T\nauthor: [{literal: G}]\nDOI: 10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2").HTML()
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestManyAuthors(t *testing.T) {
	entry := func(n int) string {
		var authors []string
		for i := range n {
			authors = append(authors, fmt.Sprintf("{family: N%02d, given: Ann}", i+1))
		}
		return item(t, "type: book\ntitle: T\nissued: 2000\nauthor: ["+strings.Join(authors, ", ")+"]").Text()
	}
	const nineteen = "N01, A., N02, A., N03, A., N04, A., N05, A., N06, A., N07, A., N08, A., N09, A., N10, A., N11, A., N12, A., N13, A., N14, A., N15, A., N16, A., N17, A., N18, A., N19, A., "
	for n, want := range map[int]string{
		3:  "N01, A., N02, A., & N03, A. (2000). T.",
		20: nineteen + "& N20, A. (2000). T.",
		21: nineteen + ". . . N21, A. (2000). T.",
		40: nineteen + ". . . N40, A. (2000). T.",
	} {
		if got := entry(n); got != want {
			t.Errorf("%d authors\n got %s\nwant %s", n, got, want)
		}
	}
}
