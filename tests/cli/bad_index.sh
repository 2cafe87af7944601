#!/usr/bin/env bash
# An index directory that is none, is of another format or analyzer, is damaged or locked: one
# sentence each from both programs, exit status 2, and not a byte is changed.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
MAKE_BAD_INDEX=${3:?the program make_bad_index}

document a.txt "Văn bản" "" "Nội dung văn bản."
index_docs "$work/docs"
expect_exit 0

# both DIR SENTENCE_VI SENTENCE_EN: what each program says of it, and that it writes nothing.
both() {
  local dir=$1 vi=$2 en=$3 before
  before=$(checksum "$work/bad")
  for program in "$SEARCH" "$INDEX"; do
    local what=từ
    [[ $program == "$SEARCH" ]] || what=$work/docs
    run "$program" --index "$dir" "$what"
    expect_exit 2
    expect_stderr_is "${program##*/}: $vi"
    check "nothing on standard output" test -z "$out"
    run "$program" --index "$dir" "$what" --lang en
    expect_exit 2
    expect_stderr_is "${program##*/}: $en"
  done
  run "$INDEX" --index "$dir" --dry-run "$work/docs"
  expect_exit 2
  expect_stderr_is "tracuu-index: $vi"
  check "nothing was written" test "$(checksum "$work/bad")" = "$before"
}

fresh() {
  rm -rf -- "$work/bad"
  mkdir "$work/bad"
}

# No such folder: to search in it is a mistake.
fresh
run "$SEARCH" --index "$work/bad/x" từ
expect_exit 2
expect_stderr_is "tracuu-search: mở chỉ mục '$work/bad/x': không có thư mục này; hãy tạo bằng tracuu-index --index '$work/bad/x' THƯ_MỤC"
run "$SEARCH" --index "$work/bad/x" từ --lang en
expect_stderr_is "tracuu-search: open index '$work/bad/x': no such folder; create it with tracuu-index --index '$work/bad/x' FOLDER"
check "and makes none" test ! -e "$work/bad/x"

# A file.
fresh
echo "thư quan trọng" >"$work/bad/x"
both "$work/bad/x" "mở chỉ mục '$work/bad/x': đây không phải là chỉ mục của tracuu (đó là một tệp)" \
  "open index '$work/bad/x': this is no tracuu index (a file)"

# Somebody's folder.
fresh
mkdir "$work/bad/x"
echo "thư quan trọng" >"$work/bad/x/thu.txt"
both "$work/bad/x" \
  "mở chỉ mục '$work/bad/x': đây không phải là chỉ mục của tracuu (trong đó có 'thu.txt')" \
  "open index '$work/bad/x': this is no tracuu index (it holds 'thu.txt')"
printf 'gen-../../thu\n' >"$work/bad/x/current"
both "$work/bad/x" \
  "mở chỉ mục '$work/bad/x': đây không phải là chỉ mục của tracuu (tệp 'current' không chỉ ra thế hệ nào)" \
  "open index '$work/bad/x': this is no tracuu index (the file 'current' names no generation)"

# An empty folder is none to search in, and a fine place to build one.
fresh
mkdir "$work/bad/x"
run "$SEARCH" --index "$work/bad/x" từ
expect_exit 2
expect_stderr_has "(trong đó không có tệp 'current')"
run "$INDEX" --index "$work/bad/x" "$work/docs"
expect_exit 0
expect_stdout_has "Thêm 1,"

# A Xapian database of another program.
fresh
check "the helper works" "$MAKE_BAD_INDEX" foreign "$work/bad/x"
both "$work/bad/x" \
  "mở chỉ mục '$work/bad/x': đây không phải là chỉ mục của tracuu (cơ sở dữ liệu Xapian của chương trình khác)" \
  "open index '$work/bad/x': this is no tracuu index (a Xapian database of another program)"

# A newer and an older format.
fresh
cp -r "$work/idx" "$work/bad/x"
check "the helper works" "$MAKE_BAD_INDEX" set "$work/bad/x" tracuu.format 999
run "$SEARCH" --index "$work/bad/x" từ
format=$(sed -n 's/.*định dạng 999 mới hơn định dạng \([0-9]*\) của.*/\1/p' "$work/.err")
check "our format is named" test -n "$format"
both "$work/bad/x" \
  "mở chỉ mục '$work/bad/x': định dạng 999 mới hơn định dạng $format của chương trình này; hãy cập nhật chương trình" \
  "open index '$work/bad/x': format 999 is newer than this program's $format; update the program"
