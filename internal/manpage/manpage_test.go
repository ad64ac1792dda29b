package manpage_test

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"lectern/internal/manpage"
)

// commands are a small program with what roff would take for its own.
func commands() *cobra.Command {
	nothing := func(*cobra.Command, []string) {}
	root := &cobra.Command{Use: "tea", Short: "Makes tea", Long: "First.\n.not a request, 'nor this: a\\b\n'nor that\n\nThen:\n\n  as it is"}
	pour := &cobra.Command{Use: "pour [cup]", Short: "Pours – slowly", Example: "  tea pour --hot", Run: nothing}
	pour.Flags().BoolP("hot", "t", false, "with `steam` on top")
	root.AddCommand(pour, &cobra.Command{Use: "spill", Short: "Nobody sees this", Hidden: true, Run: nothing})
	return root
}

func TestEachCommandThatPeopleSeeHasAPage(t *testing.T) {
	pages := manpage.All(commands())
	var names []string
	for _, p := range pages {
		names = append(names, p.Name)
	}
	if got := strings.Join(names, " "); got != "tea.1 tea-pour.1" {
		t.Fatalf("there are %s", got)
	}
	for _, want := range []string{
		".TH \"TEA\" 1 \"\" Lectern \"Lectern\"\n.SH NAME\ntea \\- Makes tea\n", ".SH SYNOPSIS\n.B tea [flags]\n",
		".SH DESCRIPTION\nFirst.\n\\&.not a request, 'nor this: a\\eb\n\\&'nor that\n.PP\nThen:\n.PP\n.nf\n  as it is\n.fi\n",
		".SH COMMANDS\n.TP\n.B pour\nPours \\(en slowly\n", ".SH SEE ALSO\n.BR tea\\-pour (1)\n",
	} {
		if !strings.Contains(string(pages[0].Text), want) {
			t.Errorf("missing\n%s\nin\n%s", want, pages[0].Text)
		}
	}
	for _, want := range []string{".B tea pour [cup] [flags]\n", ".B \\-t, \\-\\-hot steam\nwith steam on top\n", ".SH EXAMPLES\n.nf\n  tea pour \\-\\-hot\n.fi\n", ".BR tea (1)\n"} {
		if !strings.Contains(string(pages[1].Text), want) {
			t.Errorf("missing\n%s\nin\n%s", want, pages[1].Text)
		}
	}
}
