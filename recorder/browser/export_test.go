// SPDX-License-Identifier: EUPL-1.2

package browser

import "context"

// Press presses a button of the bar, as its script does.
func (s *Session) Press(ctx context.Context, button string) error {
	return s.bar.panel.Show(ctx, "heinzelSays", button)
}

// Picture is what the bar looks like.
func (s *Session) Picture(ctx context.Context) ([]byte, error) { return s.bar.panel.Picture(ctx) }