check "the helper works" "$MAKE_BAD_INDEX" set "$work/bad/x" tracuu.format 0
both "$work/bad/x" \
  "mở chỉ mục '$work/bad/x': định dạng 0 cũ hơn định dạng $format của chương trình này; hãy lập lại chỉ mục" \
  "open index '$work/bad/x': format 0 is older than this program's $format; build the index again"

# Another analyzer.
fresh
cp -r "$work/idx" "$work/bad/x"
check "the helper works" "$MAKE_BAD_INDEX" set "$work/bad/x" tracuu.analyzer "tracuu-text/0 x"
run "$SEARCH" --index "$work/bad/x" từ
signature=$(sed -n "s/.*chương trình này dùng '\(.*\)'; hãy.*/\1/p" "$work/.err")
check "our analyzer is named" test -n "$signature"
both "$work/bad/x" \
  "mở chỉ mục '$work/bad/x': chỉ mục được lập với bộ phân tích 'tracuu-text/0 x', chương trình này dùng '$signature'; hãy lập lại chỉ mục" \
  "open index '$work/bad/x': it was built with analyzer 'tracuu-text/0 x', this program has '$signature'; build the index again"

# Control characters in what an index says of itself do not reach the terminal.
check "the helper works" "$MAKE_BAD_INDEX" set "$work/bad/x" tracuu.analyzer $'x\e]0;tên\ay'
run "$SEARCH" --index "$work/bad/x" từ
expect_exit 2
expect_stderr_lacks $'\e'
expect_stderr_has "x�]0;tên�y"

# The generation is missing, or its files are damaged.
fresh
cp -r "$work/idx" "$work/bad/x"
rm -r "$work/bad/x/gen-0001"
both "$work/bad/x" \
  "mở chỉ mục '$work/bad/x': đây không phải là chỉ mục của tracuu (thiếu thư mục 'gen-0001')" \
  "open index '$work/bad/x': this is no tracuu index (the folder 'gen-0001' is missing)"
fresh
cp -r "$work/idx" "$work/bad/x"
rm "$work/bad/x/gen-0001/iamglass"
run "$SEARCH" --index "$work/bad/x" văn bản
expect_exit 2
expect_stderr_has "tracuu-search: mở chỉ mục '$work/bad/x': "
fresh
cp -r "$work/idx" "$work/bad/x"
for table in postlist docdata termlist position; do
  [[ -f $work/bad/x/gen-0001/$table.glass ]] || continue
  head -c 8192 /dev/urandom | dd of="$work/bad/x/gen-0001/$table.glass" conv=notrunc status=none
done
run "$SEARCH" --index "$work/bad/x" văn bản
expect_exit 2
expect_stderr_has "đọc chỉ mục '$work/bad/x': dữ liệu bị hỏng"
expect_stderr_has "hãy lập lại chỉ mục"
run "$INDEX" --index "$work/bad/x" "$work/docs" --lang en
expect_exit 2
expect_stderr_has "read index '$work/bad/x': its data is damaged"

# Locked by another writer: readers are not in its way.
if command -v flock >/dev/null; then
  document b.txt "Văn bản mới" "" "Nội dung mới."
  exec 9>>"$work/idx/lock"
  flock 9
  index_docs "$work/docs"
  expect_exit 2
  expect_stderr_is "tracuu-index: ghi chỉ mục '$work/idx': một chương trình khác đang ghi; hãy đợi rồi chạy lại"
  index_docs "$work/docs" --lang en
  expect_stderr_is "tracuu-index: write index '$work/idx': another program is writing to it; wait, then run again"
  index_docs --dry-run "$work/docs"
  expect_exit 0
  expect_stdout_has "Thêm 1,"
  search văn bản
  expect_exit 0
  exec 9>&-
  index_docs "$work/docs"
  expect_exit 0
  expect_stdout_has "Thêm 1,"
else
  skip "locked index: the program flock (package util-linux) is missing"
fi

finish
