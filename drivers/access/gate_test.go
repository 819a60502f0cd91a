// SPDX-License-Identifier: EUPL-1.2

package access_test

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/heinzel-rpa/heinzel/drivers/access"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// seen is what a server saw last.
type seen struct{ authorization string }

func (s *seen) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	s.authorization = r.Header.Get("Authorization")
}

// through sends a request through the gate, trusting these alone.
func through(t *testing.T, gate *access.Gate, login *url.Userinfo, address string, trusted ...*x509.Certificate) (*http.Response, error) {
	t.Helper()
	proxy, err := url.Parse(gate.Address())
	if err != nil {
		t.Fatal(err)
	}
	proxy.User = login
	pool := x509.NewCertPool()
	for _, c := range trusted {
		pool.AddCert(c)
	}
	transport := &http.Transport{Proxy: http.ProxyURL(proxy), TLSClientConfig: &tls.Config{RootCAs: pool}, DisableKeepAlives: true}
	answer, err := transport.RoundTrip(httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil))
	if err == nil {
		_ = answer.Body.Close()
	}
	return answer, err
}

func TestGate(t *testing.T) {
	var declared, other seen
	mine, strange := httptest.NewTLSServer(&declared), httptest.NewTLSServer(&other)
	defer mine.Close()
	defer strange.Close()
	at := scenarios.Location{Origins: []string{mine.URL}, Access: scenarios.Access{
		SignIn:      &scenarios.SignIn{User: "u", Password: "p"},
		Authorities: []scenarios.File{{Content: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: mine.Certificate().Raw})}},
	}}
	way, err := access.Open(at, func(name string) (secret.Value, error) { return secret.New(name), nil })
	if err != nil {
		t.Fatal(err)
	}
	gate, err := way.Gate()
	if err != nil {
		t.Fatal(err)
	}
	defer gate.Close()
	name, password := gate.LogIn()
	for _, login := range []*url.Userinfo{nil, url.UserPassword(name, "guess"), url.UserPassword("", password)} {
		if _, err := through(t, gate, login, mine.URL, mine.Certificate()); err == nil {
			t.Errorf("%v came through", login)
		}
	}
	login := url.UserPassword(name, password)
	if _, err := through(t, gate, login, strange.URL, strange.Certificate()); err != nil || other.authorization != "" {
		t.Errorf("another origin is not passed on as it is: %v, with %q", err, other.authorization)
	}
	// a client that does not know the gate's key does not take it for the server
	if _, err := through(t, gate, login, mine.URL, mine.Certificate()); err == nil || declared.authorization != "" {
		t.Errorf("the gate was taken for the server")
	}
	if trouble := way.Trouble(); trouble != nil {
		t.Errorf("trouble: %v", trouble)
	}
}
