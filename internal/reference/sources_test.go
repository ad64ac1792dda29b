package reference

import (
	"strings"
	"testing"
)

// sourceEntries is the reference list of the course, in its order.
var sourceEntries = []struct{ id, html, inText string }{
	{"bcfirst2017",
		`BC First Responders’ Mental Health. (2017). <em>Supporting mental health in first responders: Overview of peer support programs</em>. <a href="https://bcfirstrespondersmentalhealth.com/wp-content/uploads/2017/06/Overview-of-Peer-Support-Progams-170619.pdf">https://bcfirstrespondersmentalhealth.com/wp-content/uploads/2017/06/Overview-of-Peer-Support-Progams-170619.pdf</a>`,
		"(BC First Responders’ Mental Health, 2017)"},
	{"coatsworth2006",
		`Coatsworth-Puspoky, R., Forchuk, C., &amp; Ward-Griffin, C. (2006). Peer support relationships: An unexplored interpersonal process in mental health. <em>Journal of Psychiatric and Mental Health Nursing</em>, <em>13</em>(5), 490–497.`,
		"(Coatsworth-Puspoky et al., 2006)"},
	{"cyr2016",
		`Cyr, C., McKee, H., O’Hagan, M., &amp; Priest, R. (2016). <em>Making the case for peer support: Report to the Peer Support Project Committee of the Mental Health Commission of Canada</em> (2nd ed.). Mental Health Commission of Canada. <a href="https://www.mentalhealthcommission.ca/sites/default/files/2016-07/MHCC_Making_the_Case_for_Peer_Support_2016_Eng.pdf">https://www.mentalhealthcommission.ca/sites/default/files/2016-07/MHCC_Making_the_Case_for_Peer_Support_2016_Eng.pdf</a>`,
		"(Cyr et al., 2016)"},
	{"davidson1999",
		`Davidson, L., Chinman, M., Kloos, B., Weingarten, R., Stayner, D., &amp; Tebes, J. K. (1999). Peer support among individuals with severe mental illness: A review of the evidence. <em>Clinical Psychology: Science and Practice</em>, <em>6</em>(2), 165–187.`,
		"(Davidson et al., 1999)"},
	{"dumont2002",
		`Dumont, J., &amp; Jones, K. (2002). Findings from a consumer/survivor defined alternative to psychiatric hospitalization. <em>Outlook</em>, <em>3</em>(Spring), 4–6.`,
		"(Dumont & Jones, 2002)"},
	{"macpherson2001",
		`MacPherson, D. (2001, April 4). <em>Framework for action: A four-pillar approach to drug problems in Vancouver</em>. City of Vancouver. <a href="https://static1.squarespace.com/static/596f8b1ca803bb496e345ac8/t/59c97123f5e231aeec5a781d/1506373924623/A_Four-Pillar_Approach_to_Drug_Problems_in_Vancouv.pdf">https://static1.squarespace.com/static/596f8b1ca803bb496e345ac8/t/59c97123f5e231aeec5a781d/1506373924623/A_Four-Pillar_Approach_to_Drug_Problems_in_Vancouv.pdf</a>`,
		"(MacPherson, 2001)"},
	{"mcauliffe1990",
		`McAuliffe, W. E. (1990). A randomized controlled trial of recovery training and self-help for opioid addicts in New England and Hong Kong. <em>Journal of Psychoactive Drugs</em>, <em>22</em>(2), 197–209. <a href="https://doi.org/10.1080/02791072.1990.10472544">https://doi.org/10.1080/02791072.1990.10472544</a>`,
		"(McAuliffe, 1990)"},
	{"mhcc",
		`Mental Health Commission of Canada. (n.d.). <em>Peer support</em>. <a href="https://www.mentalhealthcommission.ca/English/what-we-do/recovery/peer-support">https://www.mentalhealthcommission.ca/English/what-we-do/recovery/peer-support</a>`,
		"(Mental Health Commission of Canada, n.d.)"},
	{"mohatt2004",
		`Mohatt, G. V., Hazel, K. L., Allen, J., Stachelrodt, M., Hensel, C., &amp; Fath, R. (2004). Unheard Alaska: Culturally anchored participatory action research on sobriety with Alaska Natives. <em>American Journal of Community Psychology</em>, <em>33</em>(3–4), 263–273.`,
		"(Mohatt et al., 2004)"},
	{"ochocka2006",
		`Ochocka, J., Nelson, G., Janzen, R., &amp; Trainor, J. (2006). A longitudinal study of mental health consumer/survivor initiatives: Part 3—A qualitative study of impacts of participation on new members. <em>Journal of Community Psychology</em>, <em>34</em>(3), 273–283.`,
		"(Ochocka et al., 2006)"},
	{"penn2012",
		`Penn, R., &amp; Strike, C. (2012). <em>Connecting in the community: Outreach programs for people who use drugs</em>. <a href="http://www.catie.ca/en/pif/spring-2012/connecting-community-outreachprograms-people-who-use-drugs">http://www.catie.ca/en/pif/spring-2012/connecting-community-outreachprograms-people-who-use-drugs</a>`,
		"(Penn & Strike, 2012)"},
	{"ratzlaff2006",
		`Ratzlaff, S., McDiarmid, D., Marty, D., &amp; Rapp, C. (2006). The Kansas consumer as provider program: Measuring the effects of a supported education initiative. <em>Psychiatric Rehabilitation Journal</em>, <em>29</em>(3), 174–182.`,
		"(Ratzlaff et al., 2006)"},
	{"resnick2008",
		`Resnick, S. G., &amp; Rosenheck, R. A. (2008). Integrating peer-provided services: A quasi-experimental study of recovery orientation, confidence, and empowerment. <em>Psychiatric Services</em>, <em>59</em>(11), 1307–1314.`,
		"(Resnick & Rosenheck, 2008)"},
	{"robinson2006",
		`Robinson, G., Warren, H., Samu, K., Wheeler, A., Matangi-Karsten, H., &amp; Agnew, F. (2006). Pacific healthcare workers and their treatment interventions for Pacific clients with alcohol and drug issues in New Zealand. <em>New Zealand Medical Journal</em>, <em>119</em>(1228), U1809.`,
		"(Robinson et al., 2006)"},
	{"salzer2002",
		`Salzer, M. S. (2002). Consumer-delivered services as best practice in mental health care delivery and the development of practice guidelines. <em>Psychiatric Rehabilitation Skills</em>, <em>6</em>(3), 355–382.`,
		"(Salzer, 2002)"},
	{"slfnha2006",
		`Sioux Lookout First Nations Health Authority. (2006). <em>The Anishinabe Health Plan</em>.`,
		"(Sioux Lookout First Nations Health Authority, 2006)"},
	{"samhsa2020",
		`Substance Abuse and Mental Health Services Administration. (2020). <em>SAMHSA core competencies for peer workers</em>. <a href="https://www.samhsa.gov/brss-tacs/recovery-support-tools/peers/core-competencies-peer-workers">https://www.samhsa.gov/brss-tacs/recovery-support-tools/peers/core-competencies-peer-workers</a>`,
		"(Substance Abuse and Mental Health Services Administration, 2020)"},
	{"tracy2016",
		`Tracy, K., &amp; Wallace, S. P. (2016). Benefits of peer support groups in the treatment of addiction. <em>Substance Abuse and Rehabilitation</em>, <em>7</em>, 143–154. <a href="https://doi.org/10.2147/SAR.S81535">https://doi.org/10.2147/SAR.S81535</a>`,
		"(Tracy & Wallace, 2016)"},
	{"waterloo2018",
		`Waterloo Region Integrated Drugs Strategy Special Committee on Opioid Response. (2018). <em>Waterloo region opioid response plan</em>.`,
		"(Waterloo Region Integrated Drugs Strategy Special Committee on Opioid Response, 2018)"},
}

