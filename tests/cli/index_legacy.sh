#!/usr/bin/env bash
# Documents in encodings from before Unicode: found by their right words, shown as they are and as
# they were, and reported.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

mkdir -p "$work/docs"
# «Nghị quyết về chuyển đổi số … » in TCVN3, VNI and UTF-8 that was read as cp1252.
printf 'Ngh\xDE quy\xD5t v\xD2 chuy\xD3n \xAE\xE6i s\xE8\n\n\xA7i\xD2u 1. C\xB8c s\xEB v\xB5 huy\xD6n ph\xB6i l\xB5m ngay vi\xD6c n\xB5y trong n\xA8m nay, b\xB8o c\xB8o t\xD8nh.\n' \
  >"$work/docs/tcvn3.txt"
printf '<html><head><meta charset="windows-1252"><title>Ngh\xF2 quye\xE1t ve\xE0 \xF1o\xE1i so\xE1</title></head><body><p>Ca\xF9c s\xF4\xFB va\xF8 huye\xE4n pha\xFBi la\xF8m ngay vie\xE4c na\xF8y</p></body></html>\n' \
  >"$work/docs/vni.html"
# shellcheck disable=SC1112  # that quote is what a byte of ố looks like
document mojibake.jsonl '{"id": "m", "title": "Nghá»‹ quyáº¿t sá»‘ hÃ³a", "body": "CÃ¡c tá»‰nh lÃ m viá»‡c nÃ y"}'
document clean.txt "Nghị quyết về đất đai" "" "Điều 1. Các sở và huyện phải làm ngay việc này trong năm nay, báo cáo tỉnh."
document english.txt "The committee shall publish every report of the working group, together with the minutes of its meetings, within thirty days."
document lost.txt "ngh? quy?t v? chuy?n ??i s? c?a t?nh ph?i lam ngay trong nam nay, cac s? va huy?n ph?i bao cao v? t?nh tr??c ngay m?t"

index_docs "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 6"
expect_stdout_has "Đã sửa mã chữ 3 văn bản:"
expect_stdout_has "TCVN3 (ABC) 1"
expect_stdout_has "1 văn bản đã mất chữ, cần bản khác."
index_docs --rebuild "$work/docs" --json
expect_json 'j["added"]' 6
expect_json 'j["repaired"]' '{"mojibake": 1, "tcvn3": 1, "vni": 1}'
expect_json 'j["damaged"]' 1
expect_json 'j["malformed_bytes"]' 0

search --json '"nghị quyết về chuyển đổi số"'
check "TCVN3 is found by a phrase" test "$(ids)" = "docs/tcvn3.txt"
search --json --no-collapse 'tiêu đề:"nghị quyết"'
check "all are found by their titles" \
  test "$(ids | tr ' ' '\n' | sort | tr '\n' ' ')" = \
  "docs/clean.txt docs/tcvn3.txt docs/vni.html m "

search --show docs/tcvn3.txt
expect_stdout_has "Tiêu đề: Nghị quyết về chuyển đổi số"
expect_stdout_has "Đã sửa mã chữ: TCVN3 (ABC), "
expect_stdout_has "Chất lượng chữ: 100 %"
expect_stdout_has "Điều 1. Các sở và huyện"
search --show docs/tcvn3.txt --original
expect_exit 0
expect_stdout_has "NghÞ quyÕt vÒ chuyÓn ®æi sè"
expect_stdout_lacks "Điều 1. Các sở"
search --show m --original --json
expect_json 'j["document"]["title"]' "Nghá»‹ quyáº¿t sá»‘ hÃ³a"
search --show m --json
expect_json 'j["document"]["title"]' "Nghị quyết số hóa"
expect_json 'j["document"]["repairs"][0]["kind"]' mojibake
expect_json 'j["document"]["text_quality"]' 1.0
expect_json '"damaged" in j["document"]' false
search --show docs/lost.txt --json
expect_json 'j["document"]["damaged"]' true
search --show docs/clean.txt
plain=$out
expect_stdout_lacks "Đã sửa mã chữ"
search --show docs/clean.txt --original
check "--original of what was not repaired" test "$out" = "$plain"

run "$INDEX" --index "$work/idx" --report
expect_exit 0
expect_stdout_has "Chất lượng chữ dưới 80 %: 2 trong 6 văn bản"
expect_stdout_has "docs/english.txt"
expect_stdout_has "docs/lost.txt"
expect_stdout_lacks "docs/clean.txt"
expect_stdout_has "Đã sửa mã chữ 3 văn bản:"
run "$INDEX" --index "$work/idx" --report --quality-limit 0.1 --json
expect_json '[d["id"] for d in j["poor"]]' '[]'
expect_json 'j["documents"]' 6
expect_json 'j["repaired"]' '{"mojibake": 1, "tcvn3": 1, "vni": 1}'
run "$INDEX" --index "$work/idx" --report --json
expect_json 'j["poor"][0]["text_quality"] <= j["poor"][1]["text_quality"]' true
run "$INDEX" --index "$work/idx" --report --quality-limit 80
expect_exit 2
expect_stderr_is "tracuu-index: tùy chọn --quality-limit: giá trị '80' không hợp lệ; chấp nhận: 0 … 1"
run "$INDEX" --index "$work/none" --report
expect_exit 2

finish
