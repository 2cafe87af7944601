#!/usr/bin/env bash
# Escape, control and bidi-override characters in titles, bodies, fields and file names never
# reach a terminal, a log or a pipe raw: not from tracuu-index, not from tracuu-search.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

# harmless: neither stream of the last run holds an unsafe character; both are UTF-8.
harmless() {
  check "harmless output of: ${last_command##*/}" python3 - "$work/.out" "$work/.err" <<'PY'
import sys
for path in sys.argv[1:]:
    text = open(path, "rb").read().decode("utf-8")
    for at, c in enumerate(text):
        o = ord(c)
        if (o < 32 and c not in "\n\t") or 0x7F <= o < 0xA0 or 0x202A <= o <= 0x202E \
                or 0x2066 <= o <= 0x2069 or o in (0x2028, 0x2029):
            sys.exit(f"{path}: U+{o:04X} at {at}: {text[max(0, at - 30):at + 30]!r}")
PY
}

mkdir -p "$work/docs"
python3 - "$work/docs" <<'PY'
import json, os, sys
folder = sys.argv[1]
evil = "\x1b]0;chiếm\x07 \x1b[31mđỏ\x1b[0m \x08\x7f\x9b31m \u202egpj.exe\u202c \u2066ẩn\u2069 \r"
with open(os.path.join(folder, "a.txt"), "w", encoding="utf-8", newline="") as f:
    f.write(f"Quyết định {evil} thử\n\nĐiều 1. Nội dung {evil} văn bản nguy hiểm.\n" + "Điều thường.\n" * 60)
with open(os.path.join(folder, "b.html"), "w", encoding="utf-8", newline="") as f:
    f.write(f"<html><head><title>Trang {evil}</title></head><body><p>Nội dung trang &#27;[31m &#x202e; "
            f"{evil} nguy hiểm.</p></body></html>")
with open(os.path.join(folder, "c.jsonl"), "w", encoding="utf-8") as f:
    record = {"id": "m\u202ex", "body": f"Bản ghi {evil} nguy hiểm. \0 hết"}
    for field in ("title", "type", "number", "agency", "signer", "status", "source", "url", "author"):
        record[field] = f"Nguy hiểm {evil} {field}"
    record["keywords"] = [f"nguy hiểm {evil}"]
    print(json.dumps(record, ensure_ascii=True), file=f)
    print(json.dumps({"id": "x" + evil, "body": "Mã nguy hiểm."}), file=f)
    print(json.dumps({"id": "y", "body": "Ngày.", "date": evil}), file=f)
    print('{"id": "z", "body": "x", "\x1b]0;k\x07', file=f)
    print(json.dumps({"id": "y", "body": "Trùng mã."}), file=f)
for name in (f"d\x1b]0;x\x07\u202ee.txt", "e\x1b[2J.weird\x1b[0m", "g\x1b[2J.bin.txt", "h\rx.md"):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
        f.write("\0\1" if "bin" in name else "Văn bản có tên lạ\n\nNội dung nguy hiểm.\n")
os.mkdir(os.path.join(folder, "f\x1b[31m"))
with open(os.path.join(folder, "f\x1b[31m", "i.txt"), "w", encoding="utf-8") as f:
    f.write("Văn bản trong thư mục lạ\n\nNội dung nguy hiểm.\n")
PY

for language in vi en; do
  index_docs "$work/docs" --lang $language
  expect_exit 3
  harmless
  expect_stderr_has "warning skipped: "
done
index_docs "$work/docs" --json
harmless
check "the report is JSON" test "$(json 'j["version"]')" = 1
index_docs "$work/docs"/d*.txt "$work/docs"/e*
harmless
index_docs $'/kh\e[31mông/c\xe2\x80\xaeó'
expect_exit 2
harmless

search nguy hiểm --limit 100 --facets agency,type,year,month,path
expect_exit 0
harmless
search nguy hiểm --limit 100 --facets agency,type,year,month,path --json
expect_exit 0
harmless
check "the answer is JSON" test "$(json 'j["total"] >= 3')" = "true"
refuse "no raw escape in any string's markup" grep -q '<script' "$work/.out"
json '"\n".join(r["id"] for r in j["results"])' >"$work/ids.txt"
count=0
while IFS= read -r id; do
  count=$((count + 1))
  run "$SEARCH" --index "$work/idx" --show "$id"
  expect_exit 0
  harmless
  run "$SEARCH" --index "$work/idx" --show "$id" --json
  expect_exit 0
  harmless
done <"$work/ids.txt"
check "several documents were shown" test "$count" -ge 3

search --show $'kh\e]0;x\aông\xe2\x80\xae'
expect_exit 1
harmless
search --show $'kh\e]0;x\aông\xe2\x80\xae' --json
harmless
search $'chữ\e]0;x\a lạ\xe2\x80\xae nguy hiểm'
harmless
search $'từkhôngcó\xe2\x80\xaeai'
harmless
search --filter $'m\e[31màu=x' nguy hiểm
expect_exit 2
harmless
search --type $'m\e[31màu' nguy hiểm --json
harmless
search --from $'\e[31m' nguy hiểm
expect_exit 2
harmless
run "$SEARCH" --index $'/kh\e[31mông\xe2\x80\xae' nguy hiểm
expect_exit 2
harmless
run "$SEARCH" $'--la\e[31m' x
expect_exit 2
harmless
run "$SEARCH" --lang $'\e[31m' x
harmless
printf '{"_id": "q", "text": "x", \033]0;\007' >"$work/q.jsonl"
search --queries "$work/q.jsonl" --run "$work/run"
expect_exit 2
harmless

finish
