// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"os"
	"time"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/plan"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/spf13/cobra"
)

// tryOptions are the flags of try.
type tryOptions struct {
	runOptions
	speed, from, until  string
	pause               time.Duration
	step, headless, yes bool
}

func (a *app) try() *cobra.Command {
	o := tryOptions{}
	cmd := &cobra.Command{
		Use: "try DIR", Short: "go through a scenario step by step and watch, with one case", Args: cobra.ExactArgs(1),
		Long: "Performs a scenario with the first case, in a browser that is seen. Every step is said before it is done, and how it\n" +
			"ended after. What cannot be undone is asked for first, and left out where nobody says yes. No journal is kept.\n" +
			"Where a step fails, expected and found stand side by side; on a terminal you may point at the element again, which\n" +
			"makes a proposal: see heinzel heal. Steps are named by number or id, as heinzel show tells them." +
			exitStatus("0 every step that was tried went well", "2 wrong use, an invalid file, or no screen to show a browser on", "3 a step ended in a business fault",
				"4 a step ended in a technical fault", "5 a step halted: a person is needed"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.tryOut(cmd.Context(), args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.one, "case", "", "JSON file with one case")
	f.StringVar(&o.many, "cases", "", "CSV, XLSX or JSON file with cases, of which the first is taken")
	f.StringVar(&o.environment, "environment", "", "name or path of the environment")
	f.StringArrayVar(&o.set, "set", nil, "name=value; also of what steps before --from would have read")
	f.StringVar(&o.speed, "speed", "", "slow, normal or fast (default: normal, without a browser that is seen fast)")
	f.DurationVar(&o.pause, "pause", -1, "how long to wait before each step, such as 1500ms, instead of --speed")
	f.StringVar(&o.until, "until", "", "stop after this step, such as 3.2")
	f.StringVar(&o.from, "from", "", "begin at this step, after you have brought the application there")
	f.BoolVar(&o.step, "step", false, "wait for Enter before each step")
	f.BoolVar(&o.headless, "headless", false, "do not show the browser's windows")
	f.BoolVar(&o.yes, "yes", false, "do what cannot be undone without asking")
	f.StringVar(&o.browser, "browser", "", browserHelp)
	f.BoolVar(&o.showValues, "show-values", false, "show values of the case even where no terminal is")
	return cmd
}

func (a *app) tryOut(ctx context.Context, dir string, o tryOptions) error {
	wait, err := o.waits()
	if err != nil {
		return err
	}
	p, err := a.load(dir, o.environment)
	if err != nil {
		return err
	}
	o.headful = !o.headless && worksBrowser(p)
	if o.headful && !hasScreen() {
		return fault.New(fault.Usage, "try.screen", speech.Say("there is no screen to show the browser on", "es gibt keinen Bildschirm, auf dem der Browser zu sehen wäre")).
			WithHint(speech.Say("add --headless to try without watching", "ohne zuzusehen geht es mit --headless"))
	}
	order, err := a.passing(dir, p, o.runOptions)
	if err != nil {
		return err
	}
	defer os.RemoveAll(order.Dir)
	stretch, err := robot.Stretch(p, o.from, o.until, order.Common)
	if err != nil {
		return err
	}
	companion, err := a.companion(dir, p, o, wait)
	if err != nil {
		return err
	}
	companion.stretch = stretch
	order.Crew.Guide, order.Crew.Stretch = companion, stretch
	return a.tried(ctx, order, companion)
}

// tried performs the one case and says how it ended.
func (a *app) tried(ctx context.Context, order robot.Order, c *companion) error {
	summary, err := robot.Run(ctx, order)
	if err != nil {
		return err
	}
	for _, r := range summary.Results {
		c.over(r)
	}
	return worst(summary.Results)
}

// passing is an order of one case that leaves no journal.
func (a *app) passing(dir string, p *plan.Plan, o runOptions) (robot.Order, error) {
	order, err := a.orderOf(dir, p, o)
	if err != nil {
		return order, err
	}
	order.Cases = order.Cases[:min(1, len(order.Cases))]
	order.Dir, err = os.MkdirTemp("", "heinzel-passing-")
	return order, err
}

// waits is how long to wait before each step.
func (o tryOptions) waits() (time.Duration, error) {
	if o.pause >= 0 {
		return o.pause, nil
	}
	switch {
	case o.speed == "fast", o.speed == "" && o.headless:
		return 0, nil
	case o.speed == "normal", o.speed == "":
		return 700 * time.Millisecond, nil
	case o.speed == "slow":
		return 2500 * time.Millisecond, nil
	}
	return 0, fault.New(fault.Usage, "try.speed", speech.Say("--speed is slow, normal or fast, not %q", "--speed ist slow, normal oder fast, nicht „%s“", o.speed))
}
