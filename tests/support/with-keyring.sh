#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with-keyring.sh [--deny] COMMAND...
# Runs COMMAND on a private session bus with a real, unlocked gnome-keyring whose password is
# $GAUGE_KEYRING_PASSWORD. With --deny the bus forbids everybody to talk to it. For a window, put
# Xvfb inside: with-keyring.sh xvfb-run -a COMMAND.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
deny=''
if [ "${1-}" = --deny ]; then
  deny='--deny org.freedesktop.secrets'
  shift
fi
command -v gnome-keyring-daemon >/dev/null || { echo "$0: gnome-keyring-daemon is missing (package gnome-keyring)" >&2; exit 1; }
export GAUGE_KEYRING_PASSWORD=open-sesame
# In the foreground, so that its end can be awaited; it opens its keyring before it takes its name.
# shellcheck disable=SC2086,SC2016
exec "$here/with-bus.sh" --services $deny sh -c '
  printf %s "$GAUGE_KEYRING_PASSWORD" | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null &
  keyring=$!
  gdbus wait --session --timeout 30 org.freedesktop.secrets
  status=0
  "$@" || status=$?
  kill "$keyring"
  wait "$keyring" || true
  exit "$status"' sh "$@"
