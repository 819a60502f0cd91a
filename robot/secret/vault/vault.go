// SPDX-License-Identifier: EUPL-1.2

// Package vault reads secrets from OpenBao or Vault, by the HTTP interface that
// both share: the second version of the key/value engine, read only. Nothing is
// kept: every use asks anew, so that a secret that was replaced there takes
// effect with the next step.
package vault

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/robot/secret"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// Source is one server with the token that opens it. Its methods may be called
// at the same time.
type Source struct {
	at    scenarios.Vault
	token func(name string) (secret.Value, error)
	http  *http.Client
}

// Open is the server that an environment names; the token is asked for, by its
// name, with every use.
func Open(at scenarios.Vault, token func(name string) (secret.Value, error)) *Source {
	return &Source{at, token, &http.Client{
		Timeout: patience,
		// the token is for this server, and for no other that it names
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// patience is how long a server may take to answer, and longest how many bytes.
const (
	patience = 10 * time.Second
	longest  = 1 << 20
)

// Get reads a secret: amt.melderegister.kennwort is the field kennwort of
// amt/melderegister; a name without a full stop is the field value of that name.
func (s *Source) Get(name string) (secret.Value, error) {
	path, field := split(name)
	request, err := s.request(path)
	if err != nil {
		return secret.Value{}, err
	}
	response, err := s.http.Do(request)
	if err != nil {
		return secret.Value{}, s.unreachable(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return secret.Value{}, s.refused(name, response.StatusCode)
	}
	return s.take(name, field, response.Body)
}

func split(name string) (path, field string) {
	at := strings.LastIndexByte(name, '.')
	if at < 0 {
		return name, "value"
	}
	return strings.ReplaceAll(name[:at], ".", "/"), name[at+1:]
}

func (s *Source) request(path string) (*http.Request, error) {
	address, err := url.Parse(s.at.Address)
	if err != nil {
		return nil, s.unreachable(err)
	}
	token, err := s.token(s.at.Token)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(context.Background(), http.MethodGet, address.JoinPath("v1", s.at.Mount, "data", path).String(), nil)
	if err != nil {
		return nil, s.unreachable(err)
	}
	request.Header.Set("X-Vault-Token", token.Reveal())
	request.Header.Set("X-Vault-Request", "true")
	return request, nil
}

// take reads the field; what the answer holds is never quoted.
func (s *Source) take(name, field string, body io.Reader) (secret.Value, error) {
	var answer struct {
		Data struct{ Data map[string]any }
	}
	if json.NewDecoder(io.LimitReader(body, longest)).Decode(&answer) != nil {
		return secret.Value{}, fault.New(fault.Technical, "vault.get", speech.Say("%s does not answer as OpenBao or Vault does", "%s antwortet nicht wie OpenBao oder Vault", s.at.Address)).
			WithHint(speech.Say("is the address right, and the mount a key/value engine of version 2?", "stimmt die Adresse, und ist der Mount eine key/value-Engine der Version 2?"))
	}
	content, ok := answer.Data.Data[field].(string)
	if !ok {
		return secret.Value{}, s.unknown(name)
	}
	return secret.New(content), nil
}
