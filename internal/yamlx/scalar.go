package yamlx

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"lectern/internal/once"
)

func (d *decoder) scalar(n Node, v reflect.Value, key string) {
	if !d.want(n, Scalar, key) {
		return
	}
	if n.broken && v.Kind() != reflect.String {
		d.ok = false // which has been told
		return
	}
	switch v.Kind() {
	case reflect.String:
		if !n.Null || n.Value != "" {
			v.SetString(n.Value)
		}
	case reflect.Bool:
		d.boolean(n, v, key)
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			d.fail(n.At, "yaml-type", fmt.Sprintf("%s must be a whole number, not `%s`", named(key), n.Value), inDigits(n.Value, false))
			return
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || x-x != 0 {
			d.fail(n.At, "yaml-type", fmt.Sprintf("%s must be a number, not `%s`", named(key), n.Value), inDigits(n.Value, true))
			return
		}
		v.SetFloat(x)
	default:
		panic("yamlx: cannot decode into " + v.Type().String())
	}
}

var number = once.Regexp(`^[^\w-]*(-?\d+(?:\.\d+)?)(?:[^\d.]|$)`)

// inDigits says how to write a number that has words or quotation marks around it.
func inDigits(written string, fraction bool) string {
	m := number.FindStringSubmatch(written)
	switch {
	case m == nil:
		return "write it in digits"
	case strings.Contains(m[1], ".") && !fraction || m[1] == written:
		return ""
	}
	return "write the number alone: `" + m[1] + "`"
}

func (d *decoder) boolean(n Node, v reflect.Value, key string) {
	switch strings.ToLower(n.Value) {
	case "true", "yes", "on":
		v.SetBool(true)
	case "false", "no", "off":
		v.SetBool(false)
	default:
		d.fail(n.At, "yaml-type", fmt.Sprintf("%s must be true or false, not `%s`", named(key), n.Value), "")
	}
}
