// SPDX-License-Identifier: EUPL-1.2

package run_test

import (
	"context"
	"sync"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// slow is an application that is still at it when it is asked first: the click
// on Speichern fails, and five seconds later it is saved all the same.
type slow struct {
	*amt
	mu sync.Mutex
}

func (s *slow) begin(context.Context, scenarios.Location) (run.Session, error) {
	return &slowDesk{desk{s.amt}, s}, nil
}

func (s *slow) later() {
	s.mu.Lock()
	defer s.mu.Unlock()
	(&desk{s.amt}).save()
}

type slowDesk struct {
	desk
	slow *slow
}

func (d *slowDesk) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	d.slow.mu.Lock()
	defer d.slow.mu.Unlock()
	if a.Verb == act.Click && d.saved == 0 {
		time.AfterFunc(5*time.Second, d.slow.later)
		return act.Effect{Touched: true}, technical()
	}
	return d.desk.Do(ctx, a)
}

// stopping is an application during whose second task a person stops the robot.
type stopping struct {
	*amt
	cancel func()
}

func (s *stopping) begin(context.Context, scenarios.Location) (run.Session, error) {
	return &stoppingDesk{desk{s.amt}, s.cancel}, nil
}

type stoppingDesk struct {
	desk
	cancel func()
}

func (d *stoppingDesk) Do(ctx context.Context, a act.Action) (act.Effect, error) {
	if a.Element.Name == "Anderes" {
		d.cancel()
		return act.Effect{}, ctx.Err()
	}
	return d.desk.Do(ctx, a)
}
