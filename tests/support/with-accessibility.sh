#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with-accessibility.sh COMMAND...
# Runs COMMAND on a virtual screen and a private session bus with the service that screen readers listen to.
set -eu
launcher=/usr/libexec/at-spi-bus-launcher
[ -x "$launcher" ] || { echo "$0: $launcher is missing (package at-spi2-core)" >&2; exit 1; }
command -v xvfb-run >/dev/null || { echo "$0: xvfb-run is missing (package xvfb)" >&2; exit 1; }
if [ "${1-}" != --inside ]; then
  here=$(cd "$(dirname "$0")" && pwd)
  exec "$here/with-bus.sh" --services xvfb-run -a -s '-screen 0 1600x1200x24' "$here/with-accessibility.sh" --inside "$@"
fi
shift
"$launcher" --launch-immediately &
service=$!
trap 'kill $service 2>/dev/null || true' EXIT
gdbus wait --session --timeout 20 org.a11y.Bus
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
"$@"
