package check_test

import "flag"

var update = flag.Bool("update", false, "write the expected messages and figures anew")
