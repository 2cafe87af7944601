#!/usr/bin/env bash
# A query that does not parse: what is wrong, at which character, and a caret under it.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

override=$'\xe2\x80\xae' # U+202E; $'\u202e' is no such thing in the locale C

document a.txt "Văn bản" "" "Nội dung chuyển đổi số."
index_docs "$work/docs"

# refused QUERY VI EN: both sentences, and below each the query with a caret.
refused() {
  local query=$1
  search "$query"
  expect_exit 2
  expect_stderr_is "$2"
  check "nothing on standard output" test -z "$out"
  search "$query" --lang en
  expect_exit 2
  expect_stderr_is "$3"
}

refused 'chuyển đổi "số' \
  $'dấu ngoặc kép ở ký tự thứ 12 chưa được đóng\nchuyển đổi "số\n           ^' \
  $'the quote at character 12 is not closed\nchuyển đổi "số\n           ^'
# Marks written apart (NFD) have no column of their own.
nfd=$(python3 -c 'import unicodedata; print(unicodedata.normalize("NFD", "chuyển đổi"))')
search "$nfd \"số"
expect_exit 2
check "the caret under decomposed text" test "$(tail -n 1 "$work/.err")" = "           ^"

for query in '(chuyển đổi' 'chuyển đổi)' 'OR' 'chuyển OR' '""' '()' 'loại:' 'a*' 'số NEAR/1000 đổi'; do
  search "$query"
  if [[ $query == 'OR' ]]; then continue; fi
  expect_exit 2
  check "three lines for $query" test "$(grep -c '' "$work/.err")" = 3
  check "a caret for $query" grep -qE '^ *\^~*$' "$work/.err"
  refuse "Vietnamese for $query" grep -qE '^(the|an|a) ' "$work/.err"
done

# As JSON the error is on standard output, and for people on the other.
search --json 'chuyển "đổi'
expect_exit 2
expect_json 'j["error"]["code"]' "bad_query"
expect_json 'j["error"]["message"]' "dấu ngoặc kép ở ký tự thứ 8 chưa được đóng"
expect_stderr_has "^"

# Hostile queries: length, depth, control characters. Never a crash, never raw on the terminal.
search "$(printf 'từ %.0s' $(seq 5000))"
expect_exit 2
check "a long query is cut where it is shown" test "$(wc -c <"$work/.err")" -lt 1000
search "$(printf '(%.0s' $(seq 2000))"
expect_exit 2
search $'\e]0;x\a "'
expect_exit 2
expect_stderr_lacks $'\e'
expect_stderr_lacks $'\a'
search "chuyển $override \""
expect_exit 2
expect_stderr_lacks "$override"
search $'\e[31m đổi'
expect_stdout_lacks $'\e'
search $'\xff\xfe đổi' --json
expect_json 'j["version"]' 1
search $'đổi\e' --json
expect_stdout_lacks $'\e'

finish
