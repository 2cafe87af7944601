#!/usr/bin/env bash
# --delete-missing: only below the given paths, never what merely failed to read; and --dry-run.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

everything() {
  search --json --limit 100
  ids | tr ' ' '\n' | sort | tr '\n' ' '
}

document a/mot.txt "Văn bản số một" "" "Nội dung thứ nhất."
document a/hai.txt "Văn bản số hai" "" "Nội dung thứ hai."
document a/tin.jsonl '{"id": "tin-1", "body": "Tin thứ nhất."}' '{"id": "tin-2", "body": "Tin thứ hai."}'
document ab/ba.txt "Văn bản số ba" "" "Nội dung thứ ba."

# A dry run on no index makes none.
index_docs --dry-run "$work/docs/a" "$work/docs/ab"
expect_exit 0
expect_stdout_has "Chạy thử, không ghi gì."
expect_stdout_has "Thêm 5, thay 0, giữ nguyên 0, xóa 0, bỏ qua 0; chỉ mục có 0 văn bản."
check "a dry run makes no index" test ! -e "$work/idx"

index_docs "$work/docs/a" "$work/docs/ab"
expect_stdout_has "Thêm 5"

rm "$work/docs/a/hai.txt" "$work/docs/ab/ba.txt"
document a/tin.jsonl '{"id": "tin-2", "body": "Tin thứ hai."}'
document a/mot.txt "Văn bản số một" "" "Nội dung thứ nhất đã sửa."
document a/moi.txt "Văn bản mới" "" "Nội dung mới."

# Without the option nothing is deleted.
index_docs --dry-run "$work/docs/a"
expect_exit 0
expect_stdout_has "Thêm 1, thay 1, giữ nguyên 1, xóa 0, bỏ qua 0; chỉ mục có 5 văn bản."

# A dry run says what would be done and leaves every byte.
before=$(checksum "$work/idx")
index_docs --delete-missing --dry-run "$work/docs/a" --json
expect_exit 0
expect_json '[j["added"], j["replaced"], j["unchanged"], j["deleted"], j["dry_run"]]' "[1, 1, 1, 2, true]"
check "a dry run changes no byte" test "$(checksum "$work/idx")" = "$before"
index_docs --dry-run --lang en "$work/docs/a"
expect_stdout_has "Dry run, nothing was written."

# Only below the path given: docs/ab is another folder, though its name begins the same.
index_docs --delete-missing "$work/docs/a" --json
expect_exit 0
expect_json '[j["added"], j["replaced"], j["deleted"], j["documents"]]' "[1, 1, 2, 4]"
check "what lies elsewhere stays" \
  test "$(everything)" = "a/moi.txt a/mot.txt ab/ba.txt tin-2 "

# A folder that is gone altogether: its parent is named.
rmdir "$work/docs/ab"
document b/khac.txt "Văn bản khác" "" "Nội dung khác."
index_docs --delete-missing "$work/docs/ab" "$work/docs/b"
expect_exit 2
expect_stderr_has "không có tệp hay thư mục này"
check "a mistyped path deletes nothing" \
  test "$(everything)" = "a/moi.txt a/mot.txt ab/ba.txt tin-2 "

# A file that is there and failed to read keeps its documents: here the JSON broke.
document a/tin.jsonl '{"id": "tin-2", "body": "Tin thứ ha'
printf 'a\0\1\2b' >"$work/docs/a/mot.txt"
index_docs --delete-missing "$work/docs/a" --json
expect_exit 3
expect_json '[j["deleted"], j["failures"], j["documents"]]' "[0, 2, 4]"
check "documents of files that failed stay" \
  test "$(everything)" = "a/moi.txt a/mot.txt ab/ba.txt tin-2 "

# The same for one record of a file whose other records were read.
document a/tin.jsonl '{"id": "tin-3", "body": "Tin thứ ba."}' '{"id": "tin-2", "body": 7}'
index_docs --delete-missing "$work/docs/a/tin.jsonl" --json
expect_exit 3
expect_json '[j["added"], j["deleted"], j["failures"]]' "[1, 0, 1]"

# An empty file was read: what it held before is gone.
: >"$work/docs/a/moi.txt"
index_docs --delete-missing "$work/docs/a/moi.txt" --json
expect_exit 0
expect_json '[j["deleted"], [s["reason"] for s in j["skips"]]]' '[1, ["empty"]]'

# A folder that is reached by a link: its documents are below the path as it was given.
document thuc/x.txt "Văn bản thực" "" "Nội dung."
document thuc/y.txt "Văn bản ảo" "" "Nội dung."
ln -s thuc "$work/docs/lien-ket"
index_docs "$work/docs/lien-ket"
rm "$work/docs/thuc/y.txt"
index_docs --delete-missing "$work/docs/lien-ket/"
expect_exit 0
expect_stdout_has "giữ nguyên 1, xóa 1,"

# A folder that cannot be entered was not read either: what lies below it is kept.
if [[ $(id -u) != 0 ]]; then
  mkdir -p "$work/docs/c/kin"
  document c/kin/x.txt "Văn bản kín" "" "Nội dung kín."
  index_docs "$work/docs/c"
  chmod 0 "$work/docs/c/kin"
  index_docs --delete-missing "$work/docs/c" --json
  expect_exit 3
  expect_json 'j["deleted"]' 0
  chmod 755 "$work/docs/c/kin"
elif command -v setpriv >/dev/null && id nobody >/dev/null 2>&1; then
  document c/kin/x.txt "Văn bản kín" "" "Nội dung kín."
  chmod 755 "$work" "$work/docs"
  mkdir "$work/nobody"
  as_nobody=(setpriv --reuid nobody --regid "$(id -g nobody)" --clear-groups)
  cp "$INDEX" "$work/tracuu-index" # the build folder may be closed to others
  chown nobody "$work/nobody"
  run "${as_nobody[@]}" "$work/tracuu-index" --index "$work/nobody/idx" "$work/docs/c"
  expect_stdout_has "Thêm 1"
  chmod 0 "$work/docs/c/kin"
  run "${as_nobody[@]}" "$work/tracuu-index" --index "$work/nobody/idx" --delete-missing "$work/docs/c" --json
  expect_exit 3
  expect_json '[j["deleted"], j["documents"], [s["reason"] for s in j["skips"]]]' '[0, 1, ["unreadable"]]'
  run "${as_nobody[@]}" "$work/tracuu-index" --index "$work/nobody/idx" "$work/docs/c"
  expect_stdout_has "c/kin: không đọc được: Permission denied"
  chmod 755 "$work/docs/c/kin"
  chmod 0 "$work/docs/c/kin/x.txt"
  run "${as_nobody[@]}" "$work/tracuu-index" --index "$work/nobody/idx" --delete-missing "$work/docs/c"
  expect_exit 3
  expect_stdout_has "c/kin/x.txt: không đọc được: Permission denied"
  expect_stdout_has "xóa 0"
  expect_stderr_has "warning skipped: c/kin/x.txt: cannot read: Permission denied"
else
  skip "unreadable folder: running as root, and setpriv or the user nobody is missing"
fi

finish
