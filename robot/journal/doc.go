// SPDX-License-Identifier: EUPL-1.2

// Package journal records what happened in an order and in its cases. The
// journal is the only record of steps: a resume reads it, an auditor verifies
// it, and deleting one small file erases the personal data of a case from it.
//
// # Layout of an order's folder
//
//	order.jsonl               the order's log: one line per event
//	order.checkpoint          signed note on size and root of order.jsonl
//	cases/000001/log.jsonl    the log of case 1
//	cases/000001/values.age   its sealed values, one record per line
//	cases/000001/files/*.age  its files, each named by its commitment
//	keys/000001.age           the key of case 1, encrypted to the robot
//	lock                      held by the one writer
//
// A second place, where there is one, holds ORDER.checkpoints, see package
// proof. The folder of keys holds journal.sign and journal.pub (the signing key
// and its public half), robot.age, and journal.keys: a line for every signing
// key there ever was, with the word of the one before.
//
// # A line
//
// A line is a JSON object, ended by a line feed. It begins with seq (number
// of the line, from 1), at (UTC, RFC 3339), prev (hash of the line before, see
// package proof) and event; the fields that are in use follow:
//
//	{"seq":7,"at":"2026-11-02T08:00:00Z","prev":"5e…","event":"intent",
//	 "step":"4","id":"speichern","values":{"nachname_neu":"c1…"}}
//
// Values, file numbers, records of decisions, causes of faults and reasons
// stand there only as commitments: HMAC-SHA256 of the content, in hex, under
// a key of 32 random bytes that is drawn for each of them. Names of variables,
// ids of steps and rules, kinds and operations stand in clear.
//
// # A sealed record
//
// A line of values.age is the commitment, the length of the rest, and the
// rest: an age file in base64, encrypted to the key of the case, that holds
// the 32 bytes and the content. The case's key is an X25519 identity of age,
// itself encrypted to the robot's identity. Without keys/000001.age nobody
// can read the values of case 1 or test guesses against their commitments,
// and every log still verifies. Copies of that file in backups must go too.
//
// # Seals and checkpoints
//
// When a case waits or ends, the number of its lines and the root of its
// Merkle tree become a line of the order's log, and the checkpoint is signed
// anew. One signature so covers all cases up to their last pause.
//
// # What is durable when
//
// Begin, Intend, Wait and End return when their line, its values and all
// before it are durable; Note does not wait. Values are written before the
// line that commits to them.
//
// # Crash cases
//
//   - Within Create: an order's log with one line and no checkpoint. Open
//     signs it.
//   - Within Begin: the order's log names a case whose own log is empty. Open
//     reports it as not begun; Begin may be called again.
//   - Within a line: the unfinished line is reported and cut off. Records in
//     values.age that no line commits to are harmless.
//   - Between the last line of a case and its seal: Open writes the seal.
//   - Between a line of the order's log and the checkpoint: the checkpoint
//     covers fewer lines; the next one covers all.
//   - After an intent, before its result: the runner finds the intent as the
//     last word on that step and treats it as in doubt.
//
// # Assumptions
//
// Those of package disk, and: one process writes an order (the lock holds
// that); after an error in writing, nothing more is written by this process,
// since nobody knows what reached the disk. Every later call gives the same
// fault.
package journal
