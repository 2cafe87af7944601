#!/usr/bin/env bash
# --queries and --run: BEIR queries in, a TREC run out.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document t.jsonl \
  '{"id": "a b", "title": "Lưu trữ", "body": "Hồ sơ lưu trữ."}' \
  '{"id": "c", "title": "Văn thư", "body": "Hồ sơ văn thư."}' \
  '{"id": "d", "title": "Đất đai", "body": "Hồ sơ thu hồi đất của \"tổ\" 5."}'
index_docs "$work/docs"
cat >"$work/q.jsonl" <<'Q'
{"_id": "q1", "text": "lưu trữ"}
{"_id": "q2", "text": "zzqxw wqxzz"}

{"_id": "q3", "text": "\"thu hồi (đất -OR văn thư:"}
{"_id": "q4", "text": "hồ sơ", "metadata": {"x": 1}}
Q
search --queries "$work/q.jsonl" --run "$work/run.trec" --limit 100
expect_exit 0
check "nothing on standard output" test -z "$out"
expect_stderr_has "4 truy vấn, 1 không có kết quả"
check "six columns, blanks in an id stay" grep -qE '^q1 Q0 a b 1 [0-9.e+-]+ tracuu$' "$work/run.trec"
check "operators are plain words" grep -q '^q3 Q0 d 1 ' "$work/run.trec"
refuse "a query without hits has no line" grep -q '^q2 ' "$work/run.trec"
check "all hits of a query" test "$(grep -c '^q4 ' "$work/run.trec")" = 3
check "ranks count from 1 and scores fall" python3 - "$work/run.trec" <<'PY'
import sys
last = {}
for line in open(sys.argv[1], encoding="utf-8"):
    fields = line.rsplit(" ", 3)
    query, rank, score = line.split(" ")[0], int(fields[1]), float(fields[2])
    before = last.get(query, (0, float("inf")))
    assert rank == before[0] + 1 and score < before[1], line
    last[query] = (rank, score)
PY

search --queries "$work/q.jsonl" --run "$work/run2.trec" --limit 1 --lang en
expect_stderr_has "4 queries, 1 without results"
check "--limit bounds each query" test "$(wc -l <"$work/run2.trec")" = 3
search --queries "$work/q.jsonl" --run "$work/run3.trec" --limit 100
check "two runs are the same" cmp -s "$work/run.trec" "$work/run3.trec"

search --queries "$work/q.jsonl"
expect_exit 2
expect_stderr_has "thiếu --run"
search --run "$work/x.trec"
expect_exit 2
expect_stderr_has "thiếu --queries"
search --queries "$work/nichts.jsonl" --run "$work/x.trec"
expect_exit 2
expect_stderr_has "đọc '$work/nichts.jsonl': không có tệp hay thư mục này"
check "no run is left by it" test ! -e "$work/x.trec"
search --queries "$work/q.jsonl" --run "$work/no/folder/x.trec"
expect_exit 2
expect_stderr_has "$work/no/folder/x.trec"
printf '%s\n' '{"_id": "q1", "text": "lưu trữ"}' '{"_id": 7}' >"$work/bad.jsonl"
search --queries "$work/bad.jsonl" --run "$work/x.trec"
expect_exit 2
expect_stderr_has "$work/bad.jsonl"
expect_stderr_has "2"
if [[ -w /dev/full ]]; then
  search --queries "$work/q.jsonl" --run /dev/full
  expect_exit 2
  expect_stderr_has "/dev/full': No space left on device"
fi

finish
