// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/recorder/target"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// question is what the injected library is asked in one call.
type question struct {
	Verb     string   `json:"verb"`
	Ways     []way    `json:"ways"`
	Row      []cell   `json:"row"`
	Origins  []string `json:"origins"`
	Text     string   `json:"text"`
	On       bool     `json:"on"`
	Pick     *int     `json:"pick,omitempty"`
	Describe *string  `json:"describe,omitempty"`
}

type way struct {
	By   scenarios.By `json:"by"`
	What string       `json:"what"`
	Role string       `json:"role"`
}

type cell struct {
	Column string `json:"column"`
	Text   string `json:"text"`
}

// answer is what the library found, and whether it prepared the element. Why
// says what stands in the way, in the library's words; empty is ready.
type answer struct {
	Why     string   `json:"why"`
	By      string   `json:"by"`
	Origin  string   `json:"origin"`
	Status  int      `json:"status"`
	Ready   string   `json:"ready"`
	Ways    [][]int  `json:"ways"`
	Rivals  []string `json:"rivals"`
	Rows    []string `json:"rows"`
	X       float64  `json:"x"`
	Y       float64  `json:"y"`
	Value   string   `json:"value"`
	Already bool     `json:"already"`
	Plain   bool     `json:"plain"`
	Listens bool     `json:"listens"`
	Secret  bool     `json:"secret"`
	Chosen  int      `json:"chosen"`
}

// prepared is an element that was found beyond doubt, checked, and made ready.
type prepared struct {
	frame  page.Frame
	answer answer
	found  string
	moved  bool
}

// settle is how long a doubt must last on a complete page before it counts:
// pages build themselves up, and half a page is no page.
const settle = time.Second

// prepare finds the element of an action and makes it ready, waiting as long
// as the action may. The waiting is spaced like Playwright's: at once, then
// after 20, 100, 100 and 500 ms.
func (s *Session) prepare(ctx context.Context, a act.Action) (prepared, error) {
	q := s.question(a)
	var last error
	var since time.Time
	for try := 0; ; try++ {
		p, err := s.once(ctx, a, q)
		if err == nil || final(err) {
			return p, err
		}
		if last == nil || last.Error() != err.Error() {
			last, since = err, time.Now()
		}
		if (doubtful(err) || p.answer.Status >= 500) && time.Since(since) > settle {
			return p, s.outcome(ctx, err)
		}
		if !pause(ctx, try) {
			return p, s.timeUp(ctx, last)
		}
	}
}

// pause waits before the next try; it is false when the time is up.
func pause(ctx context.Context, try int) bool {
	steps := []time.Duration{0, 20, 100, 100, 500}
	timer := time.NewTimer(steps[min(try, len(steps)-1)] * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

func (s *Session) question(a act.Action) question {
	q := question{Verb: string(a.Verb), Origins: s.at.Origins, Text: a.Text, On: a.On, Ways: []way{}, Row: []cell{}}
	for _, c := range a.Element.Found {
		role := c.Role
		if role == "" {
			role = a.Element.Role
		}
		q.Ways = append(q.Ways, way{By: c.By, What: c.What, Role: role})
	}
	for _, c := range a.Row {
		q.Row = append(q.Row, cell(c))
	}
	return q
}

// once asks the page once: all recorded ways in one call and, only where they
// disagree but a winner is clear, a second call for the winner.
func (s *Session) once(ctx context.Context, a act.Action, q question) (prepared, error) {
	f, err := s.frame(ctx, a.Screen, a.Element)
	if err != nil {
		return prepared{}, err
	}
	p := prepared{frame: f}
	if err := f.Call(ctx, "act", q, &p.answer); err != nil {
		return p, s.callError(err)
	}
	if p.answer.Why != "judge" {
		p.found = agreed(a.Element)
		return p, s.obstacle(a, p.answer)
	}
	return s.judge(ctx, a, q, p)
}

func (s *Session) judge(ctx context.Context, a act.Action, q question, p prepared) (prepared, error) {
	ballot := ballotOf(a.Element, p.answer)
	verdict := target.Judge(ballot)
	if verdict.Winner < 0 {
		return p, &obstacle{doubt: act.NewDoubt(name(a), ballot, verdict.Rivals), answer: p.answer}
	}
	q.Pick, q.Describe = &verdict.Winner, &p.answer.Rivals[verdict.Winner]
	if err := p.frame.Call(ctx, "act", q, &p.answer); err != nil {
		return p, s.callError(err)
	}
	p.found, p.moved = verdict.Found, verdict.Moved
	return p, s.obstacle(a, p.answer)
}

func ballotOf(e *scenarios.Element, got answer) act.Ballot {
	b := act.Ballot{}
	for i, c := range e.Found {
		b.Ways = append(b.Ways, act.Vote{By: c.By, What: c.What, Matches: got.Ways[i]})
	}
	for _, r := range got.Rivals {
		b.Rivals = append(b.Rivals, act.Rival{Describe: r})
	}
	return b
}

func agreed(e *scenarios.Element) string {
	if len(e.Found) == 0 {
		return ""
	}
	return string(e.Found[0].By) + ": " + e.Found[0].What
}

func name(a act.Action) string { return a.Screen.Name + "/" + a.Element.Name }

// frame finds the window and the frame of an element.
func (s *Session) frame(ctx context.Context, screen *scenarios.Screen, e *scenarios.Element) (page.Frame, error) {
	p, err := s.window(ctx, screen.Window.Title)
	if err != nil {
		return page.Frame{}, err
	}
	var names []string
	for _, hint := range e.Frame {
		names = append(names, hint.Name)
	}
	if p.Busy() {
		return page.Frame{}, &obstacle{why: "loading"}
	}
	f, ok := p.Frame(names...)
	if !ok {
		return page.Frame{}, &obstacle{why: "no frame"}
	}
	return f, nil
}

// window gives the system's first window or, by its title, a popup. Two
// windows of one title are a doubt.
func (s *Session) window(ctx context.Context, title string) (*page.Page, error) {
	pages := s.browser.Pages()
	if len(pages) == 0 {
		return nil, &obstacle{why: "no window"}
	}
	if title == "" {
		return pages[0], healthy(pages[0])
	}
	fitting := slices.DeleteFunc(pages[1:], func(p *page.Page) bool { return titleOf(ctx, p) != title })
	switch len(fitting) {
	case 0:
		return nil, &obstacle{why: "no window"}
	case 1:
		return fitting[0], healthy(fitting[0])
	}
	return nil, &obstacle{doubt: &act.Doubt{Target: title, Looked: []string{"window: " + title}}}
}

func titleOf(ctx context.Context, p *page.Page) string {
	f, ok := p.Frame()
	if !ok {
		return ""
	}
	d, _ := f.Document(ctx)
	return d.Title
}

func healthy(p *page.Page) error {
	if p.Crashed() {
		return crashed()
	}
	return nil
}

func (s *Session) callError(err error) error {
	if errors.Is(err, page.ErrGone) {
		return &obstacle{why: "loading"}
	}
	if errors.Is(err, page.ErrMessage) {
		if p := s.blocked(); p != nil {
			return unexpected(p.Message())
		}
		return &obstacle{why: "loading"}
	}
	return err
}
