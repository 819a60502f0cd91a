// SPDX-License-Identifier: EUPL-1.2

package robot

import (
	"context"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/drivers/desktop"
	"github.com/heinzel-rpa/heinzel/drivers/host"
	"github.com/heinzel-rpa/heinzel/drivers/rehearsal"
	"github.com/heinzel-rpa/heinzel/drivers/web"
	"github.com/heinzel-rpa/heinzel/robot/run"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/robot/secret/vault"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// Secrets gives a secret by its stored name.
type Secrets func(name string) (secret.Value, error)

// Crew is the explicit list of drivers, with everything they need. Who proposes
// is told what changed elements have become; nil is nobody.
func Crew(secrets Secrets, options page.Options, propose act.Proposer) run.Crew {
	return run.Crew{
		Secrets: secrets,
		Drivers: map[scenarios.SystemKind]run.Begin{
			scenarios.Browser: begin(browser.Driver{Options: options, Secrets: access.Secrets(secrets), Propose: propose}.Begin),
			scenarios.Web:     begin(web.Driver{Token: secrets}.Begin),
			scenarios.Host:    begin(host.Driver{Secrets: access.Secrets(secrets)}.Begin),
			scenarios.Desktop: begin(desktop.Driver{}.Begin),
		},
	}
}

// Kept gives secrets where an environment has them kept: in Heinzel's own store,
// or in a vault, whose token the own store has.
func Kept(env *scenarios.Environment, own Secrets) Secrets {
	if env.Vault == nil {
		return own
	}
	return vault.Open(*env.Vault, own).Get
}

// Rehearsal is a crew that touches nothing: every system is imaginary and
// shows what is given.
func Rehearsal(shows map[string]string) run.Crew {
	imaginary := begin(rehearsal.Driver{Shows: shows}.Begin)
	return run.Crew{
		Files:   run.Files{Imaginary: true},
		Secrets: func(string) (secret.Value, error) { return secret.New(""), nil },
		Drivers: map[scenarios.SystemKind]run.Begin{scenarios.Browser: imaginary, scenarios.Web: imaginary, scenarios.Host: imaginary, scenarios.Desktop: imaginary},
	}
}

// begin fits a driver's own session type to the robot's.
func begin[S run.Session](open func(context.Context, scenarios.Location) (S, error)) run.Begin {
	return func(ctx context.Context, at scenarios.Location) (run.Session, error) {
		s, err := open(ctx, at)
		if err != nil {
			return nil, err
		}
		return s, nil
	}
}
