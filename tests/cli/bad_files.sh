#!/usr/bin/env bash
# Bad files: each counted and named, none ends the run, exit status 3 where content was lost.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

# Paths that are not there: nothing is done at all.
document tot.txt "Văn bản tốt" "" "Nội dung tốt."
index_docs "$work/docs" "$work/không-có"
expect_exit 2
expect_stderr_is "tracuu-index: đọc '$work/không-có': không có tệp hay thư mục này"
check "nothing is made before all paths are known" test ! -e "$work/idx"
index_docs "$work/không-có" --lang en
expect_stderr_is "tracuu-index: read '$work/không-có': no such file or folder"
index_docs "$work/docs/tot.txt/duoi"
expect_exit 2
expect_stderr_has "không có tệp hay thư mục này"

# An empty file, blanks only, a text without letters: no failure.
: >"$work/docs/rong.txt"
printf ' \n\n\t\n' >"$work/docs/trang.txt"
: >"$work/docs/rong.jsonl"
: >"$work/docs/rong.json"
printf '<html><body></body></html>' >"$work/docs/rong.html"
index_docs "$work/docs"
expect_exit 0
expect_stdout_has "Bỏ qua, tệp rỗng: 3"
expect_stdout_has "docs/rong.txt: tệp rỗng"
expect_stdout_has "docs/trang.txt: không có nội dung chữ nào"
expect_stdout_has "Thêm 1, thay 0, giữ nguyên 0, xóa 0, bỏ qua 5;"
expect_quiet
index_docs "$work/docs" --lang en
expect_stdout_has "Skipped, empty file: 3"
expect_stdout_has "docs/rong.txt: the file is empty"
expect_stdout_has "docs/trang.txt: there is no text in it"

# Binary under .txt, in several kinds; a picture under its own name is none of ours.
printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0>\0' >"$work/docs/chuong-trinh.txt"
head -c 3000 /dev/urandom >"$work/docs/ngau-nhien.txt"
printf '\0' >>"$work/docs/ngau-nhien.txt"
printf '%%PDF-1.4\n%%\342\343\317\323\n1 0 obj\n\0stream' >"$work/docs/gia.html"
printf '{"id": "x"\0, "body": "số"}\n' >"$work/docs/nhi-phan.jsonl"
printf '\211PNG\r\n\32\n\0' >"$work/docs/anh.png"
mkfifo "$work/docs/ong.txt"
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "docs/chuong-trinh.txt: là tệp nhị phân, không phải văn bản như tên tệp cho biết"
expect_stdout_has "docs/ngau-nhien.txt: là tệp nhị phân"
expect_stdout_has "docs/gia.html: tệp bị hỏng hoặc không đúng định dạng"
expect_stdout_has "docs/nhi-phan.jsonl: là tệp nhị phân"
expect_stdout_has "Bỏ qua, tệp nhị phân: 3"
expect_stdout_has "docs/ong.txt: không phải là tệp thường (đường ống, ổ cắm hoặc thiết bị)"
expect_stdout_has "giữ nguyên 1"
# Logs are English whatever the language is, and have a time.
expect_stderr_has "warning skipped: docs/chuong-trinh.txt: this is a binary file, not text as its name says"
check "the log has a time" grep -qE '^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[+-][0-9:]{5} warning ' "$work/.err"
index_docs "$work/docs" --lang en
expect_exit 3
expect_stdout_has "docs/chuong-trinh.txt: this is a binary file, not text as its name says"
expect_stdout_has "docs/ong.txt: this is no regular file (a pipe, socket or device)"
index_docs "$work/docs" --json
expect_exit 3
expect_json 'j["failures"]' 4
expect_json 'sorted(s["path"] for s in j["skips"] if s["failure"])' \
  '["docs/chuong-trinh.txt", "docs/gia.html", "docs/ngau-nhien.txt", "docs/nhi-phan.jsonl"]'
rm -r "$work/docs"

