// SPDX-License-Identifier: EUPL-1.2

package browser_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
)

// thief serves pages that look like the declared ones, and keeps what they
// tell it.
type thief struct {
	mu     sync.Mutex
	caught []string
}

func (f *thief) take(_ http.ResponseWriter, r *http.Request) {
	data, _ := io.ReadAll(r.Body)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.caught = append(f.caught, string(data))
}

func (f *thief) has() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return strings.Join(f.caught, "; ")
}

// lure is how the robot is led astray: on which page, by which click, and into
// which element it is to write.
type lure struct{ name, page, click, at, says string }

// openLured starts a browser on a declared origin whose pages lead to another,
// which may be declared, too.
func openLured(t *testing.T, declared bool) (stage, *thief) {
	t.Helper()
	f := &thief{}
	theirs, ours := http.NewServeMux(), http.NewServeMux()
	theirs.Handle("/", http.FileServer(http.Dir("testdata")))
	theirs.HandleFunc("POST /caught", f.take)
	other := httptest.NewServer(theirs)
	t.Cleanup(other.Close)
	far := strings.Replace(other.URL, "127.0.0.1", "localhost", 1)
	ours.Handle("/", http.FileServer(http.Dir("testdata")))
	ours.Handle("/lure/", http.RedirectHandler(far+"/phishing-login.html", http.StatusFound))
	server := httptest.NewServer(ours)
	t.Cleanup(server.CloseClientConnections)
	t.Cleanup(server.Close)
	if declared {
		return openOn(t, server.URL, far), f
	}
	return openOn(t, server.URL), f
}

// TestPhishing: a look-alike of the log-in on another origin, in a frame, in a
// window, in place of the page, or by a focus that is led astray, gets nothing.
func TestPhishing(t *testing.T) {
	t.Parallel()
	s, f := openLured(t, false)
	for _, p := range []lure{
		{"in a frame", "phishing.html", "", "frame=login; label: Password", "does not allow"},
		{"in place of the page", "phishing.html", "Renew", "label: Password", "does not allow"},
		{"redirected", "lure/phishing-login.html", "", "label: Password", "does not allow"},
		{"in a window", "phishing.html", "Window", "window=look-alike; label: Password", "does not allow"},
		{"the focus is led into the frame", "phishing.html?focus", "", "label: Password", ""},
		{"the focus is led into the frame, key by key", "phishing.html?focus", "", "label: Password; keys", ""},
		{"the field goes, the frame has the focus", "phishing.html?cover", "", "label: Password; keys", ""},
		{"the page leaves for it", "phishing.html?leave", "", "label: Password", ""},
		{"the page leaves for it, key by key", "phishing.html?leave", "", "label: Password; keys", ""},
	} {
		s.Run(p.name, func(t *testing.T) { s.lured(t, f, p) })
	}
}

// lured asks the robot to type the secret where the look-alike waits for it.
func (s stage) lured(t *testing.T, f *thief, l lure) {
	t.Helper()
	s.T = t
	s.goTo(l.page)
	if l.click != "" {
		s.click(l.click)
	}
	_, err := s.do(l.at, act.Action{Verb: act.Fill, Secret: secret.New("Kanarienvogel-7391"), Within: brief})
	if fault.KindOf(err) != fault.Halted || !strings.Contains(err.Error(), l.says) || strings.Contains(err.Error(), "Kanarienvogel") {
		t.Errorf("it ended %q: %v", fault.KindOf(err), err)
	}
	if caught := f.has(); caught != "" {
		t.Errorf("the other page caught %q", caught)
	}
	if err := s.session.Tidy(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestPhishingWouldBeCaught holds that the thief does catch what is typed.
func TestPhishingWouldBeCaught(t *testing.T) {
	t.Parallel()
	s, f := openLured(t, true)
	s.goTo("phishing.html")
	s.must("frame=login; label: Password", act.Action{Verb: act.Fill, Secret: secret.New("Kanarienvogel-7391")})
	for until := time.Now().Add(patience); !strings.Contains(f.has(), "Kanarienvogel-7391") && time.Now().Before(until); {
		<-time.After(20 * time.Millisecond)
	}
	if !strings.Contains(f.has(), "Kanarienvogel-7391") {
		t.Errorf("caught was %q", f.has())
	}
}
