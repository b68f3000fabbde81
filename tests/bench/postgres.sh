#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A sync into PostgreSQL beside psql, which stages the same records by COPY and merges them by INSERT … ON
# CONFLICT, 1,000 a commit. run.sh starts it under with-postgres.sh: postgres.sh PROGRAMS WORK RECORDS
# Prints: seconds of the sync, the server's seconds of processor time for it, and the same of psql.
set -euo pipefail
bin=$1
work=$2
records=$3
cli=("$bin/gaugedesk-cli" --data-dir "$work/data" --quiet --lake "$GAUGE_POSTGRES?schema=bench")
psql=(psql -q -X -v ON_ERROR_STOP=1 -d "$GAUGE_POSTGRES")
seconds() {
  local start
  start=$(date +%s.%N)
  "$@" >>"$work/log" 2>&1 || { echo "failed: $*" >&2; tail -5 "$work/log" >&2; exit 1; }
  python3 -c "print(f'{$(date +%s.%N)-$start:.2f}')"
}

# Of all connections that have ended.
processor() { awk '{print ($16 + $17) / 100}' "/proc/$(head -1 "${GAUGE_POSTGRES_CTL%/*}/data/postmaster.pid")/stat"; }

before=$(processor)
ours=$(seconds "${cli[@]}" sync bench responses)
ours="$ours $(python3 -c "print(f'{$(processor)-$before:.2f}')")"
stored=$("${psql[@]}" -At -c "select count(*) from bench.responses")
[ "$stored" -eq "$records" ] || { echo "$stored of $records records" >&2; exit 1; }

# The same columns and the record as received, as files of 1,000 lines of COPY.
mkdir "$work/batches"
"${cli[@]}" export bench responses --as jsonl --output "$work/bodies.jsonl" >/dev/null
paste <("${psql[@]}" -c "\\copy (select * from bench.responses order by row_id) to stdout") \
  <(sed 's/\\/\\\\/g' "$work/bodies.jsonl") | split -l 1000 -a 5 - "$work/batches/"
rm "$work/bodies.jsonl"
"${psql[@]}" -c "checkpoint"
columns=$("${psql[@]}" -At -c "select string_agg(quote_ident(column_name), ',' order by ordinal_position)
  from information_schema.columns where table_schema='bench' and table_name='responses'")
changes=$("${psql[@]}" -At -c "select string_agg(format('%1\$I=excluded.%1\$I', column_name), ',')
  from information_schema.columns where table_schema='bench' and table_name='responses'
  and column_name not in ('row_id', 'number_customergauge')")
{
  echo "create schema peer; create table peer.responses (like bench.responses including all, body text);"
  echo "create temporary table staging (like bench.responses, body text);"
  for batch in "$work"/batches/*; do
    echo "begin;"
    echo "\\copy staging from '$batch'"
    echo "insert into peer.responses ($columns, body) select $columns, body from staging"
    echo "  on conflict (number_customergauge) do update set $changes, body=excluded.body;"
    echo "truncate staging; commit;"
  done
} >"$work/peer.sql"
before=$(processor)
theirs=$(seconds "${psql[@]}" -f "$work/peer.sql")
theirs="$theirs $(python3 -c "print(f'{$(processor)-$before:.2f}')")"
stored=$("${psql[@]}" -At -c "select count(*) from peer.responses")
[ "$stored" -eq "$records" ] || { echo "psql stored $stored of $records records" >&2; exit 1; }
rm -rf "$work/batches" "$work/peer.sql"
echo "$ours $theirs"
