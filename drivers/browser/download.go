// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// maxDownload bounds a file that is kept: it passes through memory, so that it
// lies on the disk for a moment only.
const maxDownload = 256 << 20

// download clicks an element and takes the one file that comes, whole. It is
// read out of the browser's private folder and removed there at once.
func (s *Session) download(ctx context.Context, a act.Action) (act.Effect, error) {
	refuse, err := s.browser.AllowDownloads(ctx)
	defer refuse()
	if err != nil {
		return act.Effect{}, s.broken(ctx, err)
	}
	asked := a
	asked.Verb, asked.Answer = act.Click, nil
	effect, err := s.click(ctx, asked)
	if err != nil {
		return effect, err
	}
	d, err := s.arriving(ctx, a)
	if err != nil {
		return effect, err
	}
	effect.Value = path.Base("/" + strings.ReplaceAll(d.Name, "\\", "/"))
	effect.File, err = s.browser.Content(d)
	if err != nil {
		return effect, fault.Wrap(fault.Technical, "browser.download", speech.Say("the download of %s is not complete", "das Heruntergeladene von %s ist nicht vollständig", name(a)), err)
	}
	if err := s.quiet(ctx); err != nil {
		return effect, err
	}
	return effect, s.several(ctx, a, s.browser.Downloads())
}

// several refuses to choose between files: which one is meant is not known.
func (s *Session) several(ctx context.Context, a act.Action, all []page.Download) error {
	if len(all) < 2 {
		return nil
	}
	for _, d := range all {
		s.giveUp(ctx, d)
	}
	return downloadFault(fault.Halted, speech.Say("%s brings %d files instead of one", "%s bringt %d Dateien statt einer", name(a), len(all)))
}

// arriving waits for the download to begin and to end, as long as the step may
// take.
func (s *Session) arriving(ctx context.Context, a act.Action) (page.Download, error) {
	err := s.browser.Await(ctx, func() bool {
		all := s.browser.Downloads()
		return len(all) != 1 && len(all) > 0 || len(all) == 1 && (all[0].Ended || s.unwanted(all[0]) != nil) || s.browser.Asking() != nil
	})
	all := s.browser.Downloads()
	switch {
	case len(all) == 0:
		return page.Download{}, s.nothing(ctx, a, err)
	case len(all) > 1:
		return page.Download{}, s.several(ctx, a, all)
	}
	if problem := s.trouble(a, all[0], err); problem != nil {
		s.giveUp(ctx, all[0])
		return page.Download{}, problem
	}
	return all[0], nil
}

// trouble says why a download that began is not used.
func (s *Session) trouble(a act.Action, d page.Download, err error) error {
	if unwanted := s.unwanted(d); unwanted != nil {
		return unwanted
	}
	asking := s.browser.Asking()
	switch {
	case err == nil && d.Whole:
		return nil
	case err == nil && d.Ended:
		return downloadFault(fault.Technical, speech.Say("the download of %s broke off", "das Herunterladen von %s brach ab", name(a)))
	case asking != nil && asking.Message() != nil:
		return unexpected(asking.Message())
	case errors.Is(err, context.DeadlineExceeded):
		return downloadFault(fault.Technical, speech.Say("the download of %s did not end in time", "das Herunterladen von %s endete nicht rechtzeitig", name(a))).
			WithHint(speech.Say("allow the step more time with within", "geben Sie dem Schritt mit within mehr Zeit"))
	}
	return err
}

// nothing explains why no download began.
func (s *Session) nothing(ctx context.Context, a act.Action, err error) error {
	if p := s.browser.Asking(); p != nil && p.Message() != nil {
		return unexpected(p.Message())
	}
	if status := s.status(ctx); status >= 500 {
		return serverFault(status)
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return downloadFault(fault.Halted, speech.Say("the click on %s downloads nothing", "der Klick auf %s lädt nichts herunter", name(a))).
		WithHint(speech.Say("look at the screen; if the file takes longer, allow the step more time with within", "sehen Sie sich die Maske an; braucht die Datei länger, geben Sie dem Schritt mit within mehr Zeit"))
}

// unwanted says what is wrong with where a download comes from, or how large
// it is. What a page makes itself (blob:) comes from its own origin.
func (s *Session) unwanted(d page.Download) error {
	u, err := url.Parse(strings.TrimPrefix(d.URL, "blob:"))
	if err != nil || u.Scheme != "data" && !slices.Contains(s.at.Origins, u.Scheme+"://"+u.Host) {
		return foreign(u.Scheme+"://"+u.Host, s.at.Origins)
	}
	if d.Total > maxDownload || d.Received > maxDownload {
		return downloadFault(fault.Halted, speech.Say("the download is larger than %d MB", "das Heruntergeladene ist größer als %d MB", maxDownload>>20))
	}
	return nil
}

func (s *Session) giveUp(ctx context.Context, d page.Download) {
	if !d.Ended {
		_ = s.browser.Cancel(context.WithoutCancel(ctx), d)
	}
}

func downloadFault(kind fault.Kind, cause speech.Text) *fault.Fault {
	return fault.New(kind, "browser.download", cause)
}
