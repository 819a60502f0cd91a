// SPDX-License-Identifier: EUPL-1.2

package v1

import (
	"net"
	"net/url"

	"github.com/heinzel-rpa/heinzel/scenarios"
	"github.com/heinzel-rpa/heinzel/scenarios/source/yaml"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
)

// access reads what stands beside the address of a system.
func (d *decoder) access(n *yaml.Node) scenarios.Access {
	a := scenarios.Access{SignIn: d.signIn(n.Get("sign in")), Certificate: d.certificate(n.Get("certificate")), Proxy: d.proxy(n.Get("proxy"))}
	for _, item := range d.items(n.Get("authorities"), speech.Say("authorities", "authorities")) {
		a.Authorities = append(a.Authorities, d.file(item))
	}
	return a
}

func (d *decoder) signIn(n *yaml.Node) *scenarios.SignIn {
	what := speech.Say("sign in", "sign in")
	if n == nil || !d.mapping(n, what, "user", "password") {
		return nil
	}
	return &scenarios.SignIn{User: d.secretName(n, "user", what), Password: d.secretName(n, "password", what)}
}

// secretName reads the name of a secret that must be there.
func (d *decoder) secretName(n *yaml.Node, key string, what speech.Text) string {
	v := d.need(n, key, what)
	if v == nil {
		return ""
	}
	return d.word(v)
}

// vault reads where secrets are kept; its token would be read by everybody on
// the way if it were not encrypted there.
func (d *decoder) vault(n *yaml.Node) *scenarios.Vault {
	what := speech.Say("vault", "vault")
	if n == nil || !d.mapping(n, what, "address", "mount", "token") {
		return nil
	}
	v := &scenarios.Vault{At: n.At, Mount: "secret", Token: d.secretName(n, "token", what)}
	address := d.need(n, "address", what)
	if d.origin(address, "http", "https") != "" {
		v.Address = d.text(address)
	}
	if u, err := url.Parse(v.Address); err == nil && u.Scheme == "http" && !loopback(u.Hostname()) {
		d.report.Errorf(address.At, speech.Say("secrets are fetched by https only", "Geheimnisse werden nur über https geholt"), speech.Text{})
	}
	if m := n.Get("mount"); m != nil {
		v.Mount = d.text(m)
	}
	return v
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (d *decoder) certificate(n *yaml.Node) *scenarios.Certificate {
	what := speech.Say("certificate", "certificate")
	if n == nil || !d.mapping(n, what, "file", "password") {
		return nil
	}
	return &scenarios.Certificate{File: d.file(d.need(n, "file", what)), Password: d.secretName(n, "password", what)}
}

func (d *decoder) file(n *yaml.Node) scenarios.File {
	if n == nil {
		return scenarios.File{}
	}
	f := scenarios.File{Name: d.text(n), At: n.At}
	if !scenarios.IsFileName(f.Name) {
		d.report.Errorf(n.At, speech.Say("%q is no file below the environment's folder", "„%s“ ist keine Datei unterhalb des Ordners der Umgebung", f.Name),
			speech.Say("put it beside the environment file", "legen Sie sie neben die Umgebungsdatei"))
	}
	return f
}

func (d *decoder) proxy(n *yaml.Node) *scenarios.Proxy {
	what := speech.Say("proxy", "proxy")
	if n == nil || !d.mapping(n, what, "address", "sign in", "bypass") {
		return nil
	}
	address := d.need(n, "address", what)
	p := &scenarios.Proxy{Address: d.text(address), SignIn: d.signIn(n.Get("sign in"))}
	if u, err := url.Parse(p.Address); address != nil && (err != nil || u.Scheme != "http" || u.Port() == "" || u.User != nil) {
		d.report.Errorf(address.At, speech.Say("%q is not an address such as http://proxy.example:3128", "„%s“ ist keine Adresse wie http://proxy.example:3128", p.Address), speech.Text{})
	}
	for _, item := range d.items(n.Get("bypass"), speech.Say("bypass", "bypass")) {
		p.Bypass = append(p.Bypass, d.text(item))
	}
	return p
}