# A folder that links to itself, and one that is reached twice: each is read once.
document a/mot.txt "Văn bản một" "" "Nội dung một."
ln -s .. "$work/docs/a/vong"
ln -s a "$work/docs/b"
ln -s khong-con "$work/docs/gay.txt"
rm -r "$work/idx"
run timeout 10 "$INDEX" --index "$work/idx" "$work/docs"
expect_exit 3
expect_stdout_has "docs/a/vong: thư mục này đã được đọc rồi (liên kết vòng, hoặc được nêu hai lần)"
expect_stdout_has "docs/b: thư mục này đã được đọc rồi"
expect_stdout_has "docs/gay.txt: không đọc được: No such file or directory"
expect_stdout_has "Thêm 1,"
rm "$work/docs/gay.txt"
run timeout 10 "$INDEX" --index "$work/idx" "$work/docs" --lang en
expect_exit 0
expect_stdout_has "docs/b: this folder was read already (a loop of links, or named twice)"
ln -s vong2 "$work/docs/vong1.txt"
ln -s vong1.txt "$work/docs/vong2"
run timeout 10 "$INDEX" --index "$work/idx" "$work/docs" --lang en
expect_exit 3
expect_stdout_has "docs/vong1.txt: cannot read: Too many levels of symbolic links"
rm "$work/docs/vong1.txt" "$work/docs/vong2"
index_docs "$work/docs" "$work/docs/a" "$work/docs"
expect_exit 0
expect_stdout_has "chỉ mục có 1 văn bản."

# Folders nested too deeply.
deep=$work/docs
for _ in $(seq 140); do deep+=/s; done
mkdir -p "$deep"
printf 'Văn bản sâu\n\nNội dung sâu.\n' >"$deep/x.txt"
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "thư mục lồng nhau quá sâu (giới hạn 128 mức)"
rm -r "$work/docs/s"

# Bytes that are not UTF-8 are replaced, counted and no failure.
printf 'Văn bản h\377ỏng\n\nNội dung h\300\257 mới.\n' >"$work/docs/hong.txt"
index_docs "$work/docs"
expect_exit 0
expect_stdout_has "docs/hong.txt: 3 byte không phải UTF-8"
index_docs "$work/docs" --json --rebuild
expect_json '[n["kind"] for n in j["notices"]]' '["malformed_utf8"]'
search --show docs/hong.txt
expect_stdout_has "Văn bản h�ỏng"
rm "$work/docs/hong.txt"

# A file name that is not UTF-8 cannot be an id.
printf 'Văn bản\n\nNội dung.\n' >"$work/docs/$(printf 'ten\377.txt')"
index_docs "$work/docs"
expect_exit 3
expect_stdout_has "docs/ten�.txt: mã văn bản chứa ký tự điều khiển hoặc không phải UTF-8"
rm "$work"/docs/ten*

# Unreadable, for a user who is not root.
if [[ $(id -u) == 0 ]] && command -v setpriv >/dev/null && id nobody >/dev/null 2>&1; then
  cp "$INDEX" "$work/tracuu-index" # the build folder may be closed to others
  chmod 755 "$work" "$work/docs"
  as_user=(setpriv --reuid nobody --regid "$(id -g nobody)" --clear-groups "$work/tracuu-index")
  mkdir "$work/nobody"
  chown nobody "$work/nobody"
elif [[ $(id -u) != 0 ]]; then
  as_user=("$INDEX")
  mkdir "$work/nobody"
else
  skip "unreadable file: running as root, and setpriv or the user nobody is missing"
  finish
fi
document kin.txt "Văn bản kín" "" "Nội dung kín."
document kin.jsonl '{"id": "kin", "body": "Kín."}'
chmod 0 "$work/docs/kin.txt" "$work/docs/kin.jsonl"
run "${as_user[@]}" --index "$work/nobody/idx" "$work/docs"
expect_exit 3
expect_stdout_has "docs/kin.txt: không đọc được: Permission denied"
expect_stdout_has "docs/kin.jsonl: không đọc được: Permission denied"
expect_stdout_has "Thêm 1, "
expect_stderr_has "warning skipped: docs/kin.txt: cannot read: Permission denied"
run "${as_user[@]}" --index "$work/nobody/idx" "$work/docs/kin.txt" --lang en
expect_exit 3
expect_stdout_has "kin.txt: cannot read: Permission denied"
# A folder that cannot be searched, given as the path itself.
mkdir -p "$work/dong/trong"
chmod 0 "$work/dong"
run "${as_user[@]}" --index "$work/nobody/idx" "$work/dong/trong"
expect_exit 2
expect_stderr_has "đọc '$work/dong/trong': Permission denied"
# An index that cannot be written.
mkdir "$work/chi-doc"
chmod 555 "$work/chi-doc"
run "${as_user[@]}" --index "$work/chi-doc/idx" "$work/docs"
expect_exit 2
expect_stderr_has "truy cập '$work/chi-doc/idx"
expect_stderr_has "Permission denied"
chmod 755 "$work/dong" "$work/chi-doc"

finish
