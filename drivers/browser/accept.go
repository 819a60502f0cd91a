// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// accepted reports whether a file fits the accept attribute of an input: a
// list of endings (.pdf), media types (application/pdf) and ranges (image/*).
// The dialog of a browser would not offer others.
func accepted(accept, file string) bool {
	if strings.TrimSpace(accept) == "" {
		return true
	}
	kinds := mediaTypes(file)
	for token := range strings.SplitSeq(accept, ",") {
		token = strings.ToLower(strings.TrimSpace(token))
		if token == "*/*" || strings.HasPrefix(token, ".") && strings.HasSuffix(strings.ToLower(file), token) {
			return true
		}
		for _, kind := range kinds {
			if kind == token || strings.HasSuffix(token, "/*") && strings.HasPrefix(kind, strings.TrimSuffix(token, "*")) {
				return true
			}
		}
	}
	return false
}

// mediaTypes are those that a file may be of: by its ending, and by its first
// bytes.
func mediaTypes(file string) []string {
	var out []string
	if kind, _, err := mime.ParseMediaType(mime.TypeByExtension(filepath.Ext(file))); err == nil {
		out = append(out, kind)
	}
	f, err := os.Open(file)
	if err != nil {
		return out
	}
	defer f.Close()
	head := make([]byte, 512)
	n, _ := f.Read(head)
	if kind, _, err := mime.ParseMediaType(http.DetectContentType(head[:n])); err == nil {
		out = append(out, kind)
	}
	return out
}
