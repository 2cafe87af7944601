#!/usr/bin/env bash
# The n-th write, fsync or rename of a run fails: the run says so and ends with status 2, the index
# is sound and holds a committed state, and the next run completes. Arguments: lib.sh's, then
# libfail_io.so and how many calls apart the failures are tried (1: each call, and more actions).
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
library=$3
step=${4:-7}

python3 - "$work" <<'PY'
import os, sys
for version in ("một", "hai"):
    folder = os.path.join(sys.argv[1], version, "docs")
    os.makedirs(folder)
    for i in range(20):
        words = " ".join(f"từ{(i * 7919 + k * 104729) % 5003}" for k in range(60))
        with open(os.path.join(folder, f"{i}.txt"), "w", encoding="utf-8") as out:
            print(f"Văn bản {i}\n\nphiênbản{version} {words}", file=out)
PY
index_docs "$work/một/docs"
expect_exit 0
cp -r "$work/idx" "$work/first"

total() {
  search --json --limit 1 "$@"
  json 'j["total"]'
}

# state: which of the two versions the index has: "20 0", "0 20" or between; each document in one.
state() { echo "$(total phiênbảnmột) $(total phiênbảnhai)"; }

# failing CALL N ARGUMENT…: the call fails. Returns whether there were as many.
failing() {
  rm -f "$work/mark"
  # The sanitizers want to be loaded first, and work all the same.
  local sanitizer=${ASAN_OPTIONS:-}:verify_asan_link_order=0
  run env ASAN_OPTIONS="$sanitizer" LD_PRELOAD="$library" TRACUU_FAIL="$1:$2" TRACUU_FAIL_MARK="$work/mark" \
    "$INDEX" --index "$work/idx" --quiet --jobs 1 "${@:3}"
  last_command="$1 $2 fails: ${*:3}"
  [[ -e $work/mark ]]
}

# try ACTION EXPECTED…: makes each call fail in turn; the states that are allowed after it.
try() {
  local action=$1 call n tried=0
  shift
  for call in write pwrite fsync fdatasync rename; do
    for ((n = 1; n < 2000; n += step)); do
      rm -rf "$work/idx"
      cp -r "$work/first" "$work/idx"
      # shellcheck disable=SC2086  # option and path
      failing "$call" "$n" $action || break
      tried=$((tried + 1))
      # Xapian's compaction does not look at what its one fdatasync says; the files are synced once
      # more before they are made live.
      if [[ $call != fdatasync || $status != 0 ]]; then
        expect_exit 2
        check "one line" test "$(grep -c . "$work/.err")" = 1
      fi
      index_docs --check
      expect_exit 0
      local now allowed=no want
      now=$(state)
      for want in "$@"; do [[ $now == "$want" ]] && allowed=yes; done
      check "$action, $call $n: a committed state, not $now" test "$allowed" = yes
      index_docs "$work/hai/docs"
      expect_exit 0
      check "the next run completes" test "$(state)" = "0 20"
    done
  done
  check "$action: calls were made to fail" test "$tried" -ge 4
}

try "$work/hai/docs" "20 0" "0 20"
try "--rebuild $work/hai/docs" "20 0" "0 20"
if ((step == 1)); then
  try --compact "20 0"
  try --repair "20 0"
fi

finish
