#!/usr/bin/env bash
# What tracuu-search prints: text, JSON with every field of the design, one document, exit status.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document qd.txt \
  "ỦY BAN NHÂN DÂN" "TỈNH SÔNG LAM" "Số: 15/QĐ-UBND" "Sông Lam, ngày 12 tháng 5 năm 2021" "" \
  "QUYẾT ĐỊNH" "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số tỉnh" "" \
  "Điều 1. Kiện toàn Ban Chỉ đạo chuyển đổi số tỉnh Sông Lam gồm các thành viên sau." "" \
  "Điều 2. Văn phòng Ủy ban nhân dân tỉnh bố trí <phòng họp> & thiết bị."
document tin.jsonl \
  '{"id": "tin-1", "title": "Khai trương cầu", "body": "Cầu mới đã thông xe.", "url": "https://songlam.gov.vn/1", "date": "2021-04-17", "date_inferred": true, "keywords": ["cầu", "giao thông"], "access": ["noi-bo"], "author": "Vân Anh", "source": "songlam.gov.vn", "type": "Tin tức"}'
index_docs "$work/docs"
expect_exit 0

search kiện toàn ban chỉ đạo
expect_exit 0
expect_quiet
expect_stdout_has "1 văn bản"
expect_stdout_has "15/QĐ-UBND · Ủy ban nhân dân tỉnh Sông Lam · 12/05/2021"
expect_stdout_has "   docs/qd.txt"
expect_stdout_lacks $'\e'
refuse "no blank at a line's end" grep -q ' $' "$work/.out"
search bố trí thiết bị
expect_stdout_has "(Điều 2)"
expect_stdout_has "<phòng họp> & thiết bị"

search từngữkhôngaiviết
expect_exit 1
expect_stdout_has "Không tìm thấy văn bản nào."
expect_quiet
search từngữkhôngaiviết --json
expect_exit 1
expect_json '[j["total"], j["results"]]' "[0, []]"

search "kiện toàn" --json --facets agency,type,year,month,path
expect_exit 0
expect_json 'list(j)' '["version", "query", "understood", "total", "exact", "counted", "collapsed", "partial", "took_ms", "relaxed", "results", "facets"]'
expect_json '[j["version"], j["query"], j["total"], j["exact"], j["partial"], j["relaxed"]]' \
  '[1, "kiện toàn", 1, true, false, []]'
expect_json 'list(j["results"][0])' \
  '["id", "title", "number", "type", "agency", "date", "effect", "score", "snippet", "passage"]'
expect_json '[j["results"][0][k] for k in ("id", "number", "type", "agency", "date")]' \
  '["docs/qd.txt", "15/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Lam", "2021-05-12"]'
expect_json 'type(j["took_ms"]).__name__ in ("int", "float") and j["results"][0]["score"] > 0' "true"
expect_json 'list(j["facets"])' '["agency", "type", "year", "month", "path"]'
expect_json 'j["facets"]["month"]' '[{"value": "2021-05", "label": "05/2021", "count": 1}]'
expect_json '"<mark>" in j["results"][0]["snippet"]' "true"

# The snippet is escaped once; the passage's bytes are those of the stored body.
search bố trí thiết bị --json
expect_json '"&lt;phòng họp&gt; &amp; <mark>thiết bị</mark>" in j["results"][0]["snippet"]' "true"
expect_json '[j["results"][0]["passage"][k] for k in ("label", "anchor")]' '["Điều 2", "dieu-2"]'
expect_json 'list(j["results"][0]["passage"])' '["label", "anchor", "offset", "length"]'
passage=$(json '"{offset} {length}".format(**j["results"][0]["passage"])')
search --show docs/qd.txt --json
expect_exit 0
read -r offset length <<<"$passage"
expect_json "'thiết bị' in j['document']['body'].encode()[$offset:$offset + $length].decode()" "true"

# Inferred dates are marked, addresses given, and access never named.
search cầu mới --json
expect_json '[j["results"][0][k] for k in ("date_inferred", "url", "date")]' \
  '[true, "https://songlam.gov.vn/1", "2021-04-17"]'
expect_stdout_lacks "access"
expect_stdout_lacks "noi-bo"
search cầu mới
expect_stdout_has "17/04/2021 (suy đoán)"
search cầu mới --lang en
expect_stdout_has "17/04/2021 (inferred)"

# One stored document.
search --show tin-1
expect_exit 0
expect_stdout_has "Mã: tin-1"
expect_stdout_has "Tiêu đề: Khai trương cầu"
expect_stdout_has "Từ khóa: cầu, giao thông"
expect_stdout_has "Tác giả: Vân Anh"
expect_stdout_has "Nguồn: songlam.gov.vn"
expect_stdout_has "Ngày: 17/04/2021 (suy đoán)"
expect_stdout_has $'\n\nCầu mới đã thông xe.'
expect_stdout_lacks "noi-bo"
search --show tin-1 --lang en
expect_stdout_has "Title: Khai trương cầu"
search --show tin-1 --json
expect_exit 0
expect_json '[j["version"], list(j)]' '[1, ["version", "document"]]'
expect_json '[j["document"][k] for k in ("id", "title", "body")]' \
  '["tin-1", "Khai trương cầu", "Cầu mới đã thông xe."]'
expect_stdout_lacks "access"
search --show không-có
expect_exit 1
expect_stderr_has "không có văn bản nào mang mã 'không-có' trong chỉ mục"
check "nothing on standard output" test -z "$out"
search --show không-có --lang en
expect_stderr_has "no document has the id 'không-có' in this index"
search --show không-có --json
expect_exit 1
expect_json 'j["error"]["code"]' "document_missing"

# The source files are not needed any more.
rm -r "$work/docs"
search --show docs/qd.txt
expect_exit 0
expect_stdout_has "Điều 1. Kiện toàn Ban Chỉ đạo"
search kiện toàn
expect_stdout_has "kiện toàn Ban Chỉ đạo"

# An empty query lists everything, the newest first.
search --json
expect_exit 0
check "the newest first" test "$(ids)" = "docs/qd.txt tin-1"
search "" --json
check "the same with an empty word" test "$(ids)" = "docs/qd.txt tin-1"

# What was given up is said.
search kiện toàn từngữkhôngaiviết
expect_exit 0
expect_stdout_has "Không văn bản nào có: từngữkhôngaiviết; đã tìm bằng các từ còn lại."
search kiện toàn từngữkhôngaiviết --json
expect_json 'j["relaxed"]' '[{"rule": "unknown_words", "words": ["từngữkhôngaiviết"]}]'
search "so 15/qd-ubnd"
expect_exit 0
expect_stdout_has "Hiểu là: số văn bản 15/QĐ-UBND"

finish
