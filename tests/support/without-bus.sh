#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# without-bus.sh COMMAND...
# Runs COMMAND where no session bus can be found or started, with a HOME of its own.
set -eu
room=$(mktemp -d)
trap 'rm -rf "$room" || true' EXIT
trap 'exit 130' INT TERM
mkdir -m 700 "$room/home" "$room/run"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP
export HOME="$room/home" XDG_RUNTIME_DIR="$room/run" XDG_DATA_HOME="$room/home/data" \
  XDG_CONFIG_HOME="$room/home/config" XDG_CACHE_HOME="$room/home/cache"
status=0
"$@" || status=$?
exit "$status"
