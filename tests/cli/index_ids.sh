#!/usr/bin/env bash
# Where ids come from, two documents with one id, and compressed input.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

everything() {
  search --json --limit 100
  ids | tr ' ' '\n' | sort | tr '\n' ' '
}

document a.txt "Văn bản thường" "" "Nội dung."
document b.html '<html><head><meta name="id" content="trang-b"><title>Trang</title></head><body><p>Nội dung trang.</p></body></html>'
document c.md '---' 'id: ghi-chu-c' '---' '# Ghi chú' '' 'Nội dung ghi chú.'
document d.jsonl '{"id": "ban-ghi-1", "body": "Bản ghi một."}' '' '{"_id": "ban-ghi-2", "text": "Bản ghi hai."}'
document e.json '[{"id": "muc-1", "body": "Mục một."}, {"id": "muc-2", "body": "Mục hai."}]'

index_docs "$work/docs"
expect_exit 0
check "ids by default" \
  test "$(everything)" = "ban-ghi-1 ban-ghi-2 docs/a.txt docs/b.html docs/c.md muc-1 muc-2 "

rm -r "$work/idx"
index_docs --id-from path "$work/docs"
expect_exit 0
check "--id-from path" test "$(everything)" = \
  "docs/a.txt docs/b.html docs/c.md docs/d.jsonl#1 docs/d.jsonl#3 docs/e.json#1 docs/e.json#2 "

rm -r "$work/idx"
index_docs --id-from field "$work/docs"
expect_exit 3
check "--id-from field" \
  test "$(everything)" = "ban-ghi-1 ban-ghi-2 ghi-chu-c muc-1 muc-2 trang-b "
expect_stdout_has "docs/a.txt: thiếu mã văn bản (trường 'id')"

index_docs --id-from tên "$work/docs"
expect_exit 2
expect_stderr_is "tracuu-index: tùy chọn --id-from: giá trị 'tên' không hợp lệ; chấp nhận: path, field"

# Two documents with one id: the later one wins, and it is said.
rm -r "$work/idx" "$work/docs"
document 1.jsonl '{"id": "x", "title": "Bản cũ", "body": "Nội dung cũ."}' \
  '{"id": "x", "title": "Bản mới", "body": "Nội dung mới."}'
document 2.jsonl '{"id": "y", "body": "Văn bản khác."}'
index_docs "$work/docs"
expect_exit 0
expect_stdout_has "docs/1.jsonl, dòng 2: mã 'x' đã gặp trước đó; giữ văn bản đọc sau"
expect_stdout_has "chỉ mục có 2 văn bản."
search --show x
expect_stdout_has "Nội dung mới."
expect_stdout_lacks "Nội dung cũ."
run "$INDEX" --index "$work/en" "$work/docs" --lang en
expect_stdout_has "docs/1.jsonl, line 2: the id 'x' came before; the later document was kept"
expect_stdout_has "2 documents in the index."
search --show x
expect_stdout_has "Nội dung mới."
run "$INDEX" --index "$work/en" --rebuild "$work/docs" --json
expect_json '[[n["kind"], n["path"], n["line"], n["detail"]] for n in j["notices"]]' \
  '[["duplicate_id", "docs/1.jsonl", 2, "x"]]'

# In another file, in a later run and by order of names.
document 3.jsonl '{"id": "y", "body": "Văn bản khác, bản sau."}'
index_docs "$work/docs"
expect_stdout_has "docs/3.jsonl, dòng 1: mã 'y' đã gặp trước đó"
search --show y
expect_stdout_has "bản sau"

# Compressed files, also as one document.
rm -r "$work/idx" "$work/docs"
document a.jsonl '{"id": "gz", "body": "Nén bằng gzip."}'
gzip "$work/docs/a.jsonl"
document van-ban.txt "Văn bản nén" "" "Nén bằng gzip."
gzip "$work/docs/van-ban.txt"
expected="docs/van-ban.txt.gz gz "
if command -v xz >/dev/null; then
  document b.jsonl '{"id": "xz", "body": "Nén bằng xz."}'
  xz "$work/docs/b.jsonl"
  expected+="xz "
else
  skip ".xz: the program xz is missing"
fi
if command -v zstd >/dev/null; then
  document c.jsonl '{"id": "zst", "body": "Nén bằng zstd."}'
  zstd -q --rm "$work/docs/c.jsonl"
  expected+="zst "
else
  skip ".zst: the program zstd is missing"
fi
index_docs "$work/docs"
expect_exit 0
check "what is packed is found" test "$(everything)" = "$expected"

# A file that was cut short: counted, named, and the rest is there.
document d.jsonl '{"id": "cut", "body": "Bị cắt."}'
head -c 100000 /dev/urandom | od -An -tx1 | sed 's/.*/{"id": "&", "body": "số"}/' >>"$work/docs/d.jsonl"
gzip "$work/docs/d.jsonl"
truncate -s 100000 "$work/docs/d.jsonl.gz"
index_docs "$work/docs" --lang en
expect_exit 3
expect_stdout_has "the compressed data is corrupt or cut short"
expect_stderr_has "warning skipped: docs/d.jsonl.gz"
search --show cut
expect_exit 0

printf 'không phải gzip' >"$work/docs/e.txt.gz"
index_docs "$work/docs" --json
expect_exit 3
expect_json 'sorted(s["reason"] for s in j["skips"])' '["corrupt", "corrupt"]'

finish
