#!/usr/bin/env bash
# Ctrl-C: the first ends a run with what it has done, the second at once.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

python3 - "$work" <<'PY'
import os, sys
os.makedirs(os.path.join(sys.argv[1], "docs"))
for i in range(3000):
    words = " ".join(f"từ{(i * 7919 + k * 104729) % 5003}" for k in range(60))
    with open(os.path.join(sys.argv[1], "docs", f"{i}.txt"), "w", encoding="utf-8") as out:
        print("Văn bản %d\n\nNội dung: %s" % (i, words), file=out)
PY
document 0.txt "Văn bản đầu"
run "$INDEX" --index "$work/idx" "$work/docs/0.txt"

# A new index is put together in idx/scratch.
# shellcheck disable=SC2317  # called by its name
is_putting_together() { [[ -e $work/idx/scratch/000001 ]]; }

# stopped SIGNAL WHEN ARGUMENT…: starts a run and stops it when the command WHEN succeeds.
stopped() {
  local signal=$1 when=$2
  shift 2
  last_command="stopped by $signal: $*"
  "$INDEX" --index "$work/idx" --quiet "$@" "$work/docs" >"$work/.out" 2>"$work/.err" &
  local run=$!
  until $when || ! kill -0 "$run" 2>/dev/null; do sleep 0.02; done
  kill -s "$signal" "$run" 2>/dev/null || true
  status=0
  wait "$run" || status=$?
  out=$(cat "$work/.out")
  err=$(cat "$work/.err")
}

for signal in INT TERM; do
  stopped "$signal" "sleep 0.6"
  expect_exit 130
  expect_stdout_has "Đã dừng theo yêu cầu; lần chạy sau sẽ làm tiếp."
  index_docs --check
  expect_exit 0
done
search --json
have=$(json 'j["total"]')
check "what was done is there, not all: $have" test "$have" -gt 1 -a "$have" -lt 3000
# When all is read, too.
stopped INT is_putting_together --rebuild
expect_exit 130
search --json
expect_json 'j["total"]' "$have"
index_docs "$work/docs" --json
expect_exit 0
expect_json '[j["documents"], j["unchanged"] >= '"$have"' - 2]' "[3001, true]"

finish
