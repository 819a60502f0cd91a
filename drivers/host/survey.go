// SPDX-License-Identifier: EUPL-1.2

package host

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
)

// Survey looks whether an element of the screen that is shown can be found, and
// touches nothing.
func (s *Session) Survey(ctx context.Context, a act.Action) (act.Finding, error) {
	a.Verb = act.Read
	m, err := s.once(ctx, a)
	o, waits := errors.AsType[*obstacle](err)
	switch {
	case err == nil && m.moved:
		return act.Finding{State: act.Moved}, nil
	case err == nil:
		return act.Finding{State: act.Certain}, nil
	case !waits || o.doubt == nil:
		return act.Finding{}, s.outcome(err)
	case len(o.doubt.Rivals) > 0:
		return act.Finding{State: act.Doubtful, Doubt: o.doubt}, nil
	}
	return act.Finding{State: act.Missing, Doubt: o.doubt}, nil
}
