// SPDX-License-Identifier: EUPL-1.2

package scenarios

import "github.com/heinzel-rpa/heinzel/scenarios/source"

// Access is what a system, or the way to it, asks of whoever comes, before its
// first page is shown.
type Access struct {
	// SignIn is for the question of the server itself (HTTP Basic, RFC 7617).
	SignIn *SignIn
	// Certificate proves who the robot is (TLS client certificate).
	Certificate *Certificate
	// Authorities are certificates (PEM) that may vouch for the server, in
	// addition to the machine's own.
	Authorities []File
	Proxy       *Proxy
}

// SignIn names the secrets of a log-in.
type SignIn struct{ User, Password string }

// Certificate is a PKCS#12 file (RFC 7292) and the name of the secret that
// opens it.
type Certificate struct {
	File     File
	Password string
}

// Proxy is the house's way out.
type Proxy struct {
	Address string
	SignIn  *SignIn
	// Bypass are hosts that are reached without it; one that begins with a full
	// stop means all hosts below.
	Bypass []string
}

// File lies beside the environment file.
type File struct {
	Name    string
	Content []byte
	At      source.Place
}

// IsZero reports whether a system asks for nothing.
func (a Access) IsZero() bool {
	return a.SignIn == nil && a.Certificate == nil && len(a.Authorities) == 0 && a.Proxy == nil
}

// Secrets are the names of the secrets that an access uses.
func (a Access) Secrets() []string {
	var out []string
	for _, in := range []*SignIn{a.SignIn, a.Proxy.signIn()} {
		if in != nil {
			out = append(out, in.User, in.Password)
		}
	}
	if a.Certificate != nil {
		out = append(out, a.Certificate.Password)
	}
	return out
}

func (p *Proxy) signIn() *SignIn {
	if p == nil {
		return nil
	}
	return p.SignIn
}

// Files are the files that an access names, to be read in.
func (a *Access) Files() []*File {
	var out []*File
	if a.Certificate != nil {
		out = append(out, &a.Certificate.File)
	}
	for i := range a.Authorities {
		out = append(out, &a.Authorities[i])
	}
	return out
}
