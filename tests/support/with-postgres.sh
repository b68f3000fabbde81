#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a private PostgreSQL cluster: with-postgres.sh COMMAND [ARGUMENT…]
#   GAUGE_POSTGRES      postgresql://… of an empty database on a loopback port
#   GAUGE_POSTGRES_CTL  a program: `$GAUGE_POSTGRES_CTL restart|stop|start` acts on the server at once,
#                       as a crash would
#   GAUGE_POSTGRES_CERT the certificate of its TLS, for the name db.example, signed by itself
# The server listens on loopback and on a socket in a folder of its own, lets in everybody on this
# machine, and is stopped and removed however the command ends. Fails where PostgreSQL is missing.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ ! -x "$bin/initdb" ]; then
  bin=$(dirname "$(readlink -f "$(command -v initdb || true)")" 2>/dev/null || true)
fi
[ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] || { echo "PostgreSQL is missing: install postgresql-15" >&2; exit 1; }

# The server refuses to run as root.
as=()
[ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)

folder=$(mktemp -d /tmp/gaugedesk-postgres.XXXXXX)
[ ${#as[@]} -eq 0 ] || chown postgres: "$folder"
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 143' TERM INT HUP

cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/data" -U gaugedesk -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 ||
  { cat "$folder/log" >&2; exit 1; }
"${as[@]}" openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=db.example \
  -addext subjectAltName=DNS:db.example -keyout "$folder/data/server.key" -out "$folder/data/server.crt" >>"$folder/log" 2>&1 ||
  { cat "$folder/log" >&2; exit 1; }
cp "$folder/data/server.crt" "$folder/server.crt"
chmod 644 "$folder/server.crt"
cat >>"$folder/data/postgresql.conf" <<EOF
ssl = on
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
fsync = off
full_page_writes = off
max_connections = 60
shared_buffers = ${GAUGE_POSTGRES_BUFFERS:-64MB}
max_wal_size = 4GB
logging_collector = off
EOF

# A port that nobody has; who takes it in between makes the start fail, and the next is tried.
started=
for _ in 1 2 3 4 5; do
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  echo "port = $port" >>"$folder/data/postgresql.conf"
  if "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -w -t 60 start >/dev/null 2>&1; then
    started=yes
    break
  fi
done
[ -n "$started" ] || { cat "$folder/data/server.log" >&2; exit 1; }

cat >"$folder/ctl" <<EOF
#!/bin/sh
cd "$folder" && exec ${as[*]} "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -m immediate -w "\$1" >/dev/null 2>&1
EOF
chmod 755 "$folder/ctl"

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

export GAUGE_POSTGRES="postgresql://gaugedesk@127.0.0.1:$port/postgres"
export GAUGE_POSTGRES_CTL="$folder/ctl"
export GAUGE_POSTGRES_CERT="$folder/server.crt"
export PGSSLMODE=disable # on loopback; tests of TLS ask for it
cd "$OLDPWD"
"$@"
