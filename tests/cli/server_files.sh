#!/usr/bin/env bash
# Originals over a real server: whole and in parts, by folders that are named and by who asks; what
# was put in a file's place after it was indexed, and that openings are in the audit log.
#
#   server_files.sh TRACUU_INDEX TRACUU_SEARCH TRACUU_SERVER
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
SERVER=$(readlink -f -- "$3")

document vb/a.txt "Quyết định về một cửa" "" "Nội dung một cửa."
document vb/doi.txt "Quyết định sẽ thành liên kết" "" "Nội dung liên kết."
document vb/mat.txt "Quyết định sẽ bị xóa" "" "Nội dung bị xóa."
document vb/noi-bo/b.txt "Quyết định kỷ luật" "" "Nội dung nội bộ."
document ngoai/c.txt "Công văn ngoài kho" "" "Nội dung ngoài kho."
echo noi-vu >"$work/docs/vb/noi-bo/.tracuu-access"
python3 -c '
import sys, zipfile
with zipfile.ZipFile(sys.argv[1] + "/thu.zip", "w") as packed:
    packed.writestr("kem/d.txt", "Công văn trong tệp nén\n\nNội dung kèm theo.\n")
with open(sys.argv[1] + "/e.html", "w") as page:
    page.write("<title>Trang</title><p>Trang tin một cửa<script>alert(1)</script>")
' "$work/docs/vb"
index_docs --default-access '*' "$work/docs/vb" "$work/docs/ngoai"
expect_exit 0

cat >"$work/conf" <<CONF
file_root = $work/docs/vb
share = $work/docs -> \\\\may-chu\\kho
identity_user_header = X-Remote-User
identity_groups_header = X-Remote-Groups
trusted_proxy = 127.0.0.0/8
audit_log = $work/audit
CONF
serve "$SERVER" --config "$work/conf"

fetch /file/vb%2Fa.txt
expect_stdout_has "status 200"
expect_stdout_has "Content-Type: text/plain; charset=utf-8"
expect_stdout_has "Nội dung một cửa."
fetch /file/vb/a.txt "Range: bytes=0-4"
expect_stdout_has "status 206"
expect_stdout_has "Content-Length: 5"
fetch /file/vb/e.html
expect_stdout_has "Content-Disposition: attachment"
fetch "/document?id=vb/a.txt"
expect_stdout_has '\\may-chu\kho\vb\a.txt'
fetch /file/ngoai/c.txt
expect_stdout_has "status 404"
expect_stdout_has "không mở được từ trang này"
fetch /file/vb/thu.zip/kem/d.txt
expect_stdout_has "status 404"
expect_stdout_has "nằm trong một tệp chứa nhiều văn bản"

fetch /file/vb/noi-bo/b.txt
expect_stdout_has "status 404"
expect_stdout_lacks "Nội dung nội bộ."
expect_stdout_lacks "nội dung đã lưu"
fetch /file/vb/noi-bo/b.txt 'X-Remote-User: an' 'X-Remote-Groups: noi-vu'
expect_stdout_has "Nội dung nội bộ."

# A link in the place of a file hands out nothing that its reader may not see.
ln -sf noi-bo/b.txt "$work/docs/vb/doi.txt"
fetch /file/vb/doi.txt
expect_stdout_has "status 404"
expect_stdout_lacks "Nội dung nội bộ."
rm "$work/docs/vb/mat.txt"
fetch /file/vb/mat.txt
expect_stdout_has "status 404"
expect_stdout_has "Tệp gốc không còn ở chỗ cũ"
for path in ../../../../etc/passwd %2e%2e/%2e%2e/etc/passwd /etc/passwd vb/%2e%2e/ngoai/c.txt \
  vb/../vb/a.txt vb%5Ca.txt; do
  fetch "/file/$path"
  check "$path is not there" has "$out" "status 404"
  expect_stdout_lacks "root:"
done

kill -TERM "$server"
wait "$server"
check "the opening is in the audit log" \
  grep -q '"who":"an".*"path":"/file/vb/noi-bo/b.txt".*"status":200' "$work"/audit/*.jsonl
refuse "who said nothing of himself is not in it" grep -q 'vb/a.txt' "$work"/audit/*.jsonl

finish
