// SPDX-License-Identifier: EUPL-1.2

package access

import (
	"crypto/tls"
	"crypto/x509"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"software.sslmate.com/src/go-pkcs12"
)

// certificate opens the robot's own certificate with its key.
func certificate(c *scenarios.Certificate, secrets Secrets) ([]tls.Certificate, error) {
	if c == nil {
		return nil, nil
	}
	password, err := secrets(c.Password)
	if err != nil {
		return nil, err
	}
	key, leaf, chain, err := pkcs12.DecodeChain(c.File.Content, password.Reveal())
	if err != nil {
		return nil, fault.Wrap(fault.Usage, "access.certificate", speech.Say("the certificate %s cannot be opened", "das Zertifikat %s lässt sich nicht öffnen", c.File.Name), err).
			WithHint(speech.Say("is it a PKCS#12 file, and the secret %s its password? openssl pkcs12 -export makes one of PEM files",
				"ist es eine PKCS#12-Datei, und das Geheimnis %s ihr Kennwort? openssl pkcs12 -export macht eine aus PEM-Dateien", c.Password))
	}
	out := tls.Certificate{Certificate: [][]byte{leaf.Raw}, PrivateKey: key, Leaf: leaf}
	for _, above := range chain {
		out.Certificate = append(out.Certificate, above.Raw)
	}
	return []tls.Certificate{out}, nil
}

// authorities are the machine's own and the given ones; nil is the machine's.
func authorities(files []scenarios.File) (*x509.CertPool, error) {
	if len(files) == 0 {
		return nil, nil
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	for _, f := range files {
		if !pool.AppendCertsFromPEM(f.Content) {
			return nil, fault.New(fault.Usage, "access.authority", speech.Say("%s holds no certificate (PEM)", "%s enthält kein Zertifikat (PEM)", f.Name))
		}
	}
	return pool, nil
}
