#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with-atspi.sh COMMAND...
# Runs COMMAND on a private session bus with an accessibility bus and a display of its own, where Qt's
# windows tell of themselves as they do to a screen reader.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
launcher=''
for place in /usr/libexec /usr/lib/at-spi2-core; do
  [ -x "$place/at-spi-bus-launcher" ] && launcher="$place/at-spi-bus-launcher"
done
[ -n "$launcher" ] || { echo "$0: at-spi-bus-launcher is missing (package at-spi2-core)" >&2; exit 1; }
command -v Xvfb >/dev/null || { echo "$0: Xvfb is missing (package xvfb)" >&2; exit 1; }
# Debian's own Python has Debian's modules.
/usr/bin/python3 -c 'import pyatspi' || { echo "$0: python3-pyatspi is missing" >&2; exit 1; }
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LAUNCHER="$launcher"
# xvfb-run guesses a free display and may wait for ever for the server it started; the server itself knows.
# shellcheck disable=SC2016
exec "$here/with-bus.sh" --services sh -c '
  mkfifo "$XDG_RUNTIME_DIR/display"
  Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3<>"$XDG_RUNTIME_DIR/display" >/dev/null 2>&1 &
  server=$!
  read -r display < "$XDG_RUNTIME_DIR/display"
  export DISPLAY=":$display"
  "$LAUNCHER" --launch-immediately >/dev/null 2>&1 &
  launcher=$!
  gdbus wait --session --timeout 30 org.a11y.Bus
  status=0
  "$@" || status=$?
  kill "$launcher" "$server" 2>/dev/null || true
  exit "$status"' sh "$@"
