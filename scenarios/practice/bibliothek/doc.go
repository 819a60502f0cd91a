// SPDX-License-Identifier: EUPL-1.2

// Package bibliothek is a town library with two doors to the same data: a
// JSON interface described by OpenAPI, and the old web form it once replaced.
//
// The interface demands a bearer token, answers errors as RFC 7807 problems and
// honours Idempotency-Key. The old form under /alt/ has no labels and no ids.
// It is a practice application with made-up readers and is never adapted to
// suit whoever operates it.
package bibliothek
