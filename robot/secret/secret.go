// SPDX-License-Identifier: EUPL-1.2

// Package secret holds values that must not be seen: they cannot be printed,
// logged or marshalled by accident, whatever verb or format is used.
package secret

import (
	"fmt"
	"log/slog"
)

// Hidden is what stands wherever a secret would have been printed.
const Hidden = "•••"

// Value is a secret. The zero Value is empty. Its content leaves only through
// Reveal.
type Value struct{ content *string }

// New hides a text.
func New(content string) Value { return Value{content: &content} }

// Reveal gives the content, for the one place that must type or send it.
func (v Value) Reveal() string {
	if v.content == nil {
		return ""
	}
	return *v.content
}

// IsZero reports whether there is no secret.
func (v Value) IsZero() bool { return v.content == nil }

// String hides the content.
func (Value) String() string { return Hidden }

// GoString hides the content from %#v.
func (Value) GoString() string { return Hidden }

// Format hides the content from every verb of package fmt.
func (Value) Format(s fmt.State, _ rune) { fmt.Fprint(s, Hidden) }

// MarshalJSON hides the content from encoding/json.
func (Value) MarshalJSON() ([]byte, error) { return []byte(`"` + Hidden + `"`), nil }

// MarshalText hides the content from every text encoding, YAML and XML too.
func (Value) MarshalText() ([]byte, error) { return []byte(Hidden), nil }

// LogValue hides the content from log/slog.
func (Value) LogValue() slog.Value { return slog.StringValue(Hidden) }
