#!/usr/bin/env bash
# Help and messages in the language of --lang, else of the locale, else Vietnamese.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

for program in "$INDEX" "$SEARCH"; do
  run "$program" --help
  expect_exit 0
  expect_quiet
  expect_stdout_has "Cách dùng: tracuu-"
  expect_stdout_has $'\nTùy chọn:'
  expect_stdout_has $'\nTham số:'
  expect_stdout_has "Trạng thái thoát:"
  expect_stdout_lacks "Options:"
  run "$program" --lang en --help
  expect_exit 0
  expect_stdout_has "Usage: tracuu-"
  expect_stdout_has $'\nOptions:'
  expect_stdout_has $'\nArguments:'
  expect_stdout_has "Exit status:"
  refuse "no Vietnamese in the English help" grep -q "[ăđơư]\|tùy\|chỉ mục" <(grep -v Example: "$work/.out")
  run "$program" --lang=en -h
  expect_stdout_has "Usage: tracuu-"
  run "$program" --lang fr --help
  expect_exit 2
  expect_stderr_has "tùy chọn --lang: giá trị 'fr' không hợp lệ; chấp nhận: vi, en"

  # The locale decides where nothing is asked for; only English and Vietnamese are spoken.
  run env -u LC_ALL LANG=en_US.UTF-8 "$program" --help
  expect_stdout_has "Usage:"
  run env -u LC_ALL LANG=vi_VN.UTF-8 "$program" --help
  expect_stdout_has "Cách dùng:"
  run env -u LC_ALL LANG=fr_FR.UTF-8 "$program" --help
  expect_stdout_has "Cách dùng:"
  run env -u LC_ALL LANG=C "$program" --help
  expect_stdout_has "Cách dùng:"
  run env -u LC_ALL -u LANG "$program" --help
  expect_stdout_has "Cách dùng:"
  run env LC_ALL=vi_VN.UTF-8 LANG=en_US.UTF-8 "$program" --help
  expect_stdout_has "Cách dùng:"
  run env LC_ALL= LC_MESSAGES=en_GB.UTF-8 LANG=vi_VN.UTF-8 "$program" --help
  expect_stdout_has "Usage:"
  run env LC_ALL=en_US.UTF-8 "$program" --lang vi --help
  expect_stdout_has "Cách dùng:"
done

# The query language, in both, as the golden files of the parser have it; no index is needed.
golden=$(dirname "$0")/../golden/query
for language in vi en; do
  run "$SEARCH" --help-query --lang $language
  expect_exit 0
  check "--help-query in $language" cmp -s "$work/.out" "$golden/help_$language.txt"
done

# Every option of the two programs stands in the help, in both languages.
for language in vi en; do
  run "$INDEX" --help --lang $language
  for option in --index --delete-missing --dry-run --id-from --json --quiet --lang; do
    expect_stdout_has "$option "
  done
  run "$SEARCH" --help --lang $language
  for option in --index --type --agency --filter --from --to --sort --limit --offset \
    --time-limit --explain --facets \
    --json --show --queries --run --help-query --lang; do
    expect_stdout_has "$option "
  done
done

# Mistakes on the command line.
run "$INDEX"
expect_exit 2
expect_stderr_is "tracuu-index: thiếu --index: thư mục chỉ mục; được tạo nếu chưa có; xem --help"
run "$INDEX" --index "$work/idx" --lang en
expect_exit 2
expect_stderr_is "tracuu-index: PATH is missing: at least one file or folder; see --help"
run "$SEARCH" từ
expect_exit 2
expect_stderr_is "tracuu-search: thiếu --index: thư mục chỉ mục; xem --help"
run "$SEARCH" --index
expect_exit 2
expect_stderr_is "tracuu-search: tùy chọn --index cần một giá trị theo sau"
run "$SEARCH" --index "$work/idx" từ --lang en --limit
expect_exit 2
expect_stderr_is "tracuu-search: option --limit needs a value behind it"
search --json=có từ
expect_exit 2
expect_stderr_is "tracuu-search: tùy chọn --json: giá trị 'có' không hợp lệ; chấp nhận: tùy chọn này không có giá trị"
search --không-có từ
expect_exit 2
expect_stderr_is "tracuu-search: không có tùy chọn '--không-có'; xem --help, và đặt -- trước những từ bắt đầu bằng dấu trừ"
search văn bản -thuế --lang en
expect_exit 2
expect_stderr_is "tracuu-search: there is no option '-thuế'; see --help, and put -- before words that begin with a minus"
check "no index is made by mistakes" test ! -e "$work/idx"

# A query that begins with a minus is no option.
document a.txt "Văn bản thứ nhất" "" "Nội dung về thuế."
document b.txt "Văn bản thứ hai" "" "Nội dung về đất đai."
index_docs "$work/docs"
search --json -- -thuế văn bản
expect_exit 0
check "-- ends the options" test "$(ids)" = "docs/b.txt"
search --json "văn bản -thuế"
check "one argument with a minus inside" test "$(ids)" = "docs/b.txt"
run "$SEARCH" --json văn bản thuế --index "$work/idx"
check "options may follow the words" test "$(ids)" = "docs/a.txt"

finish
