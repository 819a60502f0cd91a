// SPDX-License-Identifier: EUPL-1.2

// Package examples holds the example scenarios that Heinzel brings along, so
// that the demonstration runs without any other file.
package examples

import "embed"

// Files are the example scenarios with their environments and data.
//
//go:embed namensaenderung environments
var Files embed.FS
