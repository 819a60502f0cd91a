// SPDX-License-Identifier: EUPL-1.2

// Package melderegister is a residents' register as it was built about 2003:
// a frameset, tables for layout, cryptic field names, javascript: links, a
// search in a popup that writes into its opener, a date field that believes
// only in single keys, and pages that are really encoded in Windows-1252.
//
// It is a practice application with made-up citizens. It is never adapted to
// suit whoever operates it; what is hard here is hard out there.
package melderegister
