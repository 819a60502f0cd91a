// SPDX-License-Identifier: EUPL-1.2

package access

import (
	"crypto/x509"
	"errors"
	"net"
	"strings"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// explain says what an error on the way means. A server that cannot prove who
// it is halts the case: a password would go to a stranger.
func explain(err error, host string) error {
	invalid, isInvalid := errors.AsType[x509.CertificateInvalidError](err)
	_, unknown := errors.AsType[x509.UnknownAuthorityError](err)
	_, wrong := errors.AsType[x509.HostnameError](err)
	op, isOp := errors.AsType[*net.OpError](err)
	switch {
	case errors.Is(err, errProxy):
		return halted(speech.Say("the proxy does not accept the robot's log-in", "der Proxy nimmt die Anmeldung des Roboters nicht an"), err,
			speech.Say("check proxy: in the environment, and its secrets", "prüfen Sie proxy: in der Umgebung und dessen Geheimnisse"))
	case isInvalid && invalid.Reason == x509.Expired:
		return untrusted("expired", host, err)
	case unknown:
		return untrusted("unknown", host, err)
	case wrong:
		return untrusted("host", host, err)
	case isInvalid:
		return untrusted("", host, err)
	case isOp && op.Op == "remote error" && asksWho(op.Err.Error()):
		return untrusted("client", host, err)
	}
	return fault.Wrap(fault.Technical, "access.way", speech.Say("%s cannot be reached", "%s ist nicht erreichbar", host), err)
}

// asksWho recognises the alerts (RFC 8446, 6.2) by which servers say that they
// want a certificate, or another one. Older ones say nothing but that it failed.
func asksWho(alert string) bool {
	return strings.Contains(alert, "certificate") || strings.Contains(alert, "access denied") || strings.Contains(alert, "handshake failure")
}

// Untrusted is the fault of a connection in which one side does not trust the
// other: why is "expired", "unknown", "host" or "client"; anything else is a
// certificate that is wrong in another way.
func Untrusted(why, host string) error { return untrusted(why, host, nil) }

func untrusted(why, host string, err error) error {
	authority := speech.Say("if the house has an authority of its own, name its certificate under authorities in the environment; else ask those who run the system",
		"hat das Haus eine eigene Zertifizierungsstelle, nennen Sie ihr Zertifikat unter authorities in der Umgebung; sonst fragen Sie den Betreiber des Systems")
	operator := speech.Say("those who run the system must renew it", "der Betreiber des Systems muss es erneuern")
	switch why {
	case "expired":
		return halted(speech.Say("the certificate of %s has expired, or is not valid yet", "das Zertifikat von %s ist abgelaufen oder noch nicht gültig", host), err, operator)
	case "unknown":
		return halted(speech.Say("the certificate of %s was issued by nobody who is trusted here", "das Zertifikat von %s hat niemand ausgestellt, dem hier vertraut wird", host), err, authority)
	case "host":
		return halted(speech.Say("the certificate of %s is made out to another name", "das Zertifikat von %s lautet auf einen anderen Namen", host), err,
			speech.Say("is the address in the environment right?", "stimmt die Adresse in der Umgebung?"))
	case "client":
		return halted(speech.Say("%s does not accept the robot without a certificate of its own, or not with this one", "%s nimmt den Roboter ohne eigenes Zertifikat oder mit diesem nicht an", host), err,
			speech.Say("check certificate: in the environment", "prüfen Sie certificate: in der Umgebung"))
	}
	return halted(speech.Say("the certificate of %s is not valid", "das Zertifikat von %s ist nicht gültig", host), err, operator)
}

// refused is the fault of a log-in that the server does not accept. It is not
// tried again: servers lock accounts.
func refused(host string) error {
	return halted(speech.Say("%s does not accept the robot's user and password", "%s nimmt Benutzer und Kennwort des Roboters nicht an", host), nil,
		speech.Say("check sign in: in the environment, and set its secrets with heinzel secret set", "prüfen Sie sign in: in der Umgebung und setzen Sie deren Geheimnisse mit heinzel secret set"))
}

func halted(cause speech.Text, err error, hint speech.Text) error {
	return fault.Wrap(fault.Halted, "access.way", cause, err).WithHint(hint)
}
