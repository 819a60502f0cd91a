// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// decide asks a rulebook and records the decision: which rules fired in
// clear, the facts and outputs sealed.
func (w *work) decide(s *scenarios.Step, a *scenarios.Decide) error {
	book := w.plan.Rulebook(a.Rulebook)
	facts, err := w.facts(a)
	if err != nil {
		return err
	}
	decision, err := book.Decide(facts)
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		f.Private = len(decision.Asks) == 0 // it may name what the case's facts are
	}
	if err != nil && len(decision.Asks) == 0 {
		return err
	}
	asks := err // a person decides, and reads in the journal what is proposed
	record, err := json.Marshal(decision)
	if err != nil {
		return fault.Wrap(fault.Internal, "run.decide", speech.Say("the decision cannot be written", "die Entscheidung lässt sich nicht schreiben"), err)
	}
	event := journal.Event{
		Kind: journal.Decision, ID: s.ID, Sealed: record,
		Step: w.key(s), About: map[string]string{"rulebook": a.Rulebook, "hash": decision.Hash},
	}
	for _, f := range decision.Fired {
		event.Rules = append(event.Rules, f.Rule)
	}
	if asks != nil {
		return cmp.Or(w.note(event), asks) // a proposal is no value of the case
	}
	event.Values = map[string]value.Value{a.Into: decision.Record()}
	w.vars[a.Into] = decision.Record()
	return w.note(event)
}

// facts are the given ones and, by equal name, the case's values.
func (w *work) facts(a *scenarios.Decide) (map[string]value.Value, error) {
	facts := map[string]value.Value{}
	for _, f := range w.plan.Rulebook(a.Rulebook).Inputs() {
		if v, ok := w.vars[f.Name]; ok {
			facts[f.Name] = v
		}
		for _, g := range a.Given {
			if g.Name != f.Name {
				continue
			}
			v, err := w.given(g, f.Type)
			if err != nil {
				return nil, err
			}
			facts[f.Name] = v
		}
	}
	return facts, nil
}

func (w *work) given(g scenarios.BodyField, t value.Type) (value.Value, error) {
	if g.With.IsExpr {
		return w.plan.Value(g.With, w.vars)
	}
	return value.Parse(t, g.With.Text)
}

// photograph bounds the taking of a picture: evidence is good, holding the
// desk up is not.
const photograph = 3 * time.Second

// keepPicture keeps what the screen showed when the case halted. Everything
// guarded in it is grey before it leaves memory.
func (w *work) keepPicture(ctx context.Context, err error) {
	kind := fault.KindOf(err)
	if w.crew.Evidence == nil || w.system == nil && w.at == nil || kind != fault.Halted && kind != fault.Technical {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, photograph)
	defer cancel()
	for _, s := range w.sessions() {
		hash, _ := w.shoot(ctx, s, map[string]string{})
		if w.picture = hash; hash != "" { // else another system may have a screen
			return
		}
	}
}

// show keeps what the screen shows after a commit, where the environment wants
// that. A commit is no less done because there is no picture of it.
func (w *work) show(ctx context.Context, s Session) error {
	if w.crew.Evidence == nil || w.plan.Environment().Pictures != scenarios.OfCommits {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, photograph)
	defer cancel()
	about := map[string]string{AboutCommit: "yes"}
	if _, err := w.shoot(ctx, s, about); err != nil {
		about["missing"] = string(fault.KindOf(err))
		return w.note(journal.Event{Kind: journal.Picture, About: about})
	}
	return nil
}

// AboutCommit marks a picture that shows what a commit led to, not why the case
// halted.
const AboutCommit = "commit"

// shoot takes a masked picture of one system, keeps it, and gives its hash; an
// interface has none.
func (w *work) shoot(ctx context.Context, s Session, about map[string]string) (hash string, err error) {
	picture, err := s.Picture(ctx, w.guarded())
	if err != nil || picture == nil {
		return "", err
	}
	ref, err := w.crew.Evidence.Put("picture", "png", picture)
	if err != nil {
		return "", err
	}
	about["hash"], about["name"] = ref.Hash, ref.Name
	return ref.Hash, w.note(journal.Event{Kind: journal.Picture, About: about})
}

// sessions are those open, the one of the step at hand first.
func (w *work) sessions() []Session {
	var out []Session
	for _, sys := range w.plan.Scenario().Systems {
		if s := w.session(sys.Name); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// guarded are the texts of the case that no picture may show.
func (w *work) guarded() []string {
	var out []string
	for name, v := range w.vars {
		if !w.plan.Type(name).Class.Guarded() || v.IsMissing() {
			continue
		}
		for _, text := range []string{v.String(), v.In(speech.German)} {
			if len([]rune(text)) > 1 {
				out = append(out, text)
			}
		}
	}
	return out
}

// nowhere is the log of what belongs to no case: the log-out at the end.
type nowhere struct{}

func (nowhere) Note(journal.Event) error { return nil }
func (nowhere) Intend(journal.Event) error {
	return errors.New("nothing irreversible happens outside a case")
}
func (nowhere) Wait(journal.Event) error                { return nil }
func (nowhere) End(journal.Outcome, speech.Text) error  { return nil }
func (nowhere) Events() ([]journal.Event, error)        { return nil, nil }
func (nowhere) Values() (map[string]value.Value, error) { return nil, nil }
func (nowhere) Keep([]byte) (string, error)             { return "", nil }
