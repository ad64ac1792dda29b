package diagram

// english are the words of layouts/strings/en.yaml.
var english = Words{
	Centre: "Centre:", Ring: "Ring {n}:", Outer: "Outer ring:",
	Over: "{it}, over {a} and {b}",
	Both: "Forwards and back along these steps:",
}

// Draw draws source in English.
func Draw(kind, source, id string) (Drawing, *Problem) { return english.Draw(kind, source, id) }
