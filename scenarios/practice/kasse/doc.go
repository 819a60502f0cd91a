// SPDX-License-Identifier: EUPL-1.2

// Package kasse is the town treasury on an old mainframe: 3270 masks with
// numbers in their corners, function keys, lists to be paged through, messages
// in the last line, and a change that is confirmed on a mask of its own.
//
// The host writes letters in code page 273 and knows no others. It is a practice
// application with made-up accounts and is never adapted to suit whoever
// operates it.
package kasse
