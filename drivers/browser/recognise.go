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

// sitting is what the library answers when all elements of a page sit for
// their portraits: their fingerprints, and which of them a rival is.
type sitting struct {
	Portraits []scenarios.Fingerprint `json:"portraits"`
	Rival     int                     `json:"rival"`
}

// portrait is one of them, with the ways to find it from now on.
type portrait struct {
	Role     string                `json:"role"`
	Name     string                `json:"name"`
	Describe string                `json:"describe"`
	Ways     []scenarios.Candidate `json:"ways"`
	At       page.Spot             `json:"at"`
}

// allowance is the time for recognising an element when its own time is over.
const allowance = 3 * time.Second

// become looks at all elements of the page where the recorded ways led to
// no clear one, and compares them with the fingerprint. What the element has
// become beyond doubt is proposed; the action proceeds only where it may.
func (s *Session) become(ctx context.Context, a act.Action, q question, p prepared, cause error) (prepared, error) {
	doubt, ok := errors.AsType[*act.Doubt](cause)
	if !ok || doubt.ByRow || !isComparable(a) {
		return p, cause
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), allowance)
	defer cancel()
	choice, sat, err := s.compare(ctx, a, p.frame, nil)
	if err != nil || choice.Index < 0 || target.Twin(sat.Portraits, choice.Index) {
		return p, cause
	}
	var now portrait
	if err := p.frame.Call(ctx, "portrait", choice.Index, &now); err != nil {
		return p, cause
	}
	found := s.suggest(ctx, a, p.frame, choice, now, sat.Portraits[choice.Index])
	if !a.Heals {
		doubt.Likely = &found
		return p, changed(doubt)
	}
	q.Portrait, q.Describe = &choice.Index, &now.Describe
	return s.healed(ctx, a, q, p, choice.Because.EN)
}

// isComparable reports an action whose element can be compared with its
// fingerprint. What stands in rows of data is found by the row's key alone.
func isComparable(a act.Action) bool { return len(a.Row) == 0 && !a.Element.Fingerprint.IsZero() }

// changed is the fault of an element that has become another one: the robot
// does not act on its own belief.
func changed(d *act.Doubt) error {
	return fault.Wrap(fault.Halted, "browser.find", speech.Say("the screen has changed", "die Maske hat sich geändert"), d).
		WithHint(speech.Say("look at the proposal with heinzel heal list, and approve or reject it", "sehen Sie sich den Vorschlag mit heinzel heal list an und nehmen Sie ihn an oder lehnen Sie ihn ab"))
}

// healed goes on with what the element has become.
func (s *Session) healed(ctx context.Context, a act.Action, q question, p prepared, because string) (prepared, error) {
	if err := p.frame.Call(ctx, "act", q, &p.answer); err != nil {
		return p, s.broken(ctx, err)
	}
	p.found, p.moved = "fingerprint: "+because, true
	err := s.obstacle(a, p.answer)
	if err == nil {
		err = s.aim(ctx, a, &p)
	}
	if err != nil {
		return p, s.outcome(ctx, err)
	}
	s.last = p.frame
	return p, nil
}

// compare lets all elements of the page stand for election.
func (s *Session) compare(ctx context.Context, a act.Action, f page.Frame, rival *int) (target.Choice, sitting, error) {
	var sat sitting
	model, err := target.Trained()
	if err != nil {
		return target.Choice{Index: -1}, sat, err
	}
	if err := f.Call(ctx, "portraits", map[string]any{"rival": rival}, &sat); err != nil {
		return target.Choice{Index: -1}, sat, err
	}
	return model.Choose(&a.Element.Fingerprint, sat.Portraits, siblings(a)), sat, nil
}

// siblings are the other elements that were recorded on the screen.
func siblings(a act.Action) []scenarios.Fingerprint {
	out := append([]scenarios.Fingerprint{}, a.Screen.Siblings...)
	for i := range a.Screen.Elements {
		if e := &a.Screen.Elements[i]; e.Name != a.Element.Name && !e.Fingerprint.IsZero() {
			out = append(out, e.Fingerprint)
		}
	}
	return out
}

// confirm asks the fingerprint where recorded ways disagree although one
// element is clearly ahead. Where it trusts another one, that is a doubt.
func (s *Session) confirm(ctx context.Context, a act.Action, p prepared, b act.Ballot, v target.Verdict) error {
	if !isComparable(a) {
		return nil
	}
	choice, sat, err := s.compare(ctx, a, p.frame, &v.Winner)
	if err != nil {
		return s.callError(err)
	}
	if choice.Index >= 0 && sat.Rival >= 0 && !target.Equivalent(&sat.Portraits[choice.Index], &sat.Portraits[sat.Rival]) {
		doubt := act.NewDoubt(name(a), b, v.Rivals)
		return &obstacle{doubt: doubt, answer: p.answer, screen: a.Screen}
	}
	if choice.Index < 0 || sat.Rival < 0 {
		return nil
	}
	var now portrait
	if err := p.frame.Call(ctx, "portrait", sat.Rival, &now); err != nil {
		return s.callError(err)
	}
	s.suggest(ctx, a, p.frame, choice, now, sat.Portraits[sat.Rival])
	return nil
}
