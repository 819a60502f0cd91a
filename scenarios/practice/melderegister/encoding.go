// SPDX-License-Identifier: EUPL-1.2

package melderegister

import (
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

const contentType = "text/html; charset=windows-1252"

// encode writes letters that Windows-1252 lacks as numeric references.
func encode(page string) (string, error) {
	return encoding.HTMLEscapeUnsupported(charmap.Windows1252.NewEncoder()).String(page)
}

// posted answers the form fields of a request body, asked those of its address.
func posted(r *http.Request) func(string) string {
	// A body that cannot be read is a form without fields, as CGI did it.
	_ = r.ParseForm()
	return field(r.PostForm)
}

func asked(r *http.Request) func(string) string { return field(r.URL.Query()) }

func field(values url.Values) func(string) string {
	return func(name string) string { return strings.TrimSpace(decode(values.Get(name))) }
}

// decode turns the bytes of a Windows-1252 form into text. A browser submits
// letters that the form's encoding lacks as references such as &#272;.
func decode(raw string) string {
	text, err := charmap.Windows1252.NewDecoder().String(raw)
	if err != nil {
		return ""
	}
	return reference().ReplaceAllStringFunc(text, letter)
}

func reference() *regexp.Regexp { return regexp.MustCompile(`&#[0-9]{1,7};`) }

func letter(reference string) string {
	n, err := strconv.Atoi(reference[2 : len(reference)-1])
	if err != nil || n < ' ' || n > 0x10FFFF {
		return reference
	}
	return string(rune(n))
}
