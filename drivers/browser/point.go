// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/target"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// choice is what a person has pointed at in one document: its number among the
// portraits, -1 as long as nothing was chosen.
type choice struct {
	At       int                   `json:"at"`
	Canceled bool                  `json:"canceled"`
	Looks    scenarios.Fingerprint `json:"looks"`
}

// Point lets a person click, in any window of the session, on what the element
// of an action is today. No page gets that click; Escape cancels. What was
// pointed at is proposed, and changes nothing by itself.
func (s *Session) Point(ctx context.Context, a act.Action) (act.Proposal, error) {
	defer s.everywhere(context.WithoutCancel(ctx), "unpoint", nil)
	f, chosen, err := s.awaitPoint(ctx)
	if err != nil {
		return act.Proposal{}, err
	}
	home, err := s.frame(ctx, a.Screen, a.Element)
	if err != nil || home != f {
		return act.Proposal{}, fault.New(fault.Usage, "browser.point", speech.Say("this lies in another window or frame than %s", "das liegt in einem anderen Fenster oder Rahmen als %s", name(a))).
			WithHint(speech.Say("record the screen again", "zeichnen Sie die Maske neu auf"))
	}
	var now portrait
	if err := f.Call(ctx, "portrait", chosen.At, &now); err != nil {
		return act.Proposal{}, s.callError(err)
	}
	if len(now.Ways) == 0 {
		return act.Proposal{}, fault.New(fault.Usage, "browser.point", speech.Say("nothing tells this apart from the rest of the page", "nichts unterscheidet das vom Rest der Seite"))
	}
	s.everywhere(ctx, "unpoint", nil) // a picture shows no outline
	certain := target.Choice{Trust: 1, Share: 1, Because: speech.Say("a person pointed at it", "ein Mensch hat darauf gezeigt")}
	out := s.proposal(a, certain, now, chosen.Looks)
	out.Picture = s.crop(ctx, f, now.At, chosen.Looks.Box)
	return out, nil
}

// beat is how often pages are asked while a person is at work: those that come
// meanwhile must know of it, too.
const beat = 100 * time.Millisecond

// awaitPoint waits until something was chosen in any frame of any window.
func (s *Session) awaitPoint(ctx context.Context) (page.Frame, choice, error) {
	again := time.NewTicker(beat)
	defer again.Stop()
	for {
		f, got, err := s.choices(ctx)
		switch {
		case err != nil:
			return f, got, err
		case got.At >= 0:
			return f, got, nil
		case got.Canceled:
			return f, got, fault.New(fault.Usage, "browser.point", speech.Say("nothing was pointed at", "es wurde auf nichts gezeigt"))
		}
		select {
		case <-again.C:
		case <-ctx.Done():
			return f, got, ctx.Err()
		}
	}
}

// choices asks every frame once. One that goes away is not asked, nor one that a
// message box keeps from answering.
func (s *Session) choices(ctx context.Context) (page.Frame, choice, error) {
	none := choice{At: -1}
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return page.Frame{}, none, page.Lost()
	}
	for _, p := range pages {
		for _, f := range p.Frames() {
			got := none
			err := f.Call(ctx, "pointed", map[string]any{"origins": s.at.Origins}, &got)
			switch {
			case errors.Is(err, page.ErrGone), errors.Is(err, page.ErrMessage), errors.Is(err, page.ErrCrashed):
			case err != nil:
				return f, none, s.callError(err)
			case got.At >= 0 || got.Canceled:
				return f, got, nil
			}
		}
	}
	return page.Frame{}, none, nil
}

// ByHand lets a person work in the windows as long as while lasts: nothing that
// the person does is stopped.
func (s *Session) ByHand(ctx context.Context, while func(context.Context) error) error {
	working, over := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		again := time.NewTicker(beat)
		defer again.Stop()
		for working.Err() == nil {
			s.everywhere(working, "byHand", true)
			select {
			case <-again.C:
			case <-working.Done():
			}
		}
	}()
	err := while(ctx)
	over()
	<-ended
	s.everywhere(context.WithoutCancel(ctx), "byHand", false)
	return err
}

// everywhere calls a function of the library in all frames. Where it cannot be
// called, the document is gone or about to.
func (s *Session) everywhere(ctx context.Context, function string, arg any) {
	ctx, cancel := context.WithTimeout(ctx, allowance)
	defer cancel()
	for _, p := range s.browser.Pages() {
		for _, f := range p.Frames() {
			_ = f.Call(ctx, function, arg, nil)
		}
	}
}
