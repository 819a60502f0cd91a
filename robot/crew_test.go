// SPDX-License-Identifier: EUPL-1.2

package robot_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/heinzel-rpa/heinzel/robot"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
)

// TestKept: an environment decides where secrets come from.
func TestKept(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"data":{"data":{"kennwort":"%s of the vault"}}}`, r.Header.Get("X-Vault-Token"))
	}))
	t.Cleanup(server.Close)
	own := func(name string) (secret.Value, error) { return secret.New("own " + name), nil }
	for want, env := range map[string]*scenarios.Environment{
		"own amt.kennwort":       {},
		"own token of the vault": {Vault: &scenarios.Vault{Address: server.URL, Mount: "secret", Token: "token"}},
	} {
		if v, err := robot.Kept(env, own)("amt.kennwort"); err != nil || v.Reveal() != want {
			t.Errorf("%q, %v; want %q", v.Reveal(), err, want)
		}
	}
}
