// SPDX-License-Identifier: EUPL-1.2

package vault

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// refused says what an answer without a secret means.
func (s *Source) refused(name string, status int) error {
	switch status {
	case http.StatusNotFound:
		return s.unknown(name)
	case http.StatusForbidden, http.StatusUnauthorized:
		return fault.New(fault.Usage, "vault.get", speech.Say("%s does not give %q to the robot", "%s gibt „%s“ nicht an den Roboter heraus", s.at.Address, name)).
			WithHint(speech.Say("renew the token with heinzel secret set %s, or widen its policy", "erneuern Sie das Token mit heinzel secret set %s, oder erweitern Sie seine Richtlinie", s.at.Token))
	case http.StatusServiceUnavailable:
		return fault.New(fault.Technical, "vault.get", speech.Say("%s is sealed or under maintenance", "%s ist versiegelt oder in Wartung", s.at.Address)).
			WithHint(speech.Say("have it unsealed, then go on with --resume", "lassen Sie ihn entsiegeln, dann geht es mit --resume weiter"))
	}
	return fault.New(fault.Technical, "vault.get", speech.Say("%s answers with status %d", "%s antwortet mit Status %d", s.at.Address, status))
}

func (s *Source) unknown(name string) error {
	path, field := split(name)
	return fault.New(fault.Usage, "vault.get", speech.Say("%s has no secret %q", "%s hat kein Geheimnis „%s“", s.at.Address, name)).
		WithHint(speech.Say("it is looked for as the field %s of %s in %s", "gesucht wird es als Feld %s von %s in %s", field, path, s.at.Mount))
}

// unreachable leaves the address of the request out: it names what was asked.
func (s *Source) unreachable(err error) error {
	if asked, ok := errors.AsType[*url.Error](err); ok {
		err = asked.Err
	}
	return fault.Wrap(fault.Technical, "vault.get", speech.Say("%s cannot be reached", "%s ist nicht zu erreichen", s.at.Address), err).
		WithHint(speech.Say("is the server running, and its certificate known to this machine?", "läuft der Server, und ist sein Zertifikat diesem Rechner bekannt?"))
}
