#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with-bus.sh [--services] [--deny NAME] COMMAND...
# Runs COMMAND on a private session bus, with a HOME of its own that goes with it. On that bus
# nothing can be started by name, unless --services allows what is installed on this machine;
# --deny forbids every message to the owner of NAME.
set -eu
services=''
deny=''
while :; do
  case "${1-}" in
    --services) services='<standard_session_servicedirs/>'; shift ;;
    --deny) deny="<deny send_destination=\"$2\"/>"; shift 2 ;;
    *) break ;;
  esac
done
command -v dbus-run-session >/dev/null || { echo "$0: dbus-run-session is missing (package dbus)" >&2; exit 1; }

room=$(mktemp -d)
trap 'rm -rf "$room" || true' EXIT
trap 'exit 130' INT TERM
mkdir -m 700 "$room/home" "$room/run"
cat > "$room/bus.conf" <<CONFIG
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$room/run</listen>
  <auth>EXTERNAL</auth>
  $services
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    $deny
  </policy>
</busconfig>
CONFIG

unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP
export HOME="$room/home" XDG_RUNTIME_DIR="$room/run" XDG_DATA_HOME="$room/home/data" \
  XDG_CONFIG_HOME="$room/home/config" XDG_CACHE_HOME="$room/home/cache"
# Not exec: the trap must outlive the command.
status=0
dbus-run-session --config-file="$room/bus.conf" -- "$@" || status=$?
exit "$status"
