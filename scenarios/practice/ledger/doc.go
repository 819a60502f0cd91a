// SPDX-License-Identifier: EUPL-1.2

// Package ledger keeps what a practice application saved, and how often.
//
// It is the witness from outside: a robot says what it did, the ledger says
// what the application really stored. One line of JSON per save, appended and
// synced before the application answers; only the application writes it. A
// torn last line was never answered, therefore it is no entry and is cut off
// when the ledger is opened again.
package ledger
