// SPDX-License-Identifier: EUPL-1.2

// Package trouble gives the practice applications the bad habits of real ones:
// slow answers, errors, hanging pages, sessions that end in mid-work, forms
// that look different for some records. Every habit is a switch; the zero
// Switches is an application in good health that answers at once.
package trouble
