// SPDX-License-Identifier: EUPL-1.2

package vault_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/robot/secret/vault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

const canary = "Kanarienvogel-7391"

// server answers as the interface's documentation of the key/value engine,
// version 2, says: no server of that kind is at hand in the tests.
func server(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	answer := func(path string, status int, body string) {
		mux.HandleFunc("GET /v1/secret/data/"+path, func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("X-Vault-Token") != "s.token" {
				status, body = http.StatusForbidden, `{"errors":["permission denied"]}`
			}
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(status)
			fmt.Fprint(w, body)
		})
	}
	answer("amt/melderegister", 200, `{"request_id":"1","data":{"data":{"kennwort":"`+canary+`","port":8443},"metadata":{"version":3}}}`)
	answer("bibliothek", 200, `{"data":{"data":{"value":"offen"},"metadata":{"version":1}}}`)
	answer("deleted", 404, `{"data":{"data":null,"metadata":{"deletion_time":"2026-11-01T00:00:00Z","version":1}}}`)
	answer("sealed", 503, `{"errors":["Vault is sealed"]}`)
	answer("broken", 200, `<html>`+canary)
	answer("teapot", 418, canary)
	mux.Handle("GET /v1/secret/data/elsewhere", http.RedirectHandler("/v1/secret/data/bibliothek", http.StatusTemporaryRedirect))
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func open(address, token string) *vault.Source {
	return vault.Open(scenarios.Vault{Address: address, Mount: "secret", Token: "bao.token"}, func(name string) (secret.Value, error) {
		if name != "bao.token" {
			return secret.Value{}, fmt.Errorf("asked for %s", name)
		}
		return secret.New(token), nil
	})
}

func TestSecretsAreRead(t *testing.T) {
	t.Parallel()
	s := open(server(t), "s.token")
	for name, want := range map[string]string{"amt.melderegister.kennwort": canary, "bibliothek": "offen"} {
		if v, err := s.Get(name); err != nil || v.Reveal() != want {
			t.Errorf("%s: %q, %v", name, v.Reveal(), err)
		}
	}
}

func TestTroubles(t *testing.T) {
	t.Parallel()
	address := server(t)
	for name, want := range map[string]struct {
		kind fault.Kind
		says string
	}{
		"nobody.knows":            {fault.Usage, "has no secret"},
		"amt.melderegister.other": {fault.Usage, "has no secret"},
		"amt.melderegister.port":  {fault.Usage, "has no secret"},
		"deleted.kennwort":        {fault.Usage, "has no secret"},
		"sealed.kennwort":         {fault.Technical, "is sealed"},
		"broken.kennwort":         {fault.Technical, "does not answer as"},
		"teapot.kennwort":         {fault.Technical, "status 418"},
		"elsewhere.value":         {fault.Technical, "status 307"},
	} {
		_, err := open(address, "s.token").Get(name)
		held(t, name, err, want.kind, want.says)
	}
	_, err := open(address, "s.old").Get("bibliothek")
	held(t, "an old token", err, fault.Usage, "does not give")
	_, err = open("http://127.0.0.1:1", "s.token").Get("bibliothek")
	held(t, "no server", err, fault.Technical, "cannot be reached")
}

// held holds that a fault is of its kind, and quotes neither token nor secret.
func held(t *testing.T, what string, err error, kind fault.Kind, says string) {
	t.Helper()
	text := fmt.Sprintf("%v %+v %s", err, err, fault.Describe(err, speech.German))
	if fault.KindOf(err) != kind || !strings.Contains(text, says) || strings.Contains(text, canary) || strings.Contains(text, "s.token") {
		t.Errorf("%s: %s: %s", what, fault.KindOf(err), text)
	}
}
