// SPDX-License-Identifier: EUPL-1.2

package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/browser/page"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// choosing is how long a page may take to open its file chooser; it must do so
// in answer to a click, and browsers allow that for five seconds.
const choosing = 5 * time.Second

// upload clicks an element and gives the files to the chooser that opens. What
// the page's input held then is held against the files, by name and size.
func (s *Session) upload(ctx context.Context, a act.Action) (act.Effect, error) {
	if len(a.Files) == 0 {
		return act.Effect{}, uploadFault(fault.Usage, speech.Say("there is no file to upload", "es gibt keine Datei zum Hochladen"))
	}
	effect, p, err := s.meet(ctx, a, func(p prepared) error {
		if err := p.frame.InterceptChooser(ctx); err != nil {
			return s.broken(ctx, err)
		}
		return s.clickOn(ctx, p, 1)
	})
	if err != nil {
		return effect, err
	}
	chooser, err := s.chooser(ctx, a, p.frame)
	if err != nil {
		return effect, err
	}
	effect.Value, err = s.give(ctx, a, chooser)
	if err != nil {
		return effect, err
	}
	return effect, s.quiet(ctx)
}

func (s *Session) chooser(ctx context.Context, a act.Action, frame page.Frame) (*page.Chooser, error) {
	ctx, cancel := context.WithTimeout(ctx, choosing)
	defer cancel()
	chooser, err := frame.Chooser(ctx)
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, page.ErrGone) {
		return nil, uploadFault(fault.Halted, speech.Say("%s opens no file chooser", "%s öffnet keine Dateiauswahl", name(a)))
	}
	if err != nil {
		return nil, s.broken(ctx, err)
	}
	return chooser, nil
}

// give hands the files over, unless the page would not take them.
func (s *Session) give(ctx context.Context, a act.Action, chooser *page.Chooser) (string, error) {
	if len(a.Files) > 1 && !chooser.Several {
		return "", uploadFault(fault.Halted, speech.Say("%s takes one file only", "%s nimmt nur eine Datei", name(a)))
	}
	var want []page.Chosen
	for _, file := range a.Files {
		info, err := os.Stat(file)
		if err != nil {
			return "", uploadFault(fault.Halted, speech.Say("the file %q cannot be read", "die Datei „%s“ lässt sich nicht lesen", filepath.Base(file)))
		}
		if !accepted(chooser.Accept, file) {
			return "", uploadFault(fault.Halted, speech.Say("%s does not take the file %q, only %s", "%s nimmt die Datei „%s“ nicht, nur %s", name(a), filepath.Base(file), chooser.Accept))
		}
		want = append(want, page.Chosen{Name: filepath.Base(file), Size: info.Size()})
		s.written = append(s.written, filepath.Base(file))
	}
	held, err := chooser.Give(ctx, a.Files)
	if err != nil {
		return "", s.broken(ctx, err)
	}
	if list(held) != list(want) {
		return "", uploadFault(fault.Halted, speech.Say("%s does not hold the files that were given: %s instead of %s", "%s enthält nicht die übergebenen Dateien: %s statt %s", name(a), list(held), list(want)))
	}
	return list(held), nil
}

func list(files []page.Chosen) string {
	var out []string
	for _, f := range files {
		out = append(out, fmt.Sprintf("%s (%d)", f.Name, f.Size))
	}
	return strings.Join(out, ", ")
}

// uploadFault may name a file, and a file's name may say whom it is about.
func uploadFault(kind fault.Kind, cause speech.Text) error {
	return fault.New(kind, "browser.upload", cause).Guard()
}
