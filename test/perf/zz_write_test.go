package main
import ("testing";"os";"strconv")
func TestZZWrite(t *testing.T) { n,_ := strconv.Atoi(os.Getenv("N")); if err := writeCourse(os.Getenv("OUT"), n, 1); err != nil { t.Fatal(err) } }
