#!/usr/bin/env bash
# Documents marked secret are refused and reported, unless --allow-secret is given.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

letter() {
  printf '%s\n' "ỦY BAN NHÂN DÂN" "TỈNH SÔNG LAM" "" "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" \
    "Độc lập - Tự do - Hạnh phúc" "" "Số: 12/UBND-NC" "Sông Lam, ngày 05 tháng 3 năm 2021" ""
  if [[ -n $1 ]]; then printf '%s\n\n' "$1"; fi
  printf '%s\n' "V/v bảo vệ kho lưu trữ" "" "Kính gửi: Công an tỉnh." "" \
    "Ủy ban nhân dân tỉnh đề nghị Công an tỉnh bảo vệ kho lưu trữ và giữ bí mật nhà nước."
}

mkdir -p "$work/docs"
letter "" >"$work/docs/a.txt"
letter "" >"$work/docs/b.txt"
index_docs "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 2"

# A mark in the head is one; a sentence about secrets is none. The earlier version goes as well.
letter "TỐI MẬT" >"$work/docs/b.txt"
index_docs "$work/docs"
expect_exit 0
expect_stdout_has "Bỏ qua, văn bản mật, không lập chỉ mục: 1"
expect_stdout_has "docs/b.txt: văn bản có dấu Tối mật, không đưa vào chỉ mục"
expect_stdout_has "Thêm 0, thay 0, giữ nguyên 1, xóa 1, bỏ qua 1; chỉ mục có 1 văn bản."
search --json kho lưu trữ
check "the secret one is not found" test "$(ids)" = "docs/a.txt"

index_docs --json "$work/docs"
expect_json '[j["skips"][0]["reason"], j["skips"][0]["failure"], j["skips"][0]["detail"]]' \
  '["secret", false, "Tối mật"]'

index_docs --allow-secret "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 1, thay 0, giữ nguyên 1, xóa 0, bỏ qua 0; chỉ mục có 2 văn bản."

# In a first build, too; a dry run says the same.
rm -r "$work/idx"
index_docs --dry-run "$work/docs"
expect_stdout_has "bỏ qua 1"
index_docs "$work/docs"
expect_stdout_has "chỉ mục có 1 văn bản."

# What was given with a document wins, and the contradiction is told.
mkdir -p "$work/json"
letter "" | python3 -c '
import json, sys
print(json.dumps({"id": "c", "body": sys.stdin.read(), "number": "99/UBND-NC"}, ensure_ascii=False))' \
  >"$work/json/c.jsonl"
index_docs "$work/json"
expect_stdout_has "number: 99/UBND-NC ≠ 12/UBND-NC"
search --show c --json
expect_json 'j["document"]["number"]' '99/UBND-NC'
expect_json 'j["document"]["conflicts"]' \
  '[{"field": "number", "given": "99/UBND-NC", "found": "12/UBND-NC"}]'

finish
