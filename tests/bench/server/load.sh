#!/usr/bin/env bash
# How many searches the server answers: wrk beside it on the same machine, and 1,000 connections that
# are open and silent.
#
#   load.sh TRACUU_SERVER INDEX [SECONDS] [TRACUU_INDEX]        (20)
#
# Prints a line for pages with facets and snippets, for the API, for pages of documents: rates and
# times as wrk saw them, the server's processor time for each request, which other work on the
# machine changes least, and what memory is resident. 64 readers, each of whom asks again at once,
# say what the machine can do; where they wait for one another, so that eight say how long an answer
# takes. With TRACUU_INDEX, on a copy of the index that a document is added to every two seconds.
# Nothing is cached between two requests.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "$0")")
server=$(readlink -f -- "$1")
index=$2
seconds=${3:-20}
indexer=${4:-}
work=$(mktemp -d)
trap 'kill "${pids[@]}" 2>/dev/null; rm -rf -- "$work"' EXIT
pids=()
command -v wrk >/dev/null || { echo "wrk is not installed"; exit 2; }

if [[ -n $indexer ]]; then
  cp -r -- "$index" "$work/index"
  index=$work/index
fi
printf 'access_log = no\n' >"$work/conf"
"$server" --index "$index" --listen 127.0.0.1:0 --config "$work/conf" >"$work/address" \
  2>"$work/log" &
pids+=($!)
until [[ -s $work/address ]]; do
  kill -0 "${pids[0]}" 2>/dev/null || { cat -- "$work/log"; exit 2; }
  sleep 0.1
done
url=$(grep -o 'http://[^ ]*' "$work/address")
url=${url%/}

ulimit -n 4096
python3 - "${url##*:}" <<'PY' &
import socket, sys, time
idle = [socket.create_connection(("127.0.0.1", int(sys.argv[1]))) for _ in range(1000)]
for i, one in enumerate(idle):
    one.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n" + (b"\r\n" if i % 2 else b"X-Slow: "))
time.sleep(3600)
PY
pids+=($!)
sleep 1

resident() { awk '/VmRSS/ {printf "resident %.0f MB\n", $2 / 1024}' "/proc/${pids[0]}/status"; }

# Processor time of the server so far, in milliseconds.
processor_ms() {
  awk -v tick="$(getconf CLK_TCK)" '{printf "%.0f\n", ($14 + $15) * 1000 / tick}' "/proc/${pids[0]}/stat"
}

# Requests that the server has answered so far.
answered() {
  python3 -c '
import sys, urllib.request
text = urllib.request.urlopen(sys.argv[1] + "/metrics").read().decode()
print(sum(int(float(line.split()[-1])) for line in text.splitlines()
          if line.startswith("tracuu_request_seconds_count")))
' "$url"
}

# load NAME PREFIX READERS
load() {
  local time requests
  python3 "$here/make_targets.py" "$url" "$2" 4000 >"$work/targets"
  requests=$(answered)
  time=$(processor_ms)
  printf '%s, %s readers: ' "$1" "$3"
  wrk -t1 -c"$3" -d "${seconds}s" -s "$here/load.lua" "$url" "$work/targets" 7 | tail -1
  time=$(($(processor_ms) - time))
  requests=$(($(answered) - requests))
  printf '  processor time %d.%02d ms a request, ' \
    $((time / requests)) $((time * 100 / requests % 100))
  resident
}

# Adds a document every two seconds, for as long as wrk runs.
write_beside() {
  local n=0
  mkdir -p "$work/new"
  while true; do
    printf 'QUYẾT ĐỊNH\nVề việc phân công công tác lần thứ %d\n' $((++n)) >"$work/new/$n.txt"
    "$indexer" --index "$index" "$work/new" >/dev/null 2>>"$work/writer" || echo "failed" >>"$work/writer"
    echo "$n" >"$work/written"
    sleep 2
  done
}

resident
for readers in 64 8; do
  load "pages of results" "/search?q=" "$readers"
  load "API, five facets" "/api/v1/search?facets=agency,type,year,status,field&facet_values=20&q=" \
    "$readers"
  load "pages of documents" documents "$readers"
done
if [[ -n $indexer ]]; then
  write_beside &
  pids+=($!)
  load "pages of results beside a writer" "/search?q=" 8
  printf '  %s commits, %s of them failed\n' "$(cat "$work/written")" \
    "$(grep -c failed "$work/writer" || true)"
fi
