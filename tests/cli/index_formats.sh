#!/usr/bin/env bash
# Files of office programs: found, with the page in the result; members of an archive are documents;
# what cannot be read has a reason; without tracuu-extract text is read all the same.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
samples=$(dirname "$(readlink -f "$0")")/../data/formats

mkdir -p "$work/docs"
cp "$samples"/cong-van.* "$samples"/bang.* "$samples"/trinh-chieu.* "$work/docs"
index_docs "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 11,"
expect_quiet

# A slide is a page.
search 'rà soát đường truyền máy chiếu' --no-collapse --limit 20
expect_exit 0
expect_stdout_has "(trang 2)"
search 'rà soát đường truyền máy chiếu' --no-collapse --limit 20 --json
expect_json '[r["passage"]["page"] for r in j["results"] if r["id"] == "docs/trinh-chieu.pptx"]' '[2]'
expect_json '[r["passage"].get("page") for r in j["results"] if r["id"] == "docs/cong-van.docx"]' '[null]'

# What the text says about itself is read from every format.
for ending in doc docx odt pdf rtf; do
  search --show "docs/cong-van.$ending" --json
  expect_json '[j["document"]["number"], j["document"]["date"]]' '["215/SKHCN-VP", "2022-04-07"]'
done

# Members of an archive; a changed one is replaced, a missing one goes.
mkdir "$work/thu"
printf 'Kế hoạch tuần\n\nHọp giao ban đầu tuần.\n' >"$work/thu/ke-hoach.txt"
cp "$samples/bang.xlsx" "$work/thu"
tar -C "$work" -czf "$work/docs/thu.tar.gz" thu
index_docs --delete-missing "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 2, thay 0, giữ nguyên 11,"
search --show docs/thu.tar.gz/thu/ke-hoach.txt
expect_stdout_has "Họp giao ban đầu tuần."
rm "$work/thu/bang.xlsx"
printf 'Họp cuối tuần.\n' >>"$work/thu/ke-hoach.txt"
tar -C "$work" -czf "$work/docs/thu.tar.gz" thu
index_docs --delete-missing "$work/docs"
expect_stdout_has "Thêm 0, thay 1, giữ nguyên 11, xóa 1,"
rm "$work/docs/thu.tar.gz"

# Broken files and types that are none of ours.
head -c 3000 "$samples/cong-van.docx" >"$work/docs/cut.docx"
printf '%%PDF-1.4\nhỏng' >"$work/docs/hong.pdf"
printf 'body { color: red }\n' >"$work/docs/a.css"
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "docs/hong.pdf: tệp bị hỏng hoặc không đúng định dạng"
expect_stdout_has "docs/a.css: loại tệp '.css' chưa được hỗ trợ (1 tệp)"
rm "$work/docs/cut.docx" "$work/docs/hong.pdf" "$work/docs/a.css"

# Without the reader beside the program.
mkdir "$work/alone"
cp "$INDEX" "$work/alone/tracuu-index"
printf 'Công văn\n\nNội dung.\n' >"$work/docs/a.txt"
run "$work/alone/tracuu-index" --index "$work/idx2" "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 1,"
expect_stdout_has "loại tệp '.docx' chưa được hỗ trợ (1 tệp)"
expect_stderr_has "tracuu-extract cannot be run: only text files are read"

finish
