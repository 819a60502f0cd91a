// SPDX-License-Identifier: EUPL-1.2

package robot

import (
	"context"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Found is one element of a screen, as it was found while its screen was shown.
type Found struct {
	System, Screen, Element string
	act.Finding
}

// Surveying makes a crew look: it goes through the screens as ever, but leaves
// every irreversible step out, and tells of each element that it meets whether
// it can still be found.
func Surveying(crew run.Crew, tell func(Found)) run.Crew {
	crew.LookOnly = true
	drivers := map[scenarios.SystemKind]run.Begin{}
	for kind, begin := range crew.Drivers {
		drivers[kind] = func(ctx context.Context, at scenarios.Location) (run.Session, error) {
			s, err := begin(ctx, at)
			if err != nil {
				return nil, err
			}
			surveyed, can := s.(surveyed)
			if !can {
				return s, nil
			}
			return &surveyor{Session: s, surveyed: surveyed, system: at.System, tell: tell, certain: map[string]bool{}}, nil
		}
	}
	crew.Drivers = drivers
	return crew
}

// surveyed is a session whose elements can be looked for.
type surveyed interface {
	Survey(context.Context, act.Action) (act.Finding, error)
}

// surveyor looks at all elements of a screen before the first one is used.
type surveyor struct {
	run.Session
	surveyed surveyed
	system   string
	tell     func(Found)
	certain  map[string]bool
}

// Do looks around before it acts.
func (s *surveyor) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	if a.Element != nil {
		s.around(ctx, a)
	}
	return s.Session.Do(ctx, a)
}

// Look looks at the whole screen of what is asked for.
func (s *surveyor) Look(ctx context.Context, l act.Look) (bool, error) {
	if l.Element != nil {
		s.around(ctx, act.Action{Screen: l.Screen, Element: l.Element, Within: l.Within})
	}
	return s.Session.Look(ctx, l)
}

// around surveys an element, as soon as the screen shows it, and then the
// others of its screen. What stands in rows needs its row.
func (s *surveyor) around(ctx context.Context, a act.Action) {
	s.await(ctx, a)
	for i := range a.Screen.Elements {
		e := &a.Screen.Elements[i]
		if e.Name == a.Element.Name || len(e.Found) == 0 || e.Found[0].By == scenarios.ByColumn {
			continue
		}
		if f, err := s.surveyed.Survey(ctx, act.Action{Screen: a.Screen, Element: e}); err == nil {
			s.note(a.Screen.Name, e.Name, f)
		}
	}
}

// await surveys an element until it is certain, or its time is up.
func (s *surveyor) await(ctx context.Context, a act.Action) {
	ctx, cancel := context.WithTimeout(ctx, a.Within)
	defer cancel()
	again := time.NewTicker(100 * time.Millisecond)
	defer again.Stop()
	last, looked := act.Finding{}, false
	for {
		if f, err := s.surveyed.Survey(ctx, a); err == nil {
			last, looked = f, true
		}
		if last.State == act.Certain {
			break
		}
		select {
		case <-again.C:
			continue
		case <-ctx.Done():
		}
		break
	}
	if looked {
		s.note(a.Screen.Name, a.Element.Name, last)
	}
}

// note tells the latest news of an element; what was certain once stays so:
// screens change while they are worked with.
func (s *surveyor) note(screen, element string, f act.Finding) {
	name := screen + "/" + element
	if s.certain[name] {
		return
	}
	s.certain[name] = f.State == act.Certain
	s.tell(Found{s.system, screen, element, f})
}
