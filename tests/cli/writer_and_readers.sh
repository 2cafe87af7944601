#!/usr/bin/env bash
# While one program writes, others search without a failure, and a second writer is told to wait.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

python3 - "$work" <<'PY'
import os, sys
os.makedirs(os.path.join(sys.argv[1], "docs"))
for version in ("một", "hai"):
    with open(os.path.join(sys.argv[1], version + ".jsonl"), "w", encoding="utf-8") as out:
        for i in range(1300):
            words = " ".join(f"từ{(i * 7919 + k * 104729) % 5003}" for k in range(60))
            print('{"id": "n%d", "title": "Văn bản %s", "body": "chung %s"}' % (i, version, words), file=out)
PY
cp "$work/một.jsonl" "$work/docs/v.jsonl"
index_docs "$work/docs"
expect_exit 0

# writing: whether the writer started by `write` is still at work.
write() {
  "$INDEX" --index "$work/idx" "$work/docs" >"$work/writer.txt" 2>&1 &
  writer=$!
}
writing() { kill -0 "$writer" 2>/dev/null; }

cp "$work/hai.jsonl" "$work/docs/v.jsonl"
write
searches=0
refused=0
while writing; do
  search --json --limit 3 --facets year,path "văn bản" chung
  expect_exit 0
  expect_json '[j["total"], len(j["results"]), j["facets"]["path"][0]["count"]]' "[1300, 3, 1300]"
  searches=$((searches + 1))
  # The writer may just be done: then a second one is no rival.
  index_docs --quiet "$work/docs"
  if ((status == 2)); then
    expect_stderr_has "một chương trình khác đang ghi; hãy đợi rồi chạy lại"
    refused=$((refused + 1))
  fi
done
status=0
wait "$writer" || status=$?
out=$(cat "$work/writer.txt")
expect_exit 0
expect_stdout_has "thay 1300,"
check "something was searched meanwhile" test "$searches" -gt 0
check "a second writer was refused" test "$refused" -gt 0
search --json '"Văn bản hai"'
expect_json 'j["total"]' 1300

finish
