#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The measures of GaugeDesk, each beside its peer in the same run. Usage: run.sh BUILD-FOLDER [RECORDS]
# Nothing is asserted here: the figures are read by people and go into the notes.
set -euo pipefail
build=$1
records=${2:-200000}
bin=$build/bin
work=$(mktemp -d)
sandbox_pid=
peers=()
trap '[ -z "$sandbox_pid" ] || kill "$sandbox_pid" 2>/dev/null; rm -rf "$work"' EXIT

now() { date +%s.%N; }
# seconds COMMAND…: wall time; the output goes to a log.
seconds() {
  local start
  start=$(now)
  "$@" >>"$work/log" 2>&1 || { echo "failed: $*" >&2; tail -5 "$work/log" >&2; exit 1; }
  python3 -c "print(f'{$(now)-$start:.2f}')"
}
# Peak resident memory of a command in MiB.
peak() {
  /usr/bin/python3 - "$@" <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
PY
}
# The same and its seconds of processor time in all threads: on a machine that does other work only these are
# steady.
spent() {
  /usr/bin/python3 - "$@" <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(usage.ru_maxrss // 1024, f"{usage.ru_utime + usage.ru_stime:.3f}")
PY
}
row() { printf '%-46s %10s   %-34s %10s   %s\n' "$@"; }
ratio() { python3 -c "print(f'ratio {$1/$2:.2f}')"; }

echo "$records responses with all with[] options, $(nproc) cores, $(date -u +%F)"
row "what" "GaugeDesk" "peer" "peer" ""

GAUGEDESK_SANDBOX_SECRET=sandbox-secret "$bin/gaugedesk-sandbox" --port 0 --records "$records" >"$work/listening" &
sandbox_pid=$!
until grep -q listening "$work/listening"; do kill -0 "$sandbox_pid"; done
url=$(sed -n 's/^listening //p' "$work/listening")
cli=("$bin/gaugedesk-cli" --data-dir "$work/data" --quiet)
export GAUGEDESK_CLIENT_ID=sandbox GAUGEDESK_CLIENT_SECRET=sandbox-secret
"${cli[@]}" connection add bench --region custom --auth-url "$url" --api-url "$url" --imports-url "$url" --no-keychain >/dev/null

# --- sync: the peer is one curl process with one connection that downloads the same pages.
token=$(curl -s -d 'grant_type=client_credentials&client_id=sandbox&client_secret=sandbox-secret' "$url/oauth2/token" |
  python3 -c 'import json,sys; print(json.load(sys.stdin)["access_token"])')
options='per_page=1000&with%5B%5D=selected_drivers&with%5B%5D=tags&with%5B%5D=questions&with%5B%5D=properties'
printf 'header = "Authorization: Bearer %s"\n' "$token" >"$work/curl"
cursor=
while :; do
  page="$url/v7/rest/sync/responses?$options${cursor:+&cursor=$cursor}"
  printf 'url = "%s"\noutput = "/dev/null"\n' "$page" >>"$work/curl"
  next=$(curl -s -H "Authorization: Bearer $token" "$page" | tail -c 60 | sed -n 's/.*"next":"\?\([0-9]*\).*/\1/p')
  [ "$next" != "$cursor" ] || break
  cursor=$next
done
curl_time=$(seconds curl -s --config "$work/curl")
sync_time=$(seconds "${cli[@]}" sync bench responses)
row "sync into the lake, s" "$sync_time" "curl, the same pages, s" "$curl_time" "$(ratio "$sync_time" "$curl_time")  goal 2.0"
row "sync, records a second" "$(python3 -c "print(int($records/$sync_time))")" "curl, records a second" "$(python3 -c "print(int($records/$curl_time))")" ""
idle_time=$(seconds "${cli[@]}" sync bench responses)
curl -s -H "Authorization: Bearer sandbox-secret" -X DELETE "$url/sandbox/requests" >/dev/null
read -r _ idle_processor < <(spent "${cli[@]}" sync bench responses)
idle_requests=$(curl -s -H "Authorization: Bearer sandbox-secret" "$url/sandbox/requests" | python3 -c 'import json,sys; print(json.load(sys.stdin)["count"])')
row "sync with nothing new, s" "$idle_time" "" "" "processor $idle_processor; requests: $idle_requests (the token, the empty page)"
rm -rf "$work/data/lakes"
peak_small=$(peak "${cli[@]}" sync bench responses --max-pages 10)
rm -rf "$work/data/lakes"
read -r peak_whole sync_processor < <(spent "${cli[@]}" sync bench responses)
row "sync, processor, s" "$sync_processor" "" "" ""
row "sync, peak memory, MiB" "$peak_whole" "10,000 records, MiB" "$peak_small" "$((peak_whole - peak_small)) more; goal 20 more, 120 in all"

# --- export: the peer writes the same table's columns with the sqlite3 shell.
lake=$(echo "$work"/data/lakes/*.sqlite)
export_time=$(seconds "${cli[@]}" export bench responses --output "$work/ours.csv")
columns=$(sqlite3 "$lake" "select group_concat('\"'||replace(name,'\"','\"\"')||'\"') from pragma_table_info('responses') where name<>'row_id'")
peer_time=$(seconds sqlite3 -readonly -csv -header "$lake" ".once $work/theirs.csv" "select $columns from responses")
row "CSV export, s" "$export_time" "sqlite3 -csv, s" "$peer_time" "$(ratio "$export_time" "$peer_time")  goal 0.7"
row "CSV export, peak memory, MiB" "$(peak "${cli[@]}" export bench responses --output "$work/ours.csv")" "sqlite3 -csv" \
  "$(peak sqlite3 -readonly -csv -header "$lake" ".once $work/theirs.csv" "select $columns from responses")" ""
jsonl_time=$(seconds "${cli[@]}" export bench responses --as jsonl --output "$work/ours.jsonl")
jsonl_peer=$(seconds sqlite3 -readonly "$lake" ".once $work/theirs.jsonl" "select body from responses_raw")
row "JSON lines export, s" "$jsonl_time" "sqlite3, bodies as text, s" "$jsonl_peer" "$(ratio "$jsonl_time" "$jsonl_peer")"
jsonl_python=$(seconds /usr/bin/python3 - "$lake" "$work/python.jsonl" <<'PY'
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select * from responses')
names = [column[0] for column in rows.description]
with open(sys.argv[2], 'w') as file:
    for row in rows:
        file.write(json.dumps(dict(zip(names, row)), default=str) + '\n')
PY
)
row "JSON lines export, s" "$jsonl_time" "Python, a loop as in sqlite-utils, s" "$jsonl_python" "$(ratio "$jsonl_time" "$jsonl_python")  goal 0.33"
# The peer of workbooks does nothing but write: it has the cells from the CSV.
xlsx_time=$(seconds "${cli[@]}" export bench responses --output "$work/ours.xlsx")
xlsx_peer=$(seconds "$build/tests/bench_xlsx" "$work/ours.csv" "$work/theirs.xlsx" "$work")
row "XLSX export, s" "$xlsx_time" "a bare libxlsxwriter loop, s" "$xlsx_peer" "$(ratio "$xlsx_time" "$xlsx_peer")  goal 1.2"
row "XLSX export, peak memory, MiB" "$(peak "${cli[@]}" export bench responses --output "$work/ours.xlsx")" "the bare loop" \
  "$(peak "$build/tests/bench_xlsx" "$work/ours.csv" "$work/theirs.xlsx" "$work")" ""
row "lake, MiB" "$(($(stat -c %s "$lake") >> 20))" "the same as JSON lines, MiB" "$(($(stat -c %s "$work/ours.jsonl") >> 20))" ""

# --- search: the peer asks the same index. The rare word is the name that fewest have.
rare=$(sqlite3 -readonly "$lake" "select contact_last_name from responses where contact_last_name glob '[A-Z][a-z]*' and contact_last_name not glob '* *' group by 1 order by count(*) limit 1")
while IFS=$'\t' read -r word hits first all; do
  found="select r.* from responses_search s cross join responses r on r.row_id=s.rowid where responses_search match '\"$word\"*' order by s.rowid limit 100"
  peer_time=$(for _ in 1 2 3 4 5; do printf '.once /dev/null\n%s;\n' "$found"; done | sqlite3 -readonly -cmd '.timer on' "$lake" |
    sed -n 's/^Run Time: real \([0-9.]*\).*/\1/p' | sort -n | head -1)
  row "first 100 of $hits hits of $word, ms" "$first" "sqlite3, the same, ms" "$(python3 -c "print(f'{$peer_time*1000:.1f}')")" "goal 50; the keys of all hits $all"
done < <("$build/tests/bench_search" "$lake" support deliv d "$rare")

# --- questions: the peer is the same statement in the sqlite3 shell, before there is an index.
month="select substr(date_sent,1,7) as m, count(*) filter (where nps>=9), count(*) filter (where nps<=6), count(nps) from responses group by m"
sorted=(nps account_name property.Country date_creation comment_original)
for column in "${sorted[@]}"; do
  peers[${#peers[@]}]=$(seconds sqlite3 -readonly "$lake" ".once /dev/null" "select row_id from responses order by \"$column\" nulls last, row_id")
done
month_peer=$(seconds sqlite3 -readonly "$lake" "$month")
turn=0
while IFS=$'\t' read -r what before making after processor processor_after; do
  case $what in
    "NPS by month") row "NPS by month over all, s" "$before" "sqlite3, the same statement, s" "$month_peer" "goal 0.4; processor $processor; with its index (made in $making s) $after, processor $processor_after" ;;
    *:desc) row "keys sorted by $what, indexed, s" "$after" "" "" "goal 0.5; processor $processor_after" ;;
    *)
      row "keys sorted by $what, s" "$before" "sqlite3, the same order, s" "${peers[$turn]}" "goal 1.5 at 1,000,000; processor $processor"
      row "keys sorted by $what, indexed, s" "$after" "" "" "goal 0.5; processor $processor_after; index made in $making s"
      turn=$((turn + 1)) ;;
  esac
done < <("$build/tests/bench_query" "$lake" "${sorted[@]}")

# --- dashboards: every figure of a page. The peer reads the same columns in Python and counts the scores only.
dashboard_peer=$(seconds /usr/bin/python3 - "$lake" <<'PY'
import collections, sqlite3, sys
counts = collections.Counter()
for nps, date, drivers, tags in sqlite3.connect(sys.argv[1]).execute('select nps, date_survey_response, selected_drivers, tags from responses'):
    counts[(date or '')[:7], nps] += 1
PY
)
while IFS=$'\t' read -r what wall processor found; do
  row "dashboard: $what, s" "$wall" "Python, scores by month, s" "$dashboard_peer" "goal 1 at 1,000,000, 0.3 for a country; processor $processor; $found responses"
done < <("$build/tests/bench_dashboard" "$lake")

# --- a file is checked before it is uploaded, then sent.
IFS=$'\t' read -r rows check processor memory < <("$build/tests/bench_upload" 100000)
row "file checked, $rows rows, s" "$check" "" "" "goal 1; processor $processor; $memory MiB, goal 60"
IFS=$'\t' read -r with without < <("$build/tests/bench_journal" "$url" 5000)
row "file sent, 5,000 rows, s" "$with" "the same without a journal, s" "$without" "$(ratio "$with" "$without")  goal 1.1"

# --- PostgreSQL.
read -r postgres_time postgres_server psql_time psql_server < <(GAUGE_POSTGRES_BUFFERS=256MB tests/support/with-postgres.sh tests/bench/postgres.sh "$bin" "$work" "$records")
row "sync into PostgreSQL, s" "$postgres_time" "psql, staging and ON CONFLICT, s" "$psql_time" "$(ratio "$postgres_time" "$psql_time"); processor of the server $postgres_server and $psql_server; ours downloads and indexes words besides"
row "sync into PostgreSQL, records a second" "$(python3 -c "print(int($records/$postgres_time))")" "psql, records a second" "$(python3 -c "print(int($records/$psql_time))")" "goal 25000"

# --- the window.
if [ -x "$bin/gaugedesk" ]; then
  xvfb-run -a -s '-screen 0 1600x1200x24' bash -c '
    start=$(date +%s%N)
    "$0" --data-dir "$1" & pid=$!
    # Not --sync, which looks twice a second only.
    until xdotool search --onlyvisible --name GaugeDesk >/dev/null 2>&1; do kill -0 $pid; done
    echo "$(( ($(date +%s%N) - start) / 1000000 ))" >"$2"
    kill $pid; wait $pid 2>/dev/null' "$bin/gaugedesk" "$work/data" "$work/start" >>"$work/log" 2>&1 || true
  row "start to a mapped window, ms" "$(cat "$work/start")" "" "" "goal 500"
fi
[ ! -x "$build/tests/bench_view" ] || xvfb-run -a -s '-screen 0 1600x1200x24' "$build/tests/bench_view"
if [ -x "$build/tests/bench_responsive" ]; then
  mkdir -m 700 "$work/responsive"
  cp "$work/data/connections.json" "$work/responsive/"
  xvfb-run -a -s '-screen 0 1600x1200x24' "$build/tests/bench_responsive" "$work/responsive" 2>>"$work/log" | cat
fi
