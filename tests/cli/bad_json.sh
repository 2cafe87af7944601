#!/usr/bin/env bash
# JSON with the wrong types, without an id, broken: each record named by its line, the rest indexed.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document r.jsonl \
  '{"id": "tốt-1", "body": "Bản ghi tốt."}' \
  '{"id": 7, "body": "Mã là số."}' \
  '{"id": "x", "body": ["mảng"]}' \
  '{"id": "x", "body": "Từ khóa sai.", "keywords": "một, hai"}' \
  '[1, 2]' \
  '{"body": "Không có mã."}' \
  '{"id": "", "body": "Mã rỗng."}' \
  '{"id": "x", "body": "Chưa đóng' \
  'không phải JSON' \
  '{"id": "x"}' \
  '{"id": "tốt-2", "body": "Bản ghi tốt, ngày sai.", "date": "hôm qua"}' \
  '{"id": "tốt-3", "body": "Bản ghi tốt với null.", "title": null, "khác": {"a": 1}}'
python3 - >>"$work/docs/r.jsonl" <<'PY'
print('{"id": "%s", "body": "Mã dài."}' % ("x" * 241))
print('{"id": "a\\u0007b", "body": "Mã có ký tự điều khiển."}')
print("[" * 100000)
print('{"id": "tốt-4", "body": "%s", "x": %s}' % ("Sâu.", "[" * 5000 + "]" * 5000))
print('{"id": "tốt-5", "body": "Bản ghi cuối."}', end="")
PY
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "docs/r.jsonl, dòng 2: dữ liệu không đúng kiểu: "
expect_stdout_has "docs/r.jsonl, dòng 3: dữ liệu không đúng kiểu: "
expect_stdout_has "docs/r.jsonl, dòng 4: dữ liệu không đúng kiểu: "
expect_stdout_has "docs/r.jsonl, dòng 5: dữ liệu không đúng kiểu: "
expect_stdout_has "docs/r.jsonl, dòng 6: thiếu mã văn bản (trường 'id')"
expect_stdout_has "docs/r.jsonl, dòng 7: thiếu mã văn bản (trường 'id')"
expect_stdout_has "docs/r.jsonl, dòng 8: JSON sai cú pháp: "
expect_stdout_has "docs/r.jsonl, dòng 9: JSON sai cú pháp: "
expect_stdout_has "docs/r.jsonl, dòng 10: không có nội dung chữ nào"
expect_stdout_has "docs/r.jsonl, dòng 11: không hiểu giá trị của trường 'date', để trống"
expect_stdout_has "docs/r.jsonl, dòng 13: mã văn bản dài hơn 240 byte"
expect_stdout_has "docs/r.jsonl, dòng 14: mã văn bản chứa ký tự điều khiển hoặc không phải UTF-8"
expect_stdout_has "docs/r.jsonl, dòng 15: "
expect_stdout_has "docs/r.jsonl, dòng 16: "
expect_stdout_has "Bỏ qua, trường sai kiểu dữ liệu: 4"
expect_stdout_has "Bỏ qua, thiếu mã văn bản: 2"
expect_stdout_has "Thêm 4, thay 0, giữ nguyên 0, xóa 0, bỏ qua 13; chỉ mục có 4 văn bản."
cp "$work/.out" "$work/vi.txt"
for id in tốt-1 tốt-2 tốt-3 tốt-5; do
  search --show "$id"
  expect_exit 0
done

index_docs --rebuild "$work/docs" --lang en
expect_exit 3
expect_stdout_has "docs/r.jsonl, line 2: data of the wrong type: "
expect_stdout_has "docs/r.jsonl, line 6: the document has no id (field 'id')"
expect_stdout_has "docs/r.jsonl, line 8: malformed JSON: "
expect_stdout_has "docs/r.jsonl, line 11: the value of 'date' was not understood and left empty"
expect_stdout_has "docs/r.jsonl, line 13: the document's id is longer than 240 bytes"
expect_stdout_has "Added 4"
refuse "no English cause in the Vietnamese report" \
  grep -qE 'parse|expected|unexpected|invalid|needed' "$work/vi.txt"
index_docs "$work/docs" --json
expect_exit 3
expect_json '{s["line"]: s["reason"] for s in j["skips"] if s["line"] < 15}' \
  '{"2": "wrong_type", "3": "wrong_type", "4": "wrong_type", "5": "wrong_type", "6": "missing_id", "7": "missing_id", "8": "malformed_json", "9": "malformed_json", "10": "no_text", "13": "id_too_long", "14": "bad_id"}'

# A whole .json file.
rm -r "$work/docs"
document a.json '{"id": "a", "title": "Một đối tượng", "body": "Nội dung."}'
document b.json '[{"id": "b", "body": "Trong mảng."}, 5, {"id": "c", "body": "Cũng trong mảng."}]'
document c.json '{"id": "d", "body": "Chưa hết'
document d.json 'null'
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "Thêm 3,"
expect_stdout_has "docs/b.json"
expect_stdout_has "docs/c.json"
expect_stdout_has "docs/d.json"
expect_stdout_has "bỏ qua 3;"

# JSON Lines in UTF-16 cannot be told from binary by luck: it has its own sentence.
printf '{"id": "u", "body": "x"}\n' | iconv -t UTF-16 >"$work/docs/u.jsonl"
index_docs "$work/docs/u.jsonl"
expect_exit 3
expect_stdout_has "u.jsonl: JSON Lines phải ở dạng UTF-8, tệp này là UTF-16; hãy chuyển mã rồi chạy lại"

finish
