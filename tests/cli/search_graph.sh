#!/usr/bin/env bash
# What tracuu-search says of the ties between documents, over the sample collection: what each
# cites, what cites it, what is missing, whether it is in force.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

sample=$(readlink -f "$(dirname "$0")/../../data/sample")
docs=sample/van-ban
index_docs "$sample"
expect_exit 0

a=$docs/2016/31-2016-qd-ubnd-quy-che-van-thu-luu-tru.txt
b=$docs/2020/19-2020-qd-ubnd-quy-che-van-thu-luu-tru.txt
c=$docs/2023/27-2023-qd-ubnd-sua-doi-quy-che-van-thu-luu-tru.txt
d=$docs/2026/33-2026-qd-ubnd-quy-che-van-thu-luu-tru.txt

# What it cites.
search --cites $b
expect_exit 0
expect_quiet
expect_stdout_has $'Căn cứ ('
expect_stdout_has "Nghị định 30/2020/NĐ-CP (chưa có trong chỉ mục)"
expect_stdout_has $'Thay thế (1)\n'
expect_stdout_has "     $a"
expect_stdout_lacks $'\e'
search --cites $b --lang en
expect_stdout_has "Nghị định 30/2020/NĐ-CP (not in the index)"
expect_stdout_has "Replaces (1)"
search --cites $b --json
expect_json '[t["resolved"] for t in j["cites"] if t["relation"] == "replaces"]' "[[\"$a\"]]"
expect_json '[t["resolved"] for t in j["cites"] if t.get("number") == "30/2020/NĐ-CP"][0]' "[]"
expect_json '"ngày 05 tháng 3 năm 2020" in [t["sentence"] for t in j["cites"] if t.get("number") == "30/2020/NĐ-CP"][0]' true

# What cites it.
search --cited-by $b
expect_exit 0
expect_stdout_has $'Thay thế bởi (1)\n'
expect_stdout_has $'Sửa đổi, bổ sung bởi (1)\n'
search --cited-by $b --json
expect_json '[t["citing"]["id"] for t in j["cited_by"] if t["relation"] == "replaces"]' "[\"$d\"]"
expect_json '[t["citing"]["number"] for t in j["cited_by"] if t["relation"] == "amends"]' \
  '["27/2023/QĐ-UBND"]'

# The chains of data/README.md, on both ends: each replaces or repeals the ones before it.
chain() { # chain RELATION LATER EARLIER…
  local relation=$1 later=$2 earlier
  shift 2
  for earlier in "$@"; do
    search --cited-by "$docs/$earlier" --json
    expect_json "'$docs/$later' in [t['citing']['id'] for t in j['cited_by'] if t['relation'] == '$relation']" true
  done
}
chain replaces 2022/08-2022-qd-ubnd-quy-dinh-mot-cua.txt \
  2017/24-2017-qd-ubnd-co-che-mot-cua.txt 2019/11-2019-qd-ubnd-sua-doi-quy-dinh-mot-cua.txt
chain repeals 2025/41-2025-qd-ubnd-bai-bo-quy-dinh-mot-cua.txt \
  2022/08-2022-qd-ubnd-quy-dinh-mot-cua.txt
chain replaces 2024/60-2024-qd-ubnd-bang-gia-dat-2025.txt \
  2019/52-2019-qd-ubnd-bang-gia-dat.txt 2021/17-2021-qd-ubnd-sua-doi-bang-gia-dat.txt
chain replaces 2025/35-2025-nq-hdnd-ho-tro-chuyen-doi-so-2026-2030.txt \
  2021/14-2021-nq-hdnd-ho-tro-chuyen-doi-so.txt 2024/22-2024-nq-hdnd-sua-doi-nghi-quyet-14-2021.txt
chain replaces 2024/14-2024-qd-ubnd-quy-che-thi-dua-khen-thuong.txt \
  2018/09-2018-qd-ubnd-thi-dua-khen-thuong.txt
chain amends 2019/11-2019-qd-ubnd-sua-doi-quy-dinh-mot-cua.txt \
  2017/24-2017-qd-ubnd-co-che-mot-cua.txt

