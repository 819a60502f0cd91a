// SPDX-License-Identifier: EUPL-1.2

package access

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"math/big"
	"net"
	"sync"
	"time"
)

// identity is who the gate is to its one browser, which trusts this key alone:
// it is made anew for each gate, and never leaves memory.
type identity struct {
	key  *ecdsa.PrivateKey
	hash string

	mu    sync.Mutex
	certs map[string]*tls.Certificate
}

func newIdentity() (*identity, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	public, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(public)
	return &identity{key: key, hash: base64.StdEncoding.EncodeToString(sum[:]), certs: map[string]*tls.Certificate{}}, nil
}

// certificate is made out to a host and port.
func (i *identity) certificate(address string) (*tls.Certificate, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if have := i.certs[address]; have != nil {
		return have, nil
	}
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	now := time.Now()
	paper := &x509.Certificate{
		SerialNumber: big.NewInt(int64(len(i.certs)) + 1), Subject: pkix.Name{CommonName: "heinzel"},
		NotBefore: now.Add(-time.Hour), NotAfter: now.AddDate(0, 3, 0), KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	if ip := net.ParseIP(host); ip != nil {
		paper.IPAddresses = []net.IP{ip}
	} else {
		paper.DNSNames = []string{host}
	}
	raw, err := x509.CreateCertificate(rand.Reader, paper, paper, &i.key.PublicKey, i.key)
	if err != nil {
		return nil, err
	}
	cert := &tls.Certificate{Certificate: [][]byte{raw}, PrivateKey: i.key}
	i.certs[address] = cert
	return cert, nil
}
