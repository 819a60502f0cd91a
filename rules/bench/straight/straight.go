// SPDX-License-Identifier: EUPL-1.2

// Package straight holds generated rules, and what they are made of: exact
// decimals, and answers that may be unknown. Numbers that rules compare with are
// made once.
package straight

import "github.com/cockroachdb/apd/v3"

// Case is a case as generated rules read it; what is nil is unknown.
type Case struct {
	Type, District        *string
	Age, Children, Income *apd.Decimal
	Permit, Resident      *bool
}

// Truth is an answer; the lesser of two is what both together give (Kleene).
type Truth int

// The answers.
const (
	No Truth = iota
	Unknown
	Yes
)

// The numbers that rules compare with: one table lookup each, as a constant
// would cost.
var numbers, amounts = func() (n, e [200]*apd.Decimal) {
	for i := range n {
		n[i], e[i] = apd.New(int64(i), 0), apd.New(int64(i)*500_00, -2)
	}
	return n, e
}()

func number(n int) *apd.Decimal { return numbers[n] }

// euros is an amount that is a multiple of 500 euros.
func euros(n int) *apd.Decimal { return amounts[n/500] }

func truth(yes bool) Truth {
	if yes {
		return Yes
	}
	return No
}

func equal(s *string, to string) Truth {
	if s == nil {
		return Unknown
	}
	return truth(*s == to)
}

func among(s *string, list ...string) Truth {
	if s == nil {
		return Unknown
	}
	for _, one := range list {
		if *s == one {
			return Yes
		}
	}
	return No
}

func atLeast(d, limit *apd.Decimal) Truth {
	if d == nil {
		return Unknown
	}
	return truth(d.Cmp(limit) >= 0)
}

func below(d, limit *apd.Decimal) Truth {
	if d == nil {
		return Unknown
	}
	return truth(d.Cmp(limit) < 0)
}

func is(b *bool, want bool) Truth {
	if b == nil {
		return Unknown
	}
	return truth(*b == want)
}
