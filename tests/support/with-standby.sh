#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a hot standby of the server of with-postgres.sh, which it runs inside of:
#   with-postgres.sh with-standby.sh COMMAND [ARGUMENT…]
#   GAUGE_POSTGRES_STANDBY  the same database on the standby, which ends statements that are in its way at once
set -euo pipefail

[ -n "${GAUGE_POSTGRES:-}" ] || { echo "run it by with-postgres.sh" >&2; exit 1; }
bin=$(dirname "$(grep -o '/[^ "]*/pg_ctl' "$GAUGE_POSTGRES_CTL" | head -1)")
primary=${GAUGE_POSTGRES#*@}
primary=${primary%/*}

# The server refuses to run as root.
as=()
[ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)

folder=$(mktemp -d /tmp/gaugedesk-standby.XXXXXX)
[ ${#as[@]} -eq 0 ] || chown postgres: "$folder"
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 143' TERM INT HUP

(cd "$folder" && "${as[@]}" "$bin/pg_basebackup" -h "${primary%:*}" -p "${primary##*:}" -U gaugedesk -D "$folder/data" \
  -R --checkpoint=fast --no-sync) >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
cat >>"$folder/data/postgresql.conf" <<CONF
unix_socket_directories = '$folder'
max_standby_streaming_delay = 0
wal_retrieve_retry_interval = 100ms
CONF

# A port that nobody has; who takes it in between makes the start fail, and the next is tried.
started=
for _ in 1 2 3 4 5; do
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  echo "port = $port" >>"$folder/data/postgresql.conf"
  if (cd "$folder" && "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/standby.log" -w -t 60 start) >/dev/null 2>&1; then
    started=yes
    break
  fi
done
[ -n "$started" ] || { cat "$folder/data/standby.log" >&2; exit 1; }

# Killed without a chance to clean up (a test's timeout), this script still leaves nothing behind.
me=$$
(
  trap '' TERM INT HUP
  exec >/dev/null 2>&1 </dev/null
  while kill -0 "$me"; do sleep 1; done
  [ ! -d "$folder" ] || stop
) &
watch=$!
disown "$watch"
trap 'kill -9 "$watch" 2>/dev/null; stop' EXIT

export GAUGE_POSTGRES_STANDBY="postgresql://gaugedesk@127.0.0.1:$port/${GAUGE_POSTGRES##*/}"
"$@"
