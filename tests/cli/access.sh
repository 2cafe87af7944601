#!/usr/bin/env bash
# Who may see what, as an office sets it: options, files in folders, rules that change, and why.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document vb/1.txt "Quyết định về một cửa"
document vb/noi-bo/2.txt "Quyết định kỷ luật cán bộ"
document vb/noi-bo/bao-chi/3.txt "Thông cáo báo chí về một cửa"
printf '# của phòng\nnoi-vu\n' >"$work/docs/vb/noi-bo/.tracuu-access"
printf '*\n' >"$work/docs/vb/noi-bo/bao-chi/.tracuu-access"
(cd "$work" && printf 'Biên bản kỷ luật\n' >bien-ban.txt &&
  python3 -c 'import zipfile; z = zipfile.ZipFile("docs/vb/noi-bo/thu.zip", "w"); z.write("bien-ban.txt")')
printf '%s\n' '{"id":"r1","body":"Quyết định kỷ luật","access":["lanh-dao"]}' \
  '{"id":"r2","body":"Quyết định kỷ luật","access":["a,b"]}' >"$work/docs/vb/records.jsonl"

# Without a word about it everything is for everyone, and .tracuu-access counts.
index_docs "$work/docs/vb"
expect_exit 0
expect_stdout_has "không hiểu ai được xem (access); chỉ người quản trị xem được"
search --json ''
expect_json 'j["total"]' 6
search --json --groups '' ''
expect_json 'sorted(r["id"] for r in j["results"])' '["vb/1.txt", "vb/noi-bo/bao-chi/3.txt"]'
search --json --groups noi-vu 'kỷ luật'
expect_json 'sorted(r["id"] for r in j["results"])' \
  '["vb/noi-bo/2.txt", "vb/noi-bo/thu.zip/bien-ban.txt"]'
search --json --groups lanh-dao,khac 'kỷ luật'
expect_json '[r["id"] for r in j["results"]]' '["r1"]'
search --groups khac 'kỷ luật'
expect_exit 1

# What is hidden is not there by its id either.
search --groups khac --show vb/noi-bo/2.txt
expect_exit 1
expect_stderr_is "không có văn bản nào mang mã 'vb/noi-bo/2.txt' trong chỉ mục"

# Why.
search --groups khac --why-visible vb/noi-bo/2.txt
expect_exit 1
expect_stdout_has "Không xem được: văn bản chỉ cho các nhóm noi-vu; người đọc thuộc nhóm khac."
expect_stdout_has "Do quy tắc của nơi để tệp: $work/docs/vb/noi-bo/2.txt"
search --groups lanh-dao --why-visible r1 --lang en
expect_exit 0
expect_stdout_has "Visible: the document is only for the groups lanh-dao; the reader is in the groups lanh-dao."
search --why-visible r2 --json
expect_json '[j["visible"], j["for"], j["by"], j["reader"]]' '[true, ["!"], "document", ["!"]]'

# A changed rule takes effect without reading: the file is gone, its document is not.
rm "$work/docs/vb/1.txt"
index_docs --access ' Văn thư ' --default-access '!' --update-access "$work/docs/vb"
expect_exit 0
expect_stdout_has "Đổi người được xem của 1 văn bản."
search --groups '' --why-visible vb/1.txt --json
expect_json 'j["for"]' '["Văn thư"]'
printf 'lanh-dao\n' >"$work/docs/vb/noi-bo/.tracuu-access"
index_docs --update-access "$work/docs/vb" --json
expect_json 'j["access_changed"]' 2
search --json --groups noi-vu 'kỷ luật'
expect_json 'j["total"]' 0

# A run that says nothing of it opens nothing; what is new follows the default.
document vb/4.txt "Quyết định mới"
index_docs "$work/docs/vb"
expect_exit 0
search --groups '' --why-visible vb/4.txt --json
expect_json 'j["for"]' '["!"]'

# Names that are none are refused before anything is read.
for names in '*,a' 'a;b' ',' "$(printf 'x%.0s' {1..101})"; do
  index_docs --access "$names" "$work/docs/vb"
  expect_exit 2
  expect_stderr_has "tùy chọn --access"
done
search --groups '"' x
expect_exit 2
finish
