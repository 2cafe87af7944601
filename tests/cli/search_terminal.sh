#!/usr/bin/env bash
# Colour, pager and live progress on a terminal and only there; a closed pipe is no failure.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document qd.txt "Quyết định kiện toàn tổ chuyển đổi số" "" "Điều 1. Kiện toàn tổ chuyển đổi số."
for i in $(seq 200); do printf '{"id": "t%d", "body": "Bản tin số %d về mùa màng."}\n' "$i" "$i"; done \
  >"$work/docs/tin.jsonl"
index_docs "$work/docs"
expect_exit 0
mark=$'\e[1;33m'

search kiện toàn
expect_stdout_lacks $'\e'
search --show docs/qd.txt
expect_stdout_lacks $'\e'
search --help
expect_stdout_lacks $'\e'

if ! command -v script >/dev/null; then
  skip "terminal: the program script (package bsdutils) is missing"
  finish
fi

# on_terminal VARIABLE=VALUE… COMMAND: runs a shell command on a terminal; both streams are in $out.
on_terminal() {
  local command=${!#}
  last_command="on a terminal: $*"
  status=0
  out=$(env INDEX="$INDEX" SEARCH="$SEARCH" TERM=xterm "${@:1:$#-1}" \
    script -qec "$command" /dev/null </dev/null 2>&1) || status=$?
  err=
}

# shellcheck disable=SC2016  # $SEARCH is expanded inside
query="\"\$SEARCH\" --index '$work/idx' kiện toàn"
on_terminal PAGER=cat "$query"
expect_exit 0
expect_stdout_has "${mark}"
expect_stdout_has $'\e[1m1. Quyết định'
on_terminal PAGER=cat NO_COLOR=1 "$query"
expect_stdout_has "1. Quyết định"
expect_stdout_lacks $'\e'
on_terminal PAGER=cat NO_COLOR= "$query"
expect_stdout_has "$mark"
on_terminal PAGER=cat TERM=dumb "$query"
expect_stdout_lacks $'\e'
on_terminal PAGER=cat "$query --json"
expect_stdout_lacks $'\e'
on_terminal PAGER=cat "$query | cat"
expect_stdout_has "1. Quyết định"
expect_stdout_lacks $'\e'

# The pager: PAGER decides, --no-pager and JSON use none, a missing one loses nothing.
on_terminal PAGER='sed s/^/trang:/' "$query"
expect_stdout_has "trang:"
on_terminal PAGER='sed s/^/trang:/' "$query --no-pager"
expect_stdout_lacks "trang:"
on_terminal PAGER='sed s/^/trang:/' "$query --json"
expect_stdout_lacks "trang:"
on_terminal PAGER=/khong/co/trinh "$query"
expect_exit 0
expect_stdout_has "1. Quyết định"
on_terminal PAGER='head -n 1' "\"\$SEARCH\" --index '$work/idx' --limit 200 bản tin"
expect_exit 0
expect_stdout_has "200 văn bản"
expect_stdout_lacks "2. "
mkdir "$work/bin"
for tool in sh cat env script; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
on_terminal PATH="$work/bin" "$query"
expect_exit 0
expect_stdout_has "1. Quyết định"
expect_stdout_lacks "not found"
if command -v less >/dev/null; then
  # The locale here is C: less must be told that the text is UTF-8.
  on_terminal "$query"
  expect_exit 0
  expect_stdout_has "Quyết định kiện toàn"
  expect_stdout_lacks "<E1>"
else
  skip "less: the program is missing"
fi

# Progress: a live line that is taken away at the end; none with --quiet, none in a pipe.
python3 - "$work/docs/lon.jsonl" <<'PY'
import sys
with open(sys.argv[1], "w", encoding="utf-8") as out:
    for i in range(600):
        words = " ".join(f"từ{(i * 7 + k) % 900}" for k in range(600))
        print('{"id": "l%d", "body": "%s"}' % (i, words), file=out)
PY
cp -r "$work/idx" "$work/idx2"
on_terminal "\"\$INDEX\" --index '$work/idx2' '$work/docs' 2>'$work/log' >/dev/null </dev/null"
check "progress is not written where standard error is a file" test ! -s "$work/log"
on_terminal "\"\$INDEX\" --index '$work/idx' '$work/docs'"
expect_exit 0
expect_stdout_has $'\r\e[K'
expect_stdout_has " văn bản · "
expect_stdout_has " MB/giây · "
expect_stdout_has " % · "
expect_stdout_has " · còn "
check "the live line is taken away before the report" has "$out" $'\r\e[KThêm 600'
on_terminal "\"\$INDEX\" --index '$work/idx' --quiet '$work/docs'"
expect_stdout_lacks $'\e'

# A closed pipe is no failure: nothing is complained about.
last_command="search | head -1"
err=$("$SEARCH" --index "$work/idx" --limit 1000 bản tin 2>&1 >/dev/null | head -1)
expect_quiet
for command in "--limit 1000 bản tin" "--limit 1000 --json bản tin" "--help-query" "--show docs/qd.txt"; do
  # shellcheck disable=SC2086  # the words of one command
  "$SEARCH" --index "$work/idx" $command 2>"$work/.err" | head -n 1 >"$work/.out"
  codes=("${PIPESTATUS[@]}")
  err=$(cat "$work/.err")
  status=${codes[0]}
  expect_quiet
  check "| head -1 of $command ends by the pipe or well" test "$status" = 0 -o "$status" = 141
done

# Output that cannot be written is one.
if [[ -w /dev/full ]]; then
  last_command="search >/dev/full"
  status=0
  err=$("$SEARCH" --index "$work/idx" --limit 1000 bản tin 2>&1 >/dev/full) || status=$?
  expect_exit 2
  check "a full output is told" has "$err" "tracuu-search: "
  status=0
  err=$("$SEARCH" --index "$work/idx" --json kiện toàn 2>&1 >/dev/full) || status=$?
  expect_exit 2
else
  skip "/dev/full is missing"
fi

finish
