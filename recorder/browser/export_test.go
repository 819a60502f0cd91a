// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"

	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Press presses a button of the bar, as its script does.
func (s *Session) Press(ctx context.Context, button string) error {
	return s.bar.panel.Show(ctx, "heinzelSays", button)
}

// Picture is what the bar looks like.
func (s *Session) Picture(ctx context.Context) ([]byte, error) { return s.bar.panel.Picture(ctx) }

// Cost is what watching has cost the documents that are open: milliseconds, and
// how many events it heard; and what could not be described.
func (s *Session) Cost(ctx context.Context) (spent float64, events int, failed string) {
	for _, p := range s.browser.Pages() {
		for _, f := range p.Frames() {
			var c struct {
				Spent  float64 `json:"spent"`
				Told   int     `json:"told"`
				Failed string  `json:"failed"`
			}
			if f.Call(ctx, "cost", nil, &c) == nil {
				spent, events, failed = spent+c.Spent, events+c.Told, failed+c.Failed
			}
		}
	}
	return spent, events, failed
}

// Leads is how many elements a way finds now, by the robot's own finding; 0
// where the thing is not among them.
func (s *Session) Leads(ctx context.Context, thing string, way scenarios.Candidate) (n int, err error) {
	for _, p := range s.browser.Pages() {
		for _, f := range p.Frames() {
			var found int
			if err := f.Call(ctx, "leads", map[string]any{"key": thing, "way": way}, &found); err != nil {
				return 0, err
			}
			n = max(n, found)
		}
	}
	return n, nil
}
