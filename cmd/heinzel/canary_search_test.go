// SPDX-License-Identifier: EUPL-1.2

//go:build linux

package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// canary is a text that must be found nowhere, and where it was planted.
type canary struct{ where, text string }

// forms are the ways in which a text may lie in a file, all in lower case.
func forms(text string) map[string][]byte {
	out := map[string][]byte{
		"raw": []byte(text), "decomposed": norm.NFD.Bytes([]byte(text)), "hex": []byte(hex.EncodeToString([]byte(text))),
		"query": []byte(url.QueryEscape(text)), "path": []byte(url.PathEscape(text)), "address": []byte((&url.URL{Path: text}).EscapedPath()),
	}
	for shift := range 3 {
		out[fmt.Sprint("base64 ", shift)] = inBase64(base64.StdEncoding, text, shift)
		out[fmt.Sprint("base64url ", shift)] = inBase64(base64.URLEncoding, text, shift)
	}
	var little, big, all, some, entities []byte
	for _, u := range utf16.Encode([]rune(text)) {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
		all = fmt.Appendf(all, `\u%04x`, u)
		if u < 0x80 {
			some, entities = append(some, byte(u)), append(entities, byte(u))
			continue
		}
		some, entities = fmt.Appendf(some, `\u%04x`, u), fmt.Appendf(entities, "&#%d;", u)
	}
	out["utf-16le"], out["utf-16be"], out["json"], out["json, letters kept"], out["html"] = little, big, all, some, entities
	for name := range out {
		out[name] = lower(out[name])
	}
	return out
}

// inBase64 is the part of the code that does not depend on what stands around,
// shift bytes behind a multiple of three.
func inBase64(code *base64.Encoding, text string, shift int) []byte {
	coded := code.EncodeToString([]byte(strings.Repeat("x", shift) + text))
	return []byte(coded[(shift*8+5)/6 : (shift+len(text))*8/6])
}

// lower makes ASCII letters small and leaves every other byte as it is.
func lower(data []byte) []byte {
	out := bytes.Clone(data)
	for i, b := range out {
		if 'A' <= b && b <= 'Z' {
			out[i] = b + 'a' - 'A'
		}
	}
	return out
}

// search says which canaries a piece of data holds, and in which form.
func search(data []byte, canaries []canary) (hits []string) {
	small := lower(data)
	for _, c := range canaries {
		for form, pattern := range forms(c.text) {
			if at := bytes.Index(small, pattern); at >= 0 {
				hits = append(hits, fmt.Sprintf("the %s canary as %s at byte %d, around it %.200q", c.where, form, at, data[max(0, at-80):min(len(data), at+80)]))
			}
		}
	}
	return hits
}

// searchAll searches the names and the content of all files below a folder.
func searchAll(t *testing.T, dir string, canaries []canary) (files int) {
	t.Helper()
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // a browser may tidy up meanwhile
		}
		for _, hit := range search([]byte(d.Name()), canaries) {
			t.Errorf("the name %s holds %s", path, hit)
		}
		data, err := os.ReadFile(path)
		if d.Type().IsRegular() && err == nil {
			files++
			for _, hit := range search(data, canaries) {
				t.Errorf("%s holds %s", path, hit)
			}
		}
		return nil
	})
	return files
}

// TestSearchFindsCanaries holds that the search would find what it does not
// find: every form of every canary, in the middle of other bytes.
func TestSearchFindsCanaries(t *testing.T) {
	t.Parallel()
	for _, c := range canaries() {
		plain := []byte(c.text)
		for shift := range 3 {
			around := append(append([]byte("xyz"[:shift]), plain...), "some more"...)
			for name, data := range map[string]string{
				"raw": string(around), "capitals": strings.ToUpper(hex.EncodeToString(around)), "base64": base64.StdEncoding.EncodeToString(around),
				"base64url": base64.RawURLEncoding.EncodeToString(around), "query": url.Values{"a": {string(around)}}.Encode(), "path": (&url.URL{Path: "/" + string(around)}).String(),
				"json": fmt.Sprintf(`{"a":%+q}`, around), "utf-16": string(wide(string(around), 0)), "utf-16 be": string(wide(string(around), 1)), "nfd": norm.NFD.String(string(around)),
			} {
				file := filepath.Join(t.TempDir(), "planted")
				if err := os.WriteFile(file, []byte("before "+data+" after"), 0o600); err != nil {
					t.Fatal(err)
				}
				read, err := os.ReadFile(file)
				if hits := search(read, []canary{c}); len(hits) == 0 {
					t.Errorf("%s as %s, %d bytes on, is not found: %v", c.where, name, shift, err)
				}
			}
		}
	}
}

func wide(text string, big int) (out []byte) {
	for _, u := range utf16.Encode([]rune(text)) {
		pair := [2]byte{byte(u), byte(u >> 8)}
		out = append(out, pair[big], pair[1-big])
	}
	return out
}
