// SPDX-License-Identifier: EUPL-1.2

package rehearsal

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"

	"github.com/heinzel-rpa/heinzel/drivers/act"
)

// letter is what was sent to a path of an interface: the members of its body.
type letter struct {
	path    string
	members map[string]json.RawMessage
}

// call answers as the test case says. What was sent in this session wins: it
// shows in later answers of the same path, and of those above it.
func (s *Session) call(c *act.Call) act.Effect {
	effect := act.Effect{Body: []byte(s.shows[c.Method+" "+c.Path]), Status: c.Status}
	if !json.Valid(effect.Body) {
		effect.Body = []byte("{}")
	}
	if effect.Status == 0 {
		effect.Status = http.StatusOK
	}
	switch c.Method {
	case http.MethodGet:
		effect.Body = s.merged(c.Path, effect.Body)
	case http.MethodPut, http.MethodPost, http.MethodPatch:
		s.send(c)
	}
	return effect
}

func (s *Session) send(c *act.Call) {
	l := letter{path: bare(c.Path)}
	if json.Unmarshal(c.Body, &l.members) == nil {
		s.sent = append(s.sent, l)
	}
}

// merged puts what was sent into an answer; only objects have members.
func (s *Session) merged(path string, body []byte) []byte {
	var members map[string]json.RawMessage
	if json.Unmarshal(body, &members) != nil || members == nil {
		return body
	}
	for _, l := range s.sent {
		if l.path == bare(path) || strings.HasPrefix(l.path, bare(path)+"/") {
			maps.Copy(members, l.members)
		}
	}
	out, err := json.Marshal(members)
	if err != nil {
		return body
	}
	return out
}

// bare is a path without its query and a slash at its end.
func bare(path string) string {
	path, _, _ = strings.Cut(path, "?")
	return strings.TrimSuffix(path, "/")
}
