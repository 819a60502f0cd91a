// SPDX-License-Identifier: EUPL-1.2

package run

import (
	"context"
	"errors"
	"maps"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/journal"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/heinzel-rpa/heinzel/scenarios/value"
)

// work is one case being performed.
type work struct {
	*Robot
	number int
	log    Log
	vars   map[string]value.Value
	past   *past
	own    map[string]Session // sessions that last for this case
	system *scenarios.System  // of the block that is performed
	block  string             // its key
	at     *scenarios.Step    // the step that is performed
	loop   string             // tells the rounds of a loop apart
	// announced counts the intents of this process, commits names those that
	// are done, unless counts those that were not needed.
	announced int
	commits   []string
	unless    int
	picture   string
	guide     guided
}

// Case performs one case from its beginning.
func (r *Robot) Case(ctx context.Context, number int, log Log, inputs map[string]value.Value) Result {
	w := r.work(number, log, inputs)
	w.guide = r.guided()
	maps.Copy(w.vars, w.guide.Known)
	return w.finish(ctx, w.steps(ctx, r.plan.Scenario().Steps))
}

// Resume goes on with a case that was begun before: what was in doubt is
// settled first, and nothing that is done is done again.
func (r *Robot) Resume(ctx context.Context, number int, log Log) Result {
	w := r.work(number, log, nil)
	err := w.recall()
	if err == nil {
		err = w.settle(ctx)
	}
	if err == nil {
		err = w.steps(ctx, r.plan.Scenario().Steps)
	}
	return w.finish(ctx, err)
}

// Refuse ends a case whose inputs are wrong: a business fault, since the case
// itself must be put right.
func (r *Robot) Refuse(ctx context.Context, number int, log Log, err error) Result {
	w := r.work(number, log, nil)
	return w.finish(ctx, err)
}

func (r *Robot) work(number int, log Log, inputs map[string]value.Value) *work {
	vars := map[string]value.Value{}
	maps.Copy(vars, inputs)
	return &work{Robot: r, number: number, log: log, vars: vars, past: &past{}, own: map[string]Session{}}
}

// Close logs out everywhere and ends all sessions.
func (r *Robot) Close(ctx context.Context) {
	w := r.work(0, nowhere{}, nil)
	for name := range r.open {
		w.leave(ctx, name)
	}
}

// finish records how the case ended and leaves its sessions as they should be.
func (w *work) finish(ctx context.Context, err error) Result {
	w.guide = guided{} // nobody goes along with what is left to tidy
	if s, ok := errors.AsType[*stopped](err); ok {
		err = s.reason
	}
	result := Result{
		Number: w.number, Reference: w.plan.Reference(w.vars), Err: err, Outcome: w.outcome(err),
		Commits: w.commits, Step: w.at, Values: w.vars,
	}
	if err != nil {
		w.keepPicture(ctx, err)
		result.Picture = w.picture
	}
	w.dismiss(ctx, err)
	result.Waits, result.Err = w.close(result)
	return result
}

func (w *work) outcome(err error) journal.Outcome {
	switch kind := fault.KindOf(err); {
	case err == nil && len(w.commits) == 0 && w.unless > 0:
		return Unchanged
	case err == nil:
		return Done
	case kind == fault.Business, kind == fault.Halted, kind == fault.Interrupted:
		return journal.Outcome(kind)
	default:
		return Technical
	}
}

// close writes the end of the case, unless it is not over.
func (w *work) close(r Result) (waits bool, err error) {
	_, waiting := errors.AsType[*waiting](r.Err)
	switch {
	case r.Outcome == Interrupted:
		return true, r.Err
	case waiting:
		return true, r.Err // the question stands in the journal already
	case r.Err == nil:
		return false, w.log.End(r.Outcome, speech.Text{})
	}
	if err := w.note(journal.Event{Kind: journal.Fault, Fault: r.Err}); err != nil {
		return false, err
	}
	if err := w.log.End(r.Outcome, reason(r.Err)); err != nil {
		return false, err
	}
	return false, r.Err
}

func reason(err error) speech.Text {
	return speech.Text{EN: fault.Describe(err, speech.English), DE: fault.Describe(err, speech.German)}
}

// stopped ends a case at a step stop: as done, or with a reason.
type stopped struct{ reason error }

func (s *stopped) Error() string { return "stopped" }

// waiting marks a case that a person must look at before it can go on.
type waiting struct{ err error }

func (w *waiting) Error() string { return w.err.Error() }
func (w *waiting) Unwrap() error { return w.err }
