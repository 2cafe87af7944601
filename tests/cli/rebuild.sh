#!/usr/bin/env bash
# A rebuild beside the index in use: readers go on, what was is kept, a great loss is refused.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

for ((i = 1; i <= 12; i++)); do document "$i.txt" "Văn bản số $i" "" "Nội dung thứ $i."; done
index_docs "$work/docs"
expect_stdout_has "chỉ mục có 12 văn bản."
document 1.txt "Văn bản số 1" "" "Nội dung đã sửa."
rm "$work/docs/2.txt"

index_docs --rebuild "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 11, thay 0, giữ nguyên 0, xóa 0, bỏ qua 0; chỉ mục có 11 văn bản."
search --json sửa
expect_json 'j["total"]' 1
check "the earlier one is kept" test "$(cat "$work/idx/current")" = "gen-0002
gen-0001"

# The share is not mounted: its folder is there and empty.
mkdir "$work/empty"
generations() { find "$work/idx" -mindepth 1 -maxdepth 1 | sort; }
before=$(generations)
index_docs --rebuild "$work/empty"
expect_exit 2
expect_stderr_has "11 trong 11 văn bản không còn nữa, quá 50 %; nếu chúng đúng là đã bị xóa, hãy chạy lại với --max-delete 100"
index_docs --rebuild "$work/empty" --lang en --max-delete 99
expect_stderr_has "11 of 11 documents are gone, more than 99 %"
search --json
expect_json 'j["total"]' 11
index_docs "$work/docs"
check "what is left of the refused ones goes, the index stays" test "$(generations)" = "$before"

# More are kept when asked for, or none.
for ((i = 3; i <= 5; i++)); do index_docs --rebuild --keep 3 "$work/docs"; done
check "three are kept" test "$(wc -l <"$work/idx/current")" = 4
index_docs --rebuild --keep 0 "$work/docs"
index_docs "$work/docs"
check "none is kept" test "$(find "$work/idx" -maxdepth 1 -name 'gen-*' | wc -l)" = 1

# Whoever is told to wait, waits; whoever is not, is turned away.
hold_lock
index_docs "$work/docs"
expect_exit 2
expect_stderr_has "một chương trình khác đang ghi"
(sleep 0.5 && release_lock) &
index_docs --wait 60 "$work/docs"
expect_exit 0
wait

for bad in "--keep 17" "--keep -1" "--max-delete 101" "--wait nhiều"; do
  # shellcheck disable=SC2086  # option and value
  index_docs $bad "$work/docs"
  expect_exit 2
  expect_stderr_has "không hợp lệ"
done

finish
