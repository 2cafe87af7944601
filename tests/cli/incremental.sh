#!/usr/bin/env bash
# A run over an index that is there reads what is new or has changed, and nothing else.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

old() { touch -d '2020-02-03' "$@"; }
total() {
  search --json --limit 1 "$@"
  json 'j["total"]'
}

for name in a b c/d c/e; do document "$name.txt" "Văn bản $name" "" "Nội dung của $name, bản một."; done
printf 'hỏng\0\1' >"$work/docs/hong.txt"
old "$work"/docs/*.txt "$work"/docs/c/*.txt
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "Thêm 4,"

# Size, time and inode say that a file is as it was: it is not read, so this change goes unseen.
sed -i 's/bản một/bản hai/' "$work/docs/a.txt" && old "$work/docs/a.txt"
printf 'Văn bản b\n\nNội dung của b, bản hai.\n' | dd of="$work/docs/b.txt" conv=notrunc 2>/dev/null && old "$work/docs/b.txt"
index_docs "$work/docs" --json
expect_exit 3
expect_json '[j["replaced"], j["unchanged"], j["failures"], j["remembered_failures"], j["bytes_text"] < 100]' \
  "[1, 3, 1, 1, true]"
check "a.txt has another inode" test "$(total '"a, bản hai"')" = 1
check "b.txt was not read" test "$(total '"b, bản hai"')" != 1

# The log says as much as it is asked for.
index_docs "$work/docs"
expect_stderr_has "warning skipped: docs/hong.txt"
index_docs --log-level error "$work/docs"
expect_quiet
index_docs --log-level nhiều "$work/docs"
expect_exit 2
expect_stderr_has "chấp nhận: debug, info, warn, error, off"

# Failures are remembered while the file stays as it is.
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "docs/hong.txt: là tệp nhị phân"
expect_stdout_has "1 lỗi là của tệp không thay đổi từ lần trước, không đọc lại (--retry-failed để thử lại)."
index_docs --retry-failed "$work/docs" --json
expect_json '[j["failures"], j["remembered_failures"]]' "[1, 0]"
document hong.txt "Văn bản lành" "" "Đã chép lại."
index_docs "$work/docs" --json
expect_exit 0
expect_json '[j["added"], j["failures"]]' "[1, 0]"

# A new name is no new document, whether the file was moved or copied and the old one deleted.
mv "$work/docs/c" "$work/docs/chuyen-di"
index_docs "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 0, thay 0,"
expect_stdout_has "Đổi tên hay dời chỗ: 2 văn bản."
check "they are as many as before" test "$(total)" = 5
search --json --limit 10
check "their ids are those of the new place" \
  test "$(ids | tr ' ' '\n' | sort | tr '\n' ' ')" = "docs/a.txt docs/b.txt docs/chuyen-di/d.txt docs/chuyen-di/e.txt docs/hong.txt "
search --show docs/chuyen-di/d.txt
expect_stdout_has "Nội dung của c/d, bản một."
check "the folder is what can be filtered by" test "$(total --filter path=docs/chuyen-di)" = 2
cp "$work/docs/a.txt" "$work/docs/a-moi.txt" && rm "$work/docs/a.txt"
index_docs "$work/docs" --json
expect_json '[j["added"], j["moved"], j["documents"]]' "[0, 1, 5]"
index_docs "$work/docs" --json
expect_json '[j["added"], j["replaced"], j["unchanged"], j["moved"]]' "[0, 0, 5, 0]"

# Settings that decide what is read of a file.
document mat.txt "ỦY BAN NHÂN DÂN" "TỈNH SÔNG LAM" "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" \
  "Độc lập - Tự do - Hạnh phúc" "" "Số: 12/UBND-NC" "Sông Lam, ngày 05 tháng 3 năm 2021" "" "MẬT" "" \
  "V/v bảo vệ kho lưu trữ" "" "Kính gửi: Công an tỉnh." "" "Ủy ban nhân dân tỉnh đề nghị bảo vệ kho."
index_docs "$work/docs" --json
expect_json '[j["added"], [s["reason"] for s in j["skips"]]]' '[0, ["secret"]]'
index_docs "$work/docs" --json
expect_json '[j["added"], [s["reason"] for s in j["skips"]]]' '[0, ["secret"]]'
index_docs --allow-secret "$work/docs" --json
expect_json 'j["added"]' 1
rm "$work/docs/mat.txt"
index_docs --delete-missing "$work/docs" --json
expect_json '[j["deleted"], j["documents"]]' "[1, 5]"

# A file that is being copied waits; so does one that was written to within --settle.
document moi.txt "Văn bản mới" "" "Mới viết xong."
index_docs --settle 3600 "$work/docs" --json
expect_exit 0
expect_json '[j["added"], [s["reason"] for s in j["skips"]]]' '[0, ["being_written"]]'
(while printf 'thêm một dòng\n' >>"$work/docs/moi.txt"; do sleep 0.02; done 2>/dev/null) &
copying=$!
sleep 0.2
index_docs "$work/docs"
kill "$copying"
expect_exit 0
expect_stdout_has "docs/moi.txt: tệp đang được ghi hoặc sao chép, để lần chạy sau"
index_docs "$work/docs" --json
expect_json 'j["added"]' 1

# Two files with one id: the one whose name comes later, whichever is read; without it the other.
rm -r "$work/docs" "$work/idx"
document 1.jsonl '{"id": "x", "body": "tệp thứ nhất"}'
document 2.jsonl '{"id": "x", "body": "tệp thứ hai"}'
index_docs "$work/docs"
check "the later one" test "$(total '"thứ hai"')" = 1
document 1.jsonl '{"id": "x", "body": "tệp thứ nhất đã sửa"}'
for _ in 1 2; do
  index_docs "$work/docs"
  expect_exit 0
  check "the later one, though the first one changed" test "$(total '"thứ hai"')" = 1
done
rm "$work/docs/2.jsonl"
index_docs --delete-missing "$work/docs"
check "the first one is back" test "$(total '"đã sửa"')" = 1

# A source that vanished is not "all deleted".
rm -r "$work/docs" "$work/idx"
for ((i = 1; i <= 20; i++)); do document "v/$i.txt" "Văn bản số $i" "" "Nội dung."; done
document k.txt "Văn bản khác" "" "Nội dung."
index_docs "$work/docs/v" "$work/docs/k.txt"
rm "$work"/docs/v/*
index_docs --delete-missing "$work/docs/v" "$work/docs/k.txt"
expect_exit 3
expect_stdout_has "$work/docs/v: 20/20 văn bản không còn nữa, quá nhiều nên không xóa"
expect_stdout_has "xóa 0,"
check "nothing was deleted" test "$(total)" = 21
index_docs --delete-missing --max-delete 100 "$work/docs/v" "$work/docs/k.txt" --json
expect_exit 0
expect_json '[j["deleted"], j["documents"]]' "[20, 1]"

finish
