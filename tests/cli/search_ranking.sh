#!/usr/bin/env bash
# --ranking FILE: an administrator's weights of the order, and how a slip in the file is told.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document vb.jsonl \
  '{"id": "a", "title": "Giá vé qua phà", "body": "Giá vé qua phà do tỉnh quy định.", "type": "Thông tư", "number": "11/2019/TT-BGTVT"}' \
  '{"id": "b", "title": "Giá vé qua phà", "body": "Giá vé qua phà do tỉnh quy định.", "type": "Nghị định", "number": "45/2019/NĐ-CP"}'
index_docs "$work/docs"
expect_exit 0

search giá vé qua phà --json --no-collapse
check "the decree first" test "$(ids)" = "b a"

printf '# cấp của văn bản không kể\nlegal_rank\t0\n' >"$work/ranking.tsv"
search giá vé qua phà --json --no-collapse --ranking "$work/ranking.tsv" --explain
check "the order of ids" test "$(ids)" = "a b"
expect_json '[p["weight"] for p in j["results"][0]["explanation"]["parts"] if p["name"] == "legal_rank"]' "[0.0]"

printf 'legal_rank\t40\n' >"$work/ranking.tsv"
search giá vé qua phà --no-collapse --ranking "$work/ranking.tsv" --explain
expect_exit 0
expect_stdout_has "+40,0 cấp của văn bản"
search giá vé qua phà --no-collapse --ranking "$work/ranking.tsv" --explain --lang en
expect_stdout_has "+40.0 its legal rank"

printf 'in_force\t1\ncap_van_ban\t2\n' >"$work/ranking.tsv"
search giá vé --ranking "$work/ranking.tsv"
expect_exit 2
expect_stderr_has "ranking.tsv': dòng 2, «cap_van_ban"
expect_stderr_has "hãy viết tên, dấu tab rồi một số"
expect_stderr_has "legal_rank, in_force, recent"

search giá vé --ranking "$work/none.tsv" --lang en
expect_exit 2
expect_stderr_has "read '$work/none.tsv': no such file"

finish
