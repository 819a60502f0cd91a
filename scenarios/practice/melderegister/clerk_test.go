// SPDX-License-Identifier: EUPL-1.2

package melderegister_test

import (
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/heinzel-rpa/heinzel/scenarios/practice/ledger"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/melderegister"
	"github.com/heinzel-rpa/heinzel/scenarios/practice/trouble"
)

// clerk works with the register as a browser would.
type clerk struct {
	t      *testing.T
	client *http.Client
	url    string
	ledger string
}

func options(t *testing.T, s trouble.Switches) melderegister.Options {
	t.Helper()
	return melderegister.Options{
		Persons: []melderegister.Person{
			{Number: "0001", Surname: "Müller", GivenName: "Anna", BirthDate: "14.03.1985", Address: "Lindenstraße 4"},
			{Number: "0002", Surname: "Đặng", GivenName: "Thị Hằng", BirthDate: "17.01.1988", Restricted: true},
			{Number: "0003", Surname: "Müller", GivenName: "Anna", BirthDate: "14.03.1985", Address: "Rosenweg 8"},
		},
		User: "u", Password: "p", Ledger: filepath.Join(t.TempDir(), "l.jsonl"), Switches: s,
	}
}

// open starts the register; what it answers is not logged in yet.
func open(t *testing.T, o melderegister.Options) *clerk {
	t.Helper()
	app, err := melderegister.New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(app.Handler())
	t.Cleanup(func() {
		app.Stop()
		server.Close()
		if err := app.Close(); err != nil {
			t.Error(err)
		}
	})
	jar, _ := cookiejar.New(nil)
	return &clerk{t: t, client: &http.Client{Jar: jar}, url: server.URL, ledger: o.Ledger}
}

func loggedIn(t *testing.T, s trouble.Switches) *clerk {
	t.Helper()
	c := open(t, options(t, s))
	c.logIn()
	return c
}

func (c *clerk) logIn() string {
	c.t.Helper()
	return c.post("/login.cgi", "kennung", "u", "kennwort", "p")
}

func (c *clerk) get(path string, pairs ...string) string {
	c.t.Helper()
	r, err := c.client.Get(c.url + path + "?" + values(pairs))
	return c.read(r, err)
}

func (c *clerk) post(path string, pairs ...string) string {
	c.t.Helper()
	r, err := c.client.Post(c.url+path, "application/x-www-form-urlencoded", strings.NewReader(values(pairs)))
	return c.read(r, err)
}

// read answers the page as a person sees it.
func (c *clerk) read(r *http.Response, err error) string {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
	defer r.Body.Close()
	raw, _ := io.ReadAll(r.Body)
	text, _ := charmap.Windows1252.NewDecoder().String(string(raw))
	return html.UnescapeString(text)
}

// values writes a form as a browser does for a page in Windows-1252.
func values(pairs []string) string {
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		text, _ := encoding.HTMLEscapeUnsupported(charmap.Windows1252.NewEncoder()).String(pairs[i+1])
		v.Set(pairs[i], text)
	}
	return v.Encode()
}

// mask loads a person and answers its Vorgangs-Token.
func (c *clerk) mask(number string) string {
	c.t.Helper()
	page := c.get("/person.cgi", "pnr", number)
	m := regexp.MustCompile(`name="(?:vtok|f002)" value="(\w+)"`).FindStringSubmatch(page)
	if m == nil {
		c.t.Fatalf("no mask of %s in\n%s", number, page)
	}
	return m[1]
}

// rename submits the mask of the first person with another surname.
func (c *clerk) rename(token, name string) string {
	c.t.Helper()
	return c.post("/speichern.cgi", "pnr", "0001", "vtok", token, "famname", name, "gebname", "", "vorn", "Anna",
		"gebdat", "14.03.1985", "anschr", "Lindenstraße 4", "famst", "", "aenddat", "01.07.2026")
}

func (c *clerk) sees(page string, texts ...string) {
	c.t.Helper()
	for _, text := range texts {
		if !strings.Contains(page, text) {
			c.t.Errorf("%q is not on the page\n%s", text, page)
		}
	}
}

func (c *clerk) entries() []ledger.Entry {
	c.t.Helper()
	entries, err := ledger.Read(c.ledger)
	if err != nil {
		c.t.Fatal(err)
	}
	return entries
}
