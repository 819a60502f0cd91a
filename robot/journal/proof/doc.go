// SPDX-License-Identifier: EUPL-1.2

// Package proof verifies the journal of an order, offline and alone: lines,
// checkpoints, cases, and proofs for one case without the others. It needs
// the standard library and golang.org/x/mod only, so that the separate
// verifier stays small enough to be read.
//
// # What is hashed
//
// A log is a file of lines, each ended by a line feed. The leaf hash of a
// line is SHA-256 of a zero byte and the line's bytes without the line feed
// (RFC 6962, section 2.1); bytes are hashed as they were written, JSON is
// never rewritten before it is hashed. Each line holds its number, "seq", from
// 1, and as "prev" the leaf hash of the line before it in hex. The first line
// of the order's log has 64 zeros there; the first line of a case has the leaf
// hash of the order's first line, which ties it to its order.
//
// # What is signed
//
// The checkpoint is a C2SP checkpoint: a note of three lines (origin, number
// of lines, root of the Merkle tree in base64) with an Ed25519 signature. It
// covers the order's log. When a case waits or ends, the order's log receives
// a line with the number of lines and the root of the case's log, a seal: so
// the one signature covers every case, and a case can be proven complete by
// its own lines, its seal and an inclusion proof.
//
// # What an export holds
//
// An export is one line of JSON with the fields case, checkpoint, order, seal,
// log, pictures and opened, in this order, without spaces, and nothing escaped
// that need not be (U+2028 and U+2029 are): it has one spelling only. order and
// seal are lines of the order's log, each with its number and its inclusion
// proof (RFC 6962, section 2.1.1) under the checkpoint; log is the case's log,
// exactly as many lines as the seal says. A picture is given by the SHA-256
// that the log names; an opened value by its salt and content, whose
// HMAC-SHA256 is the commitment in the log. docs/verify/verify.py is a second
// check, written from this text.
//
// # Keys
//
// A key that replaces another is named in a note that the other signed: two
// lines, "heinzel/key" and the verifier key. An order that is resumed under
// another key says so in a line of its log.
//
// # What cannot be seen
//
// Lines behind the newest checkpoint, and lines of a case behind its newest
// seal, are chained but not signed: cutting them off leaves no trace. Whoever
// holds the signing key can write a whole new journal; only checkpoints that
// were kept elsewhere show it. A second place may receive every one of them:
// a file per order, each checkpoint a JSON string on a line of its own.
package proof
