// SPDX-License-Identifier: EUPL-1.2

package display

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"

	"github.com/heinzel-rpa/heinzel/robot/fault"
	"github.com/heinzel-rpa/heinzel/scenarios/speech"
	"github.com/jezek/xgb"
)

// startup is how long one part may take to come up on a busy machine, and
// waitDelay how long its output is read when it has ended.
const (
	startup   = 30 * time.Second
	waitDelay = time.Second
)

// startServer starts the X server. It picks a free number itself and tells it,
// listens on no network, and lets nobody in without the cookie.
func (d *Display) startServer(ctx context.Context, width, height int) error {
	raw := make([]byte, 16)
	_, _ = rand.Read(raw)
	d.cookie = hex.EncodeToString(raw)
	authority := d.folder.path("authority")
	if err := os.WriteFile(authority, entry(raw), 0o600); err != nil {
		return folderFault(d.folder.dir, err)
	}
	d.env = d.folder.environment(authority)
	number, p, err := d.announced("Xvfb", []string{
		"Xvfb", "-displayfd", "3", "-auth", authority, "-nolisten", "tcp", "-noreset",
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
	})
	if err != nil {
		return err
	}
	first, err := number(ctx)
	if err != nil {
		return notReady(ctx, "Xvfb", p)
	}
	d.name = ":" + first
	d.env = append(d.env, "DISPLAY="+d.name)
	return d.connect(ctx)
}

// entry is an authority file with one cookie for every display and host.
func entry(cookie []byte) []byte {
	const everywhere = 65535
	out := binary.BigEndian.AppendUint16(nil, everywhere)
	for _, field := range [][]byte{nil, nil, []byte("MIT-MAGIC-COOKIE-1"), cookie} {
		out = append(binary.BigEndian.AppendUint16(out, uint16(len(field))), field...)
	}
	return out
}

// announced starts a part that says on descriptor 3 where it is, in one line.
func (d *Display) announced(name string, argv []string) (func(context.Context) (string, error), *part, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	p, err := d.keep(name, argv, write)
	write.Close()
	if err != nil {
		read.Close()
		return nil, nil, err
	}
	return func(ctx context.Context) (string, error) {
		defer read.Close()
		ctx, cancel := context.WithTimeout(ctx, startup)
		defer cancel()
		defer context.AfterFunc(ctx, func() { read.Close() })()
		line, err := bufio.NewReader(io.LimitReader(read, 1000)).ReadString('\n')
		return strings.TrimSpace(line), err
	}, p, nil
}

// connect joins the X server with the cookie.
func (d *Display) connect(ctx context.Context) error {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", "/tmp/.X11-unix/X"+strings.TrimPrefix(d.name, ":"))
	if err != nil {
		return unreachable(d.name, err)
	}
	xgb.Logger.SetOutput(io.Discard) // it speaks on standard error when a connection ends
	if d.x, err = xgb.NewConnNetWithCookieHex(conn, d.cookie); err != nil {
		conn.Close()
		return unreachable(d.name, err)
	}
	return d.intern()
}

func unreachable(name string, err error) error {
	return fault.Wrap(fault.Technical, "desktop.display", speech.Say("the display %s does not answer", "die Anzeige %s antwortet nicht", name), err).
		WithHint(speech.Say("is the X server running, and is its access allowed (XAUTHORITY)?", "läuft der X-Server, und ist der Zugang erlaubt (XAUTHORITY)?"))
}
