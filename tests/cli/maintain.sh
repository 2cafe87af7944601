#!/usr/bin/env bash
# Keeping an index: --stats, --check, --repair, --compact, --rollback, --backup and --restore.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

for ((i = 1; i <= 30; i++)); do document "$i.txt" "Văn bản số $i" "" "Nội dung thứ $i."; done
index_docs "$work/docs"
index_docs --json --stats
expect_exit 0
expect_json '[j["generation"], j["documents"], j["bytes"] > 10000, "postlist" in j["bytes_by_table"], j["kept"]]' \
  '["gen-0001", 30, true, true, []]'
expect_json '[j["files"], j["failed_files"]]' "[30, 0]"
index_docs --check
expect_exit 0
expect_stdout_has "Chỉ mục lành lặn: gen-0001, 30 văn bản."

index_docs --backup "$work/idx.tar.zst"
expect_exit 0
expect_stdout_has "Đã sao lưu 30 văn bản vào $work/idx.tar.zst"
index_docs --backup "$work/no/such/folder/idx.tar.zst"
expect_exit 2
check "others may not read a backup" test "$(stat -c %a "$work/idx.tar.zst")" = 600

index_docs --compact
expect_exit 0
expect_stdout_has "Đã nén chỉ mục:"
index_docs --rollback
expect_exit 2
expect_stderr_has "không có chỉ mục cũ nào được giữ"

document 31.txt "Văn bản số 31" "" "Nội dung thứ 31."
index_docs --rebuild "$work/docs"
index_docs --rollback
expect_exit 0
expect_stdout_has "Đã quay lại gen-0002, có 30 văn bản."
search --json
expect_json 'j["total"]' 30
index_docs --rollback --json
expect_json '[j["generation"], j["documents"]]' '["gen-0003", 31]'

# What Xapian's own tool would find as well, and the way out. Block 2 is the root, without which
# nothing opens.
dd if=/dev/urandom of="$work/idx/gen-0003/postlist.glass" bs=8192 seek=1 count=1 conv=notrunc 2>/dev/null
dd if=/dev/urandom of="$work/idx/gen-0003/postlist.glass" bs=8192 seek=3 count=1 conv=notrunc 2>/dev/null
index_docs --check --lang en
expect_exit 2
expect_stdout_has "The index is damaged: gen-0003"
index_docs --repair
expect_exit 0
expect_stdout_has "Đã lập lại chỉ mục từ văn bản lưu trong đó: 31 văn bản."
index_docs --check
expect_exit 0
search --json '"thứ 31"'
expect_json 'j["total"]' 1

run "$INDEX" --index "$work/moi" --restore "$work/idx.tar.zst"
expect_exit 0
expect_stdout_has "Đã khôi phục 30 văn bản từ $work/idx.tar.zst"
run "$SEARCH" --index "$work/moi" --json
expect_json 'j["total"]' 30
head -c -1000 "$work/idx.tar.zst" >"$work/cut.tar.zst"
run "$INDEX" --index "$work/moi" --restore "$work/cut.tar.zst"
expect_exit 2
expect_stderr_has "đọc bản sao lưu '$work/cut.tar.zst': "
run "$INDEX" --index "$work/moi" --restore "$work/khong-co"
expect_exit 2
expect_stderr_has "không có tệp hay thư mục này"

index_docs --check --repair
expect_exit 2
expect_stderr_has "chỉ một việc mỗi lần chạy"
run "$INDEX" --index "$work/chua-co" --check
expect_exit 2
check "a check makes no index" test ! -e "$work/chua-co"

# While another program writes: searching goes on, these wait or are turned away.
hold_lock
for action in --check --repair --compact --rollback "--backup $work/b.tar.zst" "--restore $work/idx.tar.zst"; do
  # shellcheck disable=SC2086  # option and value
  index_docs $action
  expect_exit 2
  expect_stderr_has "một chương trình khác đang ghi"
done
(sleep 0.5 && release_lock) &
index_docs --wait 60 --check
expect_exit 0
wait

finish
