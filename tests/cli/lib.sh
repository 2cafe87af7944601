# shellcheck shell=bash
# What every script here stands on: the two programs, a temporary folder, and checks that go on
# after a failure and say what was seen.
#
#   source "$(dirname "$0")/lib.sh"          # arguments: TRACUU_INDEX TRACUU_SEARCH [HELPER]
#   run "$INDEX" --index "$work/idx" "$work/docs"
#   expect_exit 0
#   expect_stdout_has "Thêm 2"
#   finish
#
# run leaves $status, $out and $err. Messages are Vietnamese unless a test says --lang en: the
# locale is C. No test writes outside $work.
set -uo pipefail

INDEX=${1:-${TRACUU_INDEX:?the program tracuu-index}}
SEARCH=${2:-${TRACUU_SEARCH:?the program tracuu-search}}
INDEX=$(readlink -f -- "$INDEX") # some scripts change the folder
SEARCH=$(readlink -f -- "$SEARCH")
export LC_ALL=C
unset NO_COLOR PAGER LANG LC_MESSAGES
work=$(mktemp -d)
trap 'chmod -R u+rwx -- "$work" 2>/dev/null; rm -rf -- "$work"' EXIT

failures=0
checks=0
status=0
out=
err=
last_command=

# run COMMAND…: leaves its exit status, standard output and standard error.
run() {
  last_command="$*"
  status=0
  "$@" >"$work/.out" 2>"$work/.err" </dev/null || status=$?
  out=$(tr -d '\0' <"$work/.out")
  err=$(tr -d '\0' <"$work/.err")
}

# index_docs PATH…: the usual call into $work/idx.
index_docs() { run "$INDEX" --index "$work/idx" "$@"; }

# hold_lock, release_lock: another program that writes to $work/idx.
hold_lock() {
  (
    exec 9>"$work/idx/lock"
    flock 9
    touch "$work/is-held"
    while [[ -e $work/is-held ]]; do sleep 0.1; done
  ) &
  until [[ -e $work/is-held ]]; do sleep 0.1; done
}
release_lock() { rm "$work/is-held"; }

# serve SERVER ARGUMENT…: serves $work/idx in the background, on a free port unless the arguments
# name one; leaves $server, the process, and $url, which ends in '/'. Its log is $work/log.
serve() {
  local program=$1
  shift
  [[ " $* " == *" --listen "* ]] || set -- "$@" --listen 127.0.0.1:0
  "$program" --index "$work/idx" "$@" >"$work/address" 2>"$work/log" &
  # shellcheck disable=SC2034  # for the caller
  server=$!
  for _ in $(seq 100); do
    [[ -s $work/address ]] && break
    sleep 0.1
  done
  url=$(grep -o 'http://[^ ]*' "$work/address")
  check "the address is said" test -n "$url"
}

# fetch PATH [HEADER…]: asks the server at $url; standard output has the status, headers that matter
# and the body.
fetch() {
  run python3 -c '
import sys, urllib.error, urllib.request
request = urllib.request.Request(sys.argv[1] + sys.argv[2])
for header in sys.argv[3:]:
    request.add_header(*header.split(": ", 1))
try:
    answer = urllib.request.urlopen(request, timeout=20)
except urllib.error.HTTPError as error:
    answer = error
print("status", answer.status)
for name in ("Content-Type", "Content-Disposition", "Content-Range", "Content-Length"):
    print(name + ":", answer.headers.get(name))
print(answer.read().decode())
' "${url%/}" "$@"
}

# search ARGUMENT…: the usual call on $work/idx.
search() { run "$SEARCH" --index "$work/idx" "$@"; }

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n  command: %s\n  status: %s\n' "$1" "${last_command:0:300}" "$status"
  printf '%s\n' "${out:0:1500}" | sed 's/^/  out: /'
  printf '%s\n' "${err:0:1500}" | sed 's/^/  err: /'
}

# check WHAT COMMAND…: the command must succeed.
check() {
  local what=$1
  shift
  checks=$((checks + 1))
  "$@" || fail "$what"
}

# refuse WHAT COMMAND…: the command must fail.
refuse() {
  local what=$1
  shift
  checks=$((checks + 1))
  if "$@"; then fail "$what"; fi
}

has() { [[ $1 == *"$2"* ]]; }
expect_exit() { check "exit status $1" test "$status" -eq "$1"; }
expect_stdout_has() { check "standard output has: $1" has "$out" "$1"; }
expect_stderr_has() { check "standard error has: $1" has "$err" "$1"; }
expect_stdout_lacks() { refuse "standard output has no: $1" has "$out" "$1"; }
expect_stderr_lacks() { refuse "standard error has no: $1" has "$err" "$1"; }
expect_stderr_is() { check "standard error is: $1" test "$err" = "$1"; }
expect_quiet() { check "standard error is empty" test -z "$err"; }

# json EXPRESSION: what the expression gives over standard output as JSON, named j; no output is
# no JSON.
json() {
  python3 -c '
import json, sys
j = json.load(open(sys.argv[2], encoding="utf-8"))
value = eval(sys.argv[1])
print(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
' "$1" "$work/.out" 2>&1
}

# expect_json EXPRESSION VALUE
expect_json() {
  local got
  got=$(json "$1")
  check "JSON $1 is $2, got $got" test "$got" = "$2"
}

# ids: the ids of the results of the last --json search, one blank between. Without Python, which
# takes its time to start: REQUIRES ids without quotes.
ids() { grep -o '{"id":"[^"]*"' "$work/.out" | cut -d '"' -f 4 | paste -sd ' '; }

# document FILE [LINE…]: writes a text file below $work/docs.
document() {
  local file=$work/docs/$1
  shift
  mkdir -p -- "$(dirname -- "$file")"
  printf '%s\n' "$@" >"$file"
}

# checksum FOLDER: of every file in it, apart from the lock, which each writer opens, and from what
# each run says of itself.
checksum() { (cd "$1" && find . -type f ! -name lock ! -name last-run -print0 | sort -z | xargs -0 sha256sum); }

skip() { printf 'skipped: %s\n' "$1"; }

# finish: the exit status of the script.
finish() {
  printf '%d checks, %d failed\n' "$checks" "$failures"
  exit $((failures > 0))
}
