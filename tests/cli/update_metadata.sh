#!/usr/bin/env bash
# --update-metadata: fields change, files are not read, and what cannot be done is said by line.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document a.txt "Quyết định về đầu tư" "" "Nội dung thứ nhất."
document b.txt "Thông báo nghỉ lễ" "" "Nội dung thứ hai."
touch -d '2020-02-03' "$work"/docs/*
index_docs "$work/docs"
mv "$work/docs" "$work/cat-di" # no file is read
cat >"$work/sua.jsonl" <<'JSON'
{"id": "docs/a.txt", "agency": "Ủy ban nhân dân tỉnh Sông Lam", "date": "03/6/2020", "keywords": ["đầu tư công"], "status": "Hết hiệu lực"}

{"id": "docs/b.txt", "title": "Thông báo nghỉ Tết"}
{"id": "docs/b.txt", "signer": "Nguyễn Văn An"}
{"id": "docs/khong-co.txt", "title": "x"}
{"id": "docs/b.txt", "body": "x"}
{"id": "docs/b.txt", "date": "hôm qua"}
{"title": "x"}
không phải JSON
JSON
index_docs --update-metadata "$work/sua.jsonl"
expect_exit 3
expect_stdout_has "Đã sửa 3 văn bản, giữ nguyên 0."
expect_stdout_has "dòng 5: không có văn bản nào mang mã 'docs/khong-co.txt'"
expect_stdout_has "dòng 6: không sửa được trường 'body'"
expect_stdout_has "dòng 7: không sửa được trường 'date'"
expect_stdout_has "dòng 8: no id"
expect_stdout_has "dòng 9: "
search --json --no-collapse --agency "UBND tỉnh Sông Lam"
expect_json '[[r["id"], r["date"]] for r in j["results"]]' '[["docs/a.txt", "2020-06-03"]]'
search --json "nghỉ tết"
expect_json '[[r["id"], r["title"]] for r in j["results"]]' '[["docs/b.txt", "Thông báo nghỉ Tết"]]'
search --show docs/b.txt --json
expect_json '[j["document"]["signer"], j["document"]["body"].splitlines()[-1]]' \
  '["Nguyễn Văn An", "Nội dung thứ hai."]'

# Again: nothing to do. null empties a field.
head -n 4 "$work/sua.jsonl" >"$work/lai.jsonl"
index_docs --update-metadata "$work/lai.jsonl" --json
expect_exit 0
expect_json '[j["changed"], j["unchanged"]]' "[0, 3]"
printf '{"id": "docs/b.txt", "signer": null}\n' >"$work/xoa.jsonl"
index_docs --update-metadata "$work/xoa.jsonl"
expect_exit 0
search --show docs/b.txt --json
expect_json 'j["document"].get("signer")' null

# The change stays while the file does, and goes with it.
mv "$work/cat-di" "$work/docs"
index_docs "$work/docs" --json
expect_json '[j["replaced"], j["unchanged"]]' "[0, 2]"
index_docs --retry-failed "$work/docs"
search --json "nghỉ tết"
expect_json 'j["total"]' 1
index_docs --check
expect_exit 0
run "$INDEX" --index "$work/chua-co" --update-metadata "$work/sua.jsonl"
expect_exit 2
index_docs --update-metadata "$work/khong-co.jsonl"
expect_exit 2

finish