# In force or not, through time.
effect() { # effect ID DAY STATUS
  search --show "$1" --as-of "$2" --json
  expect_json '[j["document"]["effect"]["date"], j["document"]["effect"]["status"]]' \
    "[\"$2\", \"$3\"]"
}
effect $a 2016-10-25 not_yet
effect $a 2020-08-24 in_force
effect $a 2020-08-25 expired
effect $b 2023-09-19 in_force
effect $b 2023-09-20 partly_expired
effect $b 2026-05-16 expired
effect $c 2026-05-15 in_force
effect $d 2026-05-16 in_force
search --show $a
expect_exit 0
expect_stdout_has "Hiệu lực: Hết hiệu lực (thay thế bởi 19/2020/QĐ-UBND, Điều 2, từ 25/8/2020)"
expect_stdout_has "Nơi ban hành: Sông Lam"
search --show $a --lang en
expect_stdout_has "In force: No longer in force (replaced by 19/2020/QĐ-UBND, Điều 2, from 25/8/2020)"
search --show $a --as-of 2020-08-24
expect_stdout_has "Hiệu lực ngày 24/08/2020: Còn hiệu lực (có hiệu lực từ 01/11/2016)"
search --show $a --json
expect_json 'j["document"]["effect"]["reasons"][0]["id"]' "$b"
expect_json 'j["document"]["effect"]["label"]' "Hết hiệu lực"
search --show $b --json
expect_json "[c['resolved'] for c in j['document']['citations'] if c['relation'] == 'replaces']" "[[\"$a\"]]"
expect_json 'j["document"]["dates"][0]["date"]' "2020-08-10"
search --show sample/tin-tuc/2020-07-cau-ha-lam-thong-xe-som.txt --json
expect_json '"effect" in j["document"]' false

# What is related, and what to get next.
search --related $b --limit 3
expect_exit 0
expect_stdout_has "quan hệ trực tiếp"
search --related $b --limit 3 --json
expect_json 'len(j["related"])' 3
expect_json "'$b' in [r['id'] for r in j['related']]" false
search --unresolved --limit 100
expect_exit 0
expect_stdout_has "Nghị định 30/2020/NĐ-CP: "
search --unresolved --limit 100 --json
for missing in 1904/TTr-SNN 1163/TTr-SNV 284/BC-STP 21/TTr-VPUBND; do
  expect_json "'$missing' in [m.get('number') for m in j['unresolved']]" true
done
for present in 24/2017/QĐ-UBND 14/2021/NQ-HĐND 1287/SNV-VTLT; do
  expect_json "'$present' in [m.get('number') for m in j['unresolved']]" false
done
search --unresolved --limit 1 --json
expect_json 'len(j["unresolved"])' 1

# The line to paste.
search --cite $b
expect_exit 0
expect_stdout_has "Căn cứ Quyết định số 19/2020/QĐ-UBND ngày 10 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh Sông Lam ban hành Quy chế"
search --cite sample/tin-tuc/2020-07-cau-ha-lam-thong-xe-som.txt
expect_exit 1
expect_stderr_has "không có loại, số hoặc ngày để viện dẫn"

# The graph as a file.
search --graph "$work/g.json"
expect_exit 0
expect_stderr_has "83 văn bản"
check "edge of the chain" python3 - "$work/g.json" "$b" "$a" <<'PY'
import json, sys
graph = json.load(open(sys.argv[1], encoding="utf-8"))
assert len(graph["nodes"]) == 83
edges = {(e["source"], e["target"], e["relation"]) for e in graph["edges"]}
assert (sys.argv[2], sys.argv[3], "replaces") in edges
assert len(edges) == len(graph["edges"])
PY
search --graph "$work/g.dot"
expect_exit 0
check "a digraph" grep -q '^digraph' "$work/g.dot"
search --graph "$work/g.txt"
expect_exit 2
search --graph "$work/no/such/g.dot"
expect_exit 2

# What is not there.
for option in --cites --cited-by --related --cite --show; do
  search $option no-such-id
  expect_exit 1
  expect_stderr_has "no-such-id"
done
search --cites no-such-id --json
expect_json 'j["error"]["code"]' document_missing
search --show $a --as-of hôm-qua
expect_exit 2

finish
