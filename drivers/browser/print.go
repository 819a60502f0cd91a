// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// print prints the window of a screen as a PDF, as soon as it has come to rest.
// Nothing is masked: who keeps it seals it.
func (s *Session) print(ctx context.Context, a act.Action) (act.Effect, error) {
	if err := s.quiet(ctx); err != nil {
		return act.Effect{}, err
	}
	window, err := s.window(ctx, a.Screen.Window.Title)
	if err != nil {
		return act.Effect{}, s.broken(ctx, err)
	}
	for _, f := range window.Frames() {
		d, err := f.Document(ctx)
		switch {
		case err != nil:
			return act.Effect{}, s.broken(ctx, err)
		case d.Status >= 500:
			return act.Effect{}, serverFault(d.Status)
		case !slices.Contains(s.at.Origins, d.Origin) && d.Origin != "null":
			return act.Effect{}, foreign(d.Origin, s.at.Origins)
		}
	}
	data, err := window.Print(ctx)
	if err != nil {
		if err = s.broken(ctx, err); errors.As(err, new(*fault.Fault)) {
			return act.Effect{}, err
		}
		return act.Effect{}, printFault(err)
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return act.Effect{}, printFault(nil)
	}
	return act.Effect{Value: a.Screen.Name + ".pdf", File: data}, nil
}

func printFault(err error) error {
	return fault.Wrap(fault.Halted, "browser.print", speech.Say("the browser cannot print this window", "der Browser kann dieses Fenster nicht drucken"), err).
		WithHint(speech.Say("some browsers print only without --headful", "manche Browser drucken nur ohne --headful"))
}
