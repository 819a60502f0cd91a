// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
)

// Picture shows the system's window as it is, with everything guarded grey:
// all fields, every place that shows something that was typed or one of the
// given texts, and all frames of origins that the environment does not declare.
func (s *Session) Picture(ctx context.Context, hide []string) ([]byte, error) {
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return nil, page.ErrGone
	}
	p := pages[len(pages)-1]
	if p.Message() != nil {
		return nil, page.ErrMessage // a blocked window cannot be masked
	}
	boxes, err := p.Guarded(ctx, page.Private{Texts: append(append([]string{}, hide...), s.written...), Origins: s.at.Origins})
	if err != nil {
		return nil, err // what cannot be masked is not photographed
	}
	return p.Picture(ctx, boxes)
}
