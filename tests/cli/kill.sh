#!/usr/bin/env bash
# kill -9 in the middle of a build or an update: the index is the last committed one, or there is
# none; the next run needs no repair and completes. Run with a third argument for more rounds.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
rounds=${3:-3}

python3 - "$work" <<'PY'
import os, sys
for version in ("một", "hai"):
    folder = os.path.join(sys.argv[1], version, "docs")
    os.makedirs(folder)
    with open(os.path.join(folder, "v.jsonl"), "w", encoding="utf-8") as out:
        for i in range(700):
            words = " ".join(f"từ{(i * 7919 + k * 104729) % 5003}" for k in range(60))
            print('{"id": "n%d", "body": "phiênbản%s %s"}' % (i, version, words), file=out)
PY

# total [WORD]: how many documents the index has, or have the word; "none" where there is no index.
total() {
  search --json --limit 1 "$@"
  if ((status == 2)); then
    printf 'none'
  else
    json 'j["total"]'
  fi
}

# killed_after SECONDS PATH: runs an indexing and kills it. Returns whether it was killed in time.
killed_after() {
  last_command="killed after $1 s: $INDEX $2"
  timeout --foreground -s KILL "$1" "$INDEX" --index "$work/idx" --quiet "$2" >/dev/null 2>&1
  (($? == 137))
}

# How long a whole run takes here, in thousandths of a second.
milliseconds() { date +%s%3N; }
start=$(milliseconds)
index_docs "$work/một/docs"
expect_exit 0
build=$(($(milliseconds) - start))
start=$(milliseconds)
index_docs "$work/hai/docs"
expect_exit 0
expect_stdout_has "thay 700,"
update=$(($(milliseconds) - start))
rm -r "$work/idx"

# The first build: no index, or the whole.
killed=0
for ((i = 1; i <= rounds; i++)); do
  seconds=$(printf '%d.%03d' $((build * i / (rounds + 1) / 1000)) $((build * i / (rounds + 1) % 1000)))
  if killed_after "$seconds" "$work/một/docs"; then killed=$((killed + 1)); fi
  have=$(total)
  check "after $seconds s there is no index or a whole one, not $have" \
    test "$have" = none -o "$have" = 700
  if [[ $have != none ]]; then rm -r "$work/idx"; fi
done
check "some first builds were killed" test "$killed" -gt 0
index_docs "$work/một/docs"
expect_exit 0
expect_stdout_has "chỉ mục có 700 văn bản."
check "nothing is left of the killed builds" \
  test "$(cd "$work/idx" && find . -mindepth 1 -maxdepth 1 ! -name 'gen-*' | sort | tr '\n' ' ')" = "./current ./last-run ./lock "
check "one generation" test "$(find "$work/idx" -maxdepth 1 -name 'gen-*' | wc -l)" = 1

# An update: every document is there, in one of its two versions, and what was committed stays.
killed=0
newer=0
for ((i = 1; i <= rounds; i++)); do
  seconds=$(printf '%d.%03d' $((update * i / (rounds + 1) / 1000)) $((update * i / (rounds + 1) % 1000)))
  if killed_after "$seconds" "$work/hai/docs"; then killed=$((killed + 1)); fi
  check "all documents after $seconds s" test "$(total)" = 700
  one=$(total phiênbảnmột)
  two=$(total phiênbảnhai)
  check "each in one version: $one + $two" test "$((one + two))" = 700
  check "what was committed stays: $two after $newer" test "$two" -ge "$newer"
  newer=$two
done
check "some updates were killed" test "$killed" -gt 0
index_docs "$work/hai/docs"
expect_exit 0
check "the next run completes" test "$(total phiênbảnhai)" = 700
index_docs "$work/hai/docs"
expect_stdout_has "Thêm 0, thay 0, giữ nguyên 700"

# Killed while it deletes.
head -n 10 "$work/hai/docs/v.jsonl" >"$work/v.jsonl" && mv "$work/v.jsonl" "$work/hai/docs/v.jsonl"
timeout --foreground -s KILL 0.02 "$INDEX" --index "$work/idx" --delete-missing "$work/hai/docs" >/dev/null 2>&1
have=$(total)
check "all or ten documents, not $have" test "$have" = 700 -o "$have" = 10
index_docs --delete-missing "$work/hai/docs"
expect_exit 0
check "the next run deletes" test "$(total)" = 10

finish
