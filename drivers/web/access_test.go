// SPDX-License-Identifier: EUPL-1.2

package web_test

import (
	"encoding/pem"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/heinzel-rpa/heinzel/drivers/act"
	"github.com/heinzel-rpa/heinzel/drivers/web"
	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

func TestAccess(t *testing.T) {
	t.Parallel()
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, word, _ := r.BasicAuth(); name != "robot" || word != "right" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_, _ = w.Write([]byte(`{}`))
	}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	house := []scenarios.File{{Content: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})}}
	stored := func(name string) (secret.Value, error) { return secret.New(name), nil }
	for name, p := range map[string]struct {
		access scenarios.Access
		says   string
		kind   fault.Kind
	}{
		"let in":         {access: scenarios.Access{Authorities: house, SignIn: &scenarios.SignIn{User: "robot", Password: "right"}}},
		"wrong password": {scenarios.Access{Authorities: house, SignIn: &scenarios.SignIn{User: "robot", Password: "wrong"}}, "refuses the access", fault.Halted},
		"unknown":        {scenarios.Access{SignIn: &scenarios.SignIn{User: "robot", Password: "right"}}, "nobody who is trusted", fault.Halted},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := web.Driver{Token: stored}.Begin(t.Context(), scenarios.Location{Address: server.URL, Origins: []string{server.URL}, Access: p.access})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			e, err := s.Do(t.Context(), act.Action{Verb: act.Request, Within: 5 * time.Second, Call: &act.Call{Method: http.MethodPost, Path: "/"}})
			if fault.KindOf(err) != p.kind || err != nil && !strings.Contains(err.Error(), p.says) || e.Touched != (p.kind == "") {
				t.Errorf("%v, touched: %v", err, e.Touched)
			}
		})
	}
}
