// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// timeUp turns the last obstacle into the fault that a person reads. A server
// that answered with an error explains what is missing on the page.
func (s *Session) timeUp(ctx context.Context, last error) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	return s.outcome(ctx, last)
}

// callError says what a call that failed means for waiting: a document on its
// way, or a page too busy to answer, may come round.
func (s *Session) callError(err error) error {
	switch {
	case errors.Is(err, page.ErrCrashed):
		return crashed()
	case errors.Is(err, page.ErrGone), errors.Is(err, page.ErrMissed), errors.Is(err, context.DeadlineExceeded):
		return &obstacle{why: "loading"}
	case errors.Is(err, page.ErrMessage):
		if p := s.browser.Asking(); p != nil {
			return unexpected(p.Message())
		}
		return &obstacle{why: "loading"}
	}
	return err
}

// broken is the fault of a call that failed when waiting is over.
func (s *Session) broken(ctx context.Context, err error) error {
	err = s.callError(err)
	if final(err) {
		return err
	}
	return s.timeUp(ctx, err)
}

func (s *Session) outcome(ctx context.Context, last error) error {
	o, ok := errors.AsType[*obstacle](last)
	if ok && o.answer.Status >= 500 {
		return serverFault(o.answer.Status)
	}
	if status := s.status(ctx); status >= 500 {
		return serverFault(status)
	}
	switch {
	case !ok:
		return last
	case o.doubt == nil:
		return blockedFault(o)
	}
	if f := s.elsewhere(ctx, o); f != nil {
		return f
	}
	return fault.Wrap(fault.Halted, "browser.find", speech.Say("no element is meant beyond doubt", "kein Element ist zweifelsfrei gemeint"), o.doubt).
		WithHint(advice(o.doubt))
}

// advice says what to do about a doubt: alike rows are the case's own trouble,
// an element that is missing may be the element file's.
func advice(d *act.Doubt) speech.Text {
	if d.ByRow && len(d.Rows) > 1 {
		return speech.Say("find out which row is meant, and work this case by hand; another column under row: may tell such rows apart",
			"stellen Sie fest, welche Zeile gemeint ist, und bearbeiten Sie diesen Vorgang von Hand; eine weitere Spalte unter row: kann solche Zeilen unterscheiden")
	}
	return speech.Say("look at the screen; if it has changed, have the element file updated", "sehen Sie sich die Maske an; hat sie sich geändert, lassen Sie die Elementdatei anpassen")
}

// status is the worst answer among the documents that are shown.
func (s *Session) status(ctx context.Context) int {
	// the step's own time is over when this is asked
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), glance)
	defer cancel()
	worst := 0
	for _, p := range s.browser.Pages() {
		for _, f := range p.Frames() {
			if d, err := f.Document(ctx); err == nil {
				worst = max(worst, d.Status)
			}
		}
	}
	return worst
}
