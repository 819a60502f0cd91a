// SPDX-License-Identifier: EUPL-1.2

package practice

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"time"
)

// application is what a house needs of the application in it.
type application interface {
	// Serve answers until ctx ends, and closes the listener.
	Serve(ctx context.Context, l net.Listener) error
	Close() error
}

// site is an application that browsers visit.
type site interface {
	Handler() http.Handler
	Stop()
	Close() error
}

// visited serves a site as an application.
type visited struct{ site }

// house is one application behind its own port.
type house struct {
	url    string
	app    application
	cancel context.CancelFunc
	ended  chan struct{}
	err    error // readable once ended is closed
}

// patience is what a running request gets to finish. A browser holds idle
// connections that it never used; they must not delay an end for long.
const patience = 2 * time.Second

// open listens first, so that a port that is taken is told at once.
func open(ctx context.Context, app application, scheme string, port int) (*house, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		_ = app.Close()
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	h := &house{url: scheme + "://" + listener.Addr().String(), app: app, cancel: cancel, ended: make(chan struct{})}
	go h.run(ctx, listener)
	return h, nil
}

func (h *house) run(ctx context.Context, listener net.Listener) {
	defer close(h.ended)
	defer h.cancel()
	h.err = errors.Join(h.app.Serve(ctx, listener), h.app.Close())
}

// Serve answers browsers.
func (v visited) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{Handler: v.Handler(), ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
		v.Stop()
		return errors.Join(shut(ctx, server), ignoreClosed(<-served))
	}
}

// shut runs after ctx has ended, therefore it waits by its own clock.
func shut(ctx context.Context, server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return server.Close()
	}
	return nil
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func (h *house) wait() error {
	<-h.ended
	return h.err
}

func (h *house) close() error {
	h.cancel()
	return h.wait()
}
