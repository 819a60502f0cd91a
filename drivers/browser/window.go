// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"fmt"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// frame finds the window and the frame of an element.
func (s *Session) frame(ctx context.Context, screen *scenarios.Screen, e *scenarios.Element) (page.Frame, error) {
	p, err := s.window(ctx, screen.Window.Title)
	if err != nil {
		return page.Frame{}, err
	}
	if p.Busy() || s.browser.Opening() {
		return page.Frame{}, &obstacle{why: "loading"}
	}
	f, ok := p.Frame(e.Frame...)
	if !ok {
		return page.Frame{}, &obstacle{why: "no frame"}
	}
	return f, nil
}

// window gives the system's first window or, by its title, a popup. Two
// windows of one title are a doubt.
func (s *Session) window(ctx context.Context, title string) (*page.Page, error) {
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return nil, &obstacle{why: "no window"}
	}
	if title == "" {
		return pages[0], healthy(pages[0])
	}
	var fitting []*page.Page
	var rivals []act.Rival
	for i, p := range pages[1:] {
		is, err := s.titleOf(ctx, p)
		if err != nil {
			return nil, err
		}
		if is == title {
			fitting = append(fitting, p)
			rivals = append(rivals, act.Rival{Describe: fmt.Sprintf("window %d %q", i+2, title), Score: 0.5})
		}
	}
	switch len(fitting) {
	case 0:
		return nil, &obstacle{why: "no window"}
	case 1:
		return fitting[0], healthy(fitting[0])
	}
	return nil, &obstacle{doubt: &act.Doubt{Target: title, Looked: []string{"window: " + title}, Rivals: rivals}}
}

// titleOf waits for a popup that has no title yet: it might be a second one of
// the wanted title. One that crashed has none.
func (s *Session) titleOf(ctx context.Context, p *page.Page) (string, error) {
	if p.Crashed() {
		return "", nil
	}
	f, ok := p.Frame()
	if !ok || p.Busy() {
		return "", &obstacle{why: "loading"}
	}
	d, err := f.Document(ctx)
	if err != nil {
		return "", s.callError(err)
	}
	return d.Title, nil
}

func healthy(p *page.Page) error {
	if p.Crashed() {
		return crashed()
	}
	return nil
}
