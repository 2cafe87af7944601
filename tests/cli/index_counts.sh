#!/usr/bin/env bash
# What a run of tracuu-index counts, in text and as JSON, and that a second run touches nothing.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document a.txt "Quyết định về việc thành lập tổ công tác" "" "Điều 1. Thành lập tổ công tác."
document sub/b.md "# Ghi chú họp" "" "Cả tổ thống nhất lịch trực."
document tin.jsonl \
  '{"id": "tin-1", "title": "Khai trương cầu mới", "body": "Cây cầu mới đã thông xe."}' \
  '{"id": "tin-2", "title": "Họp tổ dân phố", "body": "Buổi họp bàn về vệ sinh môi trường."}'
document hinh.png "không phải văn bản"
find "$work/docs" -type f -exec touch -d '2020-02-03' {} + # what was written just now is looked at twice

index_docs "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 4, thay 0, giữ nguyên 0, xóa 0, bỏ qua 1; chỉ mục có 4 văn bản."
expect_stdout_has "loại tệp '.png' chưa được hỗ trợ (1 tệp)"
expect_stdout_has "MB/giây"
expect_quiet

before=$(checksum "$work/idx")
index_docs "$work/docs" --lang en
expect_exit 0
expect_stdout_has "Added 0, replaced 0, unchanged 4, deleted 0, skipped 1; 4 documents in the index."
expect_stdout_has "files of type '.png' are not supported (1 of them)"
check "a run without changes changes no byte" test "$(checksum "$work/idx")" = "$before"

# Time stamps do not count, content does.
touch -d '2001-02-03' "$work/docs/a.txt"
index_docs "$work/docs" --json
expect_exit 0
expect_json '[j["added"], j["replaced"], j["unchanged"], j["deleted"], j["skipped"]]' "[0, 0, 4, 0, 1]"
check "a new time stamp alone writes no document" \
  test "$(checksum "$work/idx" | grep docdata)" = "$(grep docdata <<<"$before")"

document a.txt "Quyết định về việc giải thể tổ công tác" "" "Điều 1. Giải thể tổ công tác."
index_docs "$work/docs" --json
expect_exit 0
expect_json '[j["added"], j["replaced"], j["unchanged"], j["deleted"], j["skipped"]]' "[0, 1, 3, 0, 1]"
expect_json '[j["version"], j["documents"], j["failures"], j["dry_run"]]' "[1, 4, 0, false]"
expect_json '[[s["reason"], s["failure"], s["path"], s["detail"]] for s in j["skips"]]' \
  '[["unsupported", false, "docs/hinh.png", ".png"]]'
expect_json 'sorted(j)' '["added", "bytes_read", "bytes_text", "damaged", "deleted", "documents", "dry_run", "failures", "malformed_bytes", "moved", "not_deleted", "notices", "remembered_failures", "repaired", "replaced", "seconds", "skipped", "skips", "stopped", "unchanged", "version"]'
search giải thể --json
expect_exit 0
check "the new text is found" test "$(ids)" = "docs/a.txt"
search '"thành lập"'
expect_exit 1

# A file named by itself: nothing else is looked at.
mkdir "$work/rieng"
printf '%s\n' "Thông báo nghỉ lễ" "" "Cơ quan nghỉ lễ hai ngày." >"$work/rieng/c.txt"
index_docs "$work/rieng/c.txt"
expect_exit 0
expect_stdout_has "Thêm 1, thay 0, giữ nguyên 0, xóa 0, bỏ qua 0; chỉ mục có 5 văn bản."
search nghỉ lễ --json
check "its id is its name" test "$(ids)" = "c.txt"

# A folder is named with or without its slash, by a relative path, from inside.
index_docs "$work/docs/"
expect_stdout_has "Thêm 0, thay 0, giữ nguyên 4"
(cd "$work" && "$INDEX" --index idx docs) >"$work/relative.txt" 2>&1
check "a relative path gives the same ids" grep -q "Thêm 0, thay 0, giữ nguyên 4" "$work/relative.txt"
(cd "$work/docs" && "$INDEX" --index ../idx .) >"$work/relative.txt" 2>&1
check "'.' gives the same ids" grep -q "Thêm 0, thay 0, giữ nguyên 4" "$work/relative.txt"

finish
