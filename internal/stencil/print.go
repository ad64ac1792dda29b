package stencil

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
)

// Values of these types are not escaped where they belong.
var (
	textType = reflect.TypeFor[string]()
	htmlType = reflect.TypeFor[template.HTML]()
	attrType = reflect.TypeFor[template.HTMLAttr]()
	jsType   = reflect.TypeFor[template.JS]()
)

// printer writes a value, escaped as html/template decided.
func printer(escapers []string) func(*run, reflect.Value) {
	switch strings.Join(escapers, " ") {
	case "htmlescaper":
		return func(r *run, v reflect.Value) {
			text, is := words(v)
			if is == htmlType {
				r.out.WriteString(text)
				return
			}
			plainOnly(is)
			escape(r.out, text)
		}
	case "rcdataescaper", "attrescaper":
		return escaped(func(text string) string { return text })
	case "urlfilter urlnormalizer attrescaper":
		return escaped(address)
	case "urlnormalizer attrescaper":
		return escaped(normal)
	case "urlescaper attrescaper":
		return escaped(part)
	case "htmlnamefilter":
		return only(attrType)
	case "jsvalescaper":
		return only(jsType)
	}
	giveUp()
	return nil
}

// escaped writes what change makes of a text.
func escaped(change func(string) string) func(*run, reflect.Value) {
	return func(r *run, v reflect.Value) {
		text, is := words(v)
		plainOnly(is)
		escape(r.out, change(text))
	}
}

// only writes values of one type as they are.
func only(want reflect.Type) func(*run, reflect.Value) {
	return func(r *run, v reflect.Value) {
		text, is := words(v)
		if is != want {
			giveUp()
		}
		r.out.WriteString(text)
	}
}

func plainOnly(is reflect.Type) {
	if is != textType {
		giveUp()
	}
}

// words is a value as text, and the type that says how it is to be escaped.
func words(v reflect.Value) (string, reflect.Type) {
	if v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	if !v.IsValid() {
		giveUp()
	}
	t := v.Type()
	switch {
	case t == textType, t == htmlType, t == attrType, t == jsType:
		return v.String(), t
	case t.PkgPath() == "html/template":
		giveUp()
	case t.Kind() == reflect.Int && t.NumMethod() == 0:
		return strconv.FormatInt(v.Int(), 10), textType
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface:
		giveUp()
	}
	return fmt.Sprint(v.Interface()), textType
}

// escape writes a text so that it is a text in HTML, and in a quoted attribute.
func escape(out *bytes.Buffer, text string) {
	from := 0
	for i := range len(text) {
		sign := escapes[text[i]]
		if sign == "" {
			continue
		}
		out.WriteString(text[from:i])
		out.WriteString(sign)
		from = i + 1
	}
	out.WriteString(text[from:])
}

var escapes = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}
