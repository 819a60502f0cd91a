#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# Makes sure that the machine has what a target needs: setup.sh build|demo|test.
# As root it installs what is missing through apt-get; otherwise it prints the
# command that does, and stops.
set -eu

target="${1:-test}"
missing=""

has() { command -v "$1" >/dev/null 2>&1; }

# lacks PACKAGE: one more package of the system is needed.
lacks() { missing="$missing $1"; }

# new_enough: the Go toolchain that this repository gets is 1.26 or newer.
new_enough() {
	has go || return 1
	version="$(go env GOVERSION 2>/dev/null)" || return 1
	version="${version#go1.}"
	minor="${version%%[!0-9]*}"
	test "${minor:-0}" -ge 26
}

has_browser() {
	for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
		has "$name" && return 0
	done
	test -x /usr/lib/chromium/chromium || test -d "/Applications/Google Chrome.app"
}

# has_font NAME: pictures need letters; without fonts a page shows boxes.
has_font() { test -d "/usr/share/fonts/truetype/$1" || { has fc-list && fc-list | grep -qi "$1"; }; }

# windows: what a display of its own is made of, and GTK for the practice programs.
windows() {
	has Xvfb || lacks xvfb
	has openbox || lacks openbox
	has dbus-daemon || lacks dbus
	test -x /usr/libexec/at-spi-bus-launcher || lacks at-spi2-core
	test -d /usr/lib/python3/dist-packages/gi || lacks python3-gi
	ls /usr/lib/*/girepository-1.0/Gtk-3.0.typelib >/dev/null 2>&1 || lacks gir1.2-gtk-3.0
}

look() {
	missing=""
	case "$target" in demo | test)
		has_browser || lacks chromium
		if test "$(uname)" = Linux; then
			has_font dejavu || lacks fonts-dejavu-core
			has_font liberation || lacks fonts-liberation
		fi
		;;
	esac
	# hosts are worked through its terminal
	case "$target" in demo | test) has s3270 || lacks s3270 ;; esac
	# tests show windows, too, on a screen that nobody sees
	test "$target" != test || test "$(uname)" != Linux || has xvfb-run || missing="$missing xvfb xauth"
	# tests work windows, too, on displays of their own
	test "$target" != test || test "$(uname)" != Linux || windows
	# the second check of exports, in docs/verify
	test "$target" != test || has python3 || lacks python3
	# the canary test reads pictures
	test "$target" != test || test "$(uname)" != Linux || has tesseract || missing="$missing tesseract-ocr tesseract-ocr-deu"
	# the race detector is linked by a C compiler
	test "$target" != test || has cc || has gcc || missing="$missing gcc libc6-dev"
}

install() {
	echo "heinzel: installing:$missing"
	apt-get update -qq
	# shellcheck disable=SC2086
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

if ! new_enough; then
	echo "heinzel: error: Go 1.26 or newer is missing" >&2
	echo "heinzel: hint: install it as described on https://go.dev/doc/install, then call make $target again" >&2
	exit 2
fi

look
test -n "$missing" || exit 0

if test "$(id -u)" -eq 0 && has apt-get; then
	install
	look
	test -z "$missing" || { echo "heinzel: error: still missing:$missing" >&2; exit 2; }
	exit 0
fi
echo "heinzel: error: missing:$missing" >&2
echo "heinzel: hint: sudo apt-get update && sudo apt-get install$missing" >&2
exit 2
