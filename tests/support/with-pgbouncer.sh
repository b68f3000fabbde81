#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a PgBouncer before the server of with-postgres.sh, which it runs inside of:
#   with-postgres.sh with-pgbouncer.sh COMMAND [ARGUMENT…]
#   GAUGE_POSTGRES            the same database in transaction mode, so that a whole suite goes through it
#   GAUGE_POSTGRES_DIRECT     what it was: the server itself
#   GAUGE_POSTGRES_TWO        transaction mode with two sessions for everybody
#   GAUGE_POSTGRES_STATEMENT  statement mode
# Fails where PgBouncer is missing.
set -euo pipefail

bouncer=$(command -v pgbouncer || ls /usr/sbin/pgbouncer 2>/dev/null || true)
[ -x "$bouncer" ] || { echo "PgBouncer is missing: install pgbouncer" >&2; exit 1; }
[ -n "${GAUGE_POSTGRES:-}" ] || { echo "run it by with-postgres.sh" >&2; exit 1; }
server=${GAUGE_POSTGRES#*@}
server=${server%/*}
database=${GAUGE_POSTGRES##*/}

# It refuses to run as root.
as=()
[ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)

folder=$(mktemp -d /tmp/gaugedesk-pgbouncer.XXXXXX)
[ ${#as[@]} -eq 0 ] || chown postgres: "$folder"
child=
stop() {
  [ -z "$child" ] || kill "$child" 2>/dev/null || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 143' TERM INT HUP

# A port that nobody has; who takes it in between makes the start fail, and the next is tried.
started=
for _ in 1 2 3 4 5; do
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  to="host=${server%:*} port=${server##*:} dbname=$database user=gaugedesk"
  cat >"$folder/pgbouncer.ini" <<INI
[databases]
many = $to pool_mode=transaction pool_size=12
two = $to pool_mode=transaction pool_size=2
statement = $to pool_mode=statement pool_size=2
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
auth_type = any
logfile = $folder/log
pidfile = $folder/pid
INI
  (cd "$folder" && exec "${as[@]}" "$bouncer" -q "$folder/pgbouncer.ini") >"$folder/out" 2>&1 &
  child=$!
  for _ in $(seq 1 100); do
    if python3 -c "import socket; socket.create_connection(('127.0.0.1', $port), 1)" 2>/dev/null; then
      started=yes
      break 2
    fi
    kill -0 "$child" 2>/dev/null || break
    sleep 0.1
  done
done
[ -n "$started" ] || { cat "$folder/out" "$folder/log" >&2; exit 1; }

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

export GAUGE_POSTGRES_DIRECT=$GAUGE_POSTGRES
export GAUGE_POSTGRES="postgresql://gaugedesk@127.0.0.1:$port/many"
export GAUGE_POSTGRES_TWO="postgresql://gaugedesk@127.0.0.1:$port/two"
export GAUGE_POSTGRES_STATEMENT="postgresql://gaugedesk@127.0.0.1:$port/statement"
"$@"
