// SPDX-License-Identifier: EUPL-1.2

package scenarios

import (
	"path/filepath"
	"strings"
)

// Upload gives files to the page, through the chooser that a click on the
// element opens.
type Upload struct {
	Target Target
	// With names the files: one per line, or the entries of a list.
	With Operand
}

// Download clicks an element, keeps the file that comes, and puts the file's
// name into a variable.
type Download struct {
	Target Target
	Into   string
}

// Print keeps the window of a screen as a PDF, and puts the file's name into a
// variable.
type Print struct{ Screen, Into string }

// Verb is the keyword "upload".
func (*Upload) Verb() string { return "upload" }

// Verb is the keyword "download".
func (*Download) Verb() string { return "download" }

// Verb is the keyword "print".
func (*Print) Verb() string { return "print" }

// IsFileName reports whether a name leads to a file below a folder, on every
// system: parts with slashes between them, none of them empty or "..".
func IsFileName(name string) bool {
	return name != "" && filepath.IsLocal(filepath.FromSlash(name)) && !strings.ContainsAny(name, "\\:\x00")
}
