// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"

	"github.com/heinzel-rpa/heinzel/recorder/event"
)

// Bar is the window with the steps and the buttons.
type Bar struct{}

type bar struct{}

func (s *Session) raise(context.Context) error { return nil }

func (s *Session) told(event.Event) {}
