// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"bytes"
	"context"
	"image"
	"image/draw"
	"image/png"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/target"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// proposal is what an element is today, beside what was recorded.
func (s *Session) proposal(a act.Action, c target.Choice, now portrait, is scenarios.Fingerprint) act.Proposal {
	out := act.Proposal{
		System: s.at.System, Screen: a.Screen.Name, Old: *a.Element, New: *a.Element,
		Trust: c.Trust, Share: c.Share, Rival: c.Rival, Because: c.Because,
	}
	out.New.Name, out.New.Role, out.New.Found, out.New.Fingerprint = now.Name, now.Role, now.Ways, is
	return out
}

// suggest tells the proposer, once per element, what it has become.
func (s *Session) suggest(ctx context.Context, a act.Action, f page.Frame, c target.Choice, now portrait, is scenarios.Fingerprint) act.Proposal {
	out := s.proposal(a, c, now, is)
	if s.propose == nil || s.proposed[name(a)] {
		return out
	}
	s.proposed[name(a)] = true
	out.Picture = s.crop(ctx, f, now.At, is.Box)
	s.propose(out)
	return out
}

// margin is how much of its surroundings a picture of an element shows, in
// dots.
const margin = 48

// crop is the part of the masked picture of the window that shows an element;
// nil where there is none: what cannot be masked is not shown.
func (s *Session) crop(ctx context.Context, f page.Frame, at page.Spot, size scenarios.Box) []byte {
	whole, err := s.Picture(ctx, nil)
	if err != nil {
		return nil
	}
	shot, err := png.Decode(bytes.NewReader(whole))
	if err != nil {
		return nil
	}
	spot, err := f.Carry(ctx, at, false)
	if err != nil {
		return nil
	}
	part := image.Rect(int(spot.X)-margin, int(spot.Y)-margin, int(spot.X+size.Width)+margin, int(spot.Y+size.Height)+margin).Intersect(shot.Bounds())
	if part.Empty() {
		return nil
	}
	out := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(out, out.Bounds(), shot, part.Min, draw.Src)
	var b bytes.Buffer
	if png.Encode(&b, out) != nil {
		return nil
	}
	return b.Bytes()
}
