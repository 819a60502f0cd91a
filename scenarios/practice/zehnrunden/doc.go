// SPDX-License-Identifier: EUPL-1.2

// Package zehnrunden is a game for robots: ten rounds of a form of seven
// fields. In each round the fields stand in another order, with other ids and
// names, in other markup; only the labels stay. The server counts the fields
// that were filled rightly, and the time.
//
// A seed makes a game repeatable. It is a practice application with made-up
// persons and is never adapted to suit whoever plays it.
package zehnrunden
