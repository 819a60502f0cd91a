// SPDX-License-Identifier: EUPL-1.2

package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/web"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

const token = "token-of-the-test"

// begin opens a session at an address, with a token.
func begin(t *testing.T, address string, more ...string) *web.Session {
	t.Helper()
	d := web.Driver{Token: func(string) (secret.Value, error) { return secret.New(token), nil }}
	s, err := d.Begin(t.Context(), scenarios.Location{Address: address + "/", Origins: append(more, address), Bearer: "token"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

func call(t *testing.T, s *web.Session, c act.Call) (act.Effect, error) {
	t.Helper()
	return s.Do(t.Context(), act.Action{Verb: act.Request, Call: &c, Within: 10 * time.Second})
}

// TestStatus: what was refused did not happen; whether a server's error or a
// success was felt is not known.
func TestStatus(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		status, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/"))
		w.WriteHeader(status)
	})
	s := begin(t, address)
	for _, p := range []struct {
		status, expected int
		kind             fault.Kind
		touched          bool
	}{
		{200, 0, fault.Unknown, true},
		{201, 201, fault.Unknown, true},
		{200, 201, fault.Business, true},
		{404, 404, fault.Unknown, false},
		{404, 0, fault.Business, false},
		{409, 0, fault.Business, false},
		{422, 200, fault.Business, false},
		{401, 0, fault.Halted, false},
		{403, 0, fault.Halted, false},
		{408, 0, fault.Technical, false},
		{429, 0, fault.Technical, false},
		{500, 0, fault.Technical, true},
		{503, 200, fault.Technical, true},
	} {
		e, err := call(t, s, act.Call{Method: "POST", Path: "/" + strconv.Itoa(p.status), Status: p.expected})
		if fault.KindOf(err) != p.kind || e.Touched != p.touched || e.Status != p.status {
			t.Errorf("%d where %d is expected: %q %+v", p.status, p.expected, fault.KindOf(err), e)
		}
	}
}

func TestWhatIsSent(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var body any
		_ = json.NewDecoder(r.Body).Decode(&body)
		_ = json.NewEncoder(w).Encode([]any{r.Method, r.URL.Path, r.Header.Get("Idempotency-Key"), r.Header.Get("Authorization"), r.Header.Get("Content-Type"), body})
	})
	s := begin(t, address)
	for want, c := range map[string]act.Call{
		`["PUT","/a/b","key-1","Bearer ` + token + `","application/json",{"x":1}]`: {Method: "PUT", Path: "/a/b", Key: "key-1", Body: []byte(`{"x":1}`)},
		`["GET","/a","","Bearer ` + token + `","",null]`:                           {Method: "GET", Path: "/a"},
	} {
		e, err := call(t, s, c)
		if got := strings.TrimSpace(string(e.Body)); err != nil || got != want {
			t.Errorf("sent was %s, %v", got, err)
		}
	}
}

func TestRedirects(t *testing.T) {
	reached := make(chan string, 1)
	away := serve(t, func(_ http.ResponseWriter, r *http.Request) { reached <- r.Header.Get("Authorization") })
	gone := httptest.NewServer(nil)
	gone.Close()
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, map[string]string{"/away": away, "/gone": gone.URL, "/here": "/there", "/round": "/round"}[r.URL.Path], http.StatusTemporaryRedirect)
	})
	s := begin(t, address, gone.URL)
	_, err := call(t, s, act.Call{Method: "GET", Path: "/away"})
	if fault.KindOf(err) != fault.Halted {
		t.Errorf("a redirect to another origin ended: %v", err)
	}
	select {
	case header := <-reached:
		t.Errorf("another origin was reached, with %q", header)
	default:
	}
	// the call itself arrived, whatever became of the redirect
	e, err := call(t, s, act.Call{Method: "POST", Path: "/gone"})
	if fault.KindOf(err) != fault.Technical || !e.Touched {
		t.Errorf("a redirect to nobody ended %+v, %v", e, err)
	}
	if _, err := call(t, s, act.Call{Method: "GET", Path: "/round"}); fault.KindOf(err) != fault.Halted {
		t.Errorf("a redirect in circles ended: %v", err)
	}
}

// TestNeverSent: where no connection came about, surely nothing happened.
func TestNeverSent(t *testing.T) {
	gone := httptest.NewServer(nil)
	gone.Close()
	untrusted := httptest.NewTLSServer(http.NotFoundHandler())
	untrusted.Config.ErrorLog = nil
	t.Cleanup(untrusted.Close)
	for _, address := range []string{gone.URL, untrusted.URL} {
		e, err := call(t, begin(t, address), act.Call{Method: "POST", Path: "/"})
		if fault.KindOf(err) != fault.Technical || e.Touched {
			t.Errorf("%s ended %+v, %v", address, e, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	s := begin(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(make([]byte, web.MaxAnswer+1))
	}))
	e, err := call(t, s, act.Call{Method: "GET", Path: "/"})
	if fault.KindOf(err) != fault.Technical || !e.Touched {
		t.Errorf("too large an answer ended %v", err)
	}
}

func TestNoAnswer(t *testing.T) {
	s := begin(t, serve(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	get := act.Action{Verb: act.Request, Call: &act.Call{Method: "GET", Path: "/"}, Within: 100 * time.Millisecond}
	e, err := s.Do(t.Context(), get)
	if fault.KindOf(err) != fault.Technical || !e.Touched || !strings.Contains(err.Error(), "in time") {
		t.Errorf("no answer ended %+v, %v", e, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	get.Within = 10 * time.Second
	if _, err := s.Do(ctx, get); !errors.Is(err, context.Canceled) {
		t.Errorf("a stop ended %v", err)
	}
}

func TestWrongUse(t *testing.T) {
	s := begin(t, "http://127.0.0.1:1")
	for _, path := range []string{"@example.invalid/", ":0/", "\x7f"} {
		d := act.Call{Method: "GET", Path: path}
		s2, err := web.Driver{}.Begin(t.Context(), scenarios.Location{Address: "http://127.0.0.1:1", Origins: []string{"http://127.0.0.1:1"}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := call(t, s2, d); fault.KindOf(err) != fault.Usage {
			t.Errorf("%q ended %v", path, err)
		}
	}
	_, doing := s.Do(t.Context(), act.Action{Verb: act.Click})
	_, looking := s.Look(t.Context(), act.Look{})
	if fault.KindOf(doing) != fault.Usage || fault.KindOf(looking) != fault.Usage {
		t.Errorf("an interface clicks (%v) and looks (%v)", doing, looking)
	}
	if picture, err := s.Picture(t.Context(), nil); picture != nil || err != nil || s.Tidy(t.Context()) != nil {
		t.Errorf("there is a picture, or %v", err)
	}
}