func TestTheCoursesOwnSources(t *testing.T) {
	l := sourceLibrary(t)
	sorted := l.Sorted()
	if len(sorted) != len(sourceEntries) {
		t.Fatalf("%d works were read, not %d", len(sorted), len(sourceEntries))
	}
	for i, want := range sourceEntries {
		t.Run(want.id, func(t *testing.T) {
			if sorted[i].ID != want.id {
				t.Errorf("place %d of the list is %s", i+1, sorted[i].ID)
			}
			it, _ := l.Item(want.id)
			if got := it.HTML(); got != want.html {
				t.Errorf("entry\n got %s\nwant %s", got, want.html)
			}
			if got := PlainText(cite(t, l, "@"+want.id)); got != want.inText {
				t.Errorf("citation\n got %s\nwant %s", got, want.inText)
			}
		})
	}
}

func TestTextIsTheEntryWithoutMarkup(t *testing.T) {
	it, _ := sourceLibrary(t).Item("tracy2016")
	const want = "Tracy, K., & Wallace, S. P. (2016). Benefits of peer support groups in the treatment of addiction. Substance Abuse and Rehabilitation, 7, 143–154. https://doi.org/10.2147/SAR.S81535"
	if got := it.Text(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestKeysAreSorted(t *testing.T) {
	const want = "bcfirst2017 coatsworth2006 cyr2016 davidson1999 dumont2002 macpherson2001 mcauliffe1990 mhcc mohatt2004 ochocka2006 penn2012 ratzlaff2006 resnick2008 robinson2006 salzer2002 samhsa2020 slfnha2006 tracy2016 waterloo2018"
	if got := strings.Join(sourceLibrary(t).Keys(), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
