#!/usr/bin/env bash
# How many searches the server answers: wrk beside it on the same machine, 64 readers, and 1,000
# connections that are open and silent.
#
#   load.sh TRACUU_SERVER INDEX [SECONDS]        (20)
#
# Prints a line for pages with facets and snippets, for the API, for pages of documents: rates and
# times as wrk saw them, the server's processor time for each request, which other work on the
# machine changes least, and what memory is resident. Nothing is cached between two requests.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "$0")")
server=$(readlink -f -- "$1")
index=$2
seconds=${3:-20}
work=$(mktemp -d)
trap 'kill "${pids[@]}" 2>/dev/null; rm -rf -- "$work"' EXIT
pids=()
command -v wrk >/dev/null || { echo "wrk is not installed"; exit 2; }

printf 'access_log = no\n' >"$work/conf"
"$server" --index "$index" --listen 127.0.0.1:0 --config "$work/conf" >"$work/address" \
  2>"$work/log" &
pids+=($!)
until [[ -s $work/address ]]; do sleep 0.1; done
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

# load NAME PREFIX
load() {
  local time requests
  python3 "$here/make_targets.py" "$url" "$2" 4000 >"$work/targets"
  requests=$(answered)
  time=$(processor_ms)
  printf '%s: ' "$1"
  wrk -t1 -c64 -d "${seconds}s" -s "$here/load.lua" "$url" "$work/targets" 7 | tail -1
  time=$(($(processor_ms) - time))
  requests=$(($(answered) - requests))
  printf '  processor time %d.%02d ms a request, ' \
    $((time / requests)) $((time * 100 / requests % 100))
  resident
}
resident
load "pages of results" "/search?q="
load "API, five facets" "/api/v1/search?facets=agency,type,year,status,field&facet_values=20&q="
load "pages of documents" documents
