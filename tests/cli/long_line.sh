#!/usr/bin/env bash
# A line far above the limit: refused by its length, in little memory and time; its neighbours are
# indexed. Run with 200 as the third argument it is the 200 MB line of the issue.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
megabytes=${3:-40}
seconds=20

mkdir "$work/docs"
long() { head -c "$((megabytes * 1000000))" /dev/zero | tr '\0' 'a'; }
{
  echo '{"id": "trước", "body": "Bản ghi trước dòng dài."}'
  printf '{"id": "dài", "body": "' && long && echo '"}'
  echo '{"id": "sau", "body": "Bản ghi sau dòng dài."}'
} >"$work/docs/dai.jsonl"
# The same packed: some 200 kB on disk.
gzip -1 <"$work/docs/dai.jsonl" >"$work/docs/nen.jsonl.gz"
sed -i 's/"id": "/"id": "thường-/' "$work/docs/dai.jsonl"
if ((megabytes > 64)); then
  long >"$work/docs/dai.txt"
  {
    printf '[{"id": "dài", "body": "'
    long
    printf '"}]'
  } >"$work/docs/dai.json"
else
  # Below the limit of a file: one word of 3 MB is a document, found by its other words.
  { printf 'Văn bản có từ dài\n\n' && head -c 3000000 /dev/zero | tr '\0' 'b' && printf ' hết'; } \
    >"$work/docs/tu-dai.txt"
fi

measured=()
if grep -q __asan_init "$INDEX"; then
  skip "peak memory: the sanitizer takes its own"
elif [[ -x /usr/bin/time ]]; then
  measured=(/usr/bin/time -f '%M %e' -o "$work/measured")
else
  skip "peak memory: /usr/bin/time (package time) is missing"
fi
run timeout "$((seconds * 3))" ${measured[@]+"${measured[@]}"} "$INDEX" --index "$work/idx" "$work/docs"
expect_exit 3
expect_stdout_has "docs/dai.jsonl, dòng 2: dòng dài hơn giới hạn 32 MiB"
expect_stdout_has "docs/nen.jsonl.gz, dòng 2: dòng dài hơn giới hạn 32 MiB"
expect_stderr_has "warning skipped: docs/dai.jsonl, line 2: the line is longer than the limit of 32 MiB"
refuse "the line itself is not shown" grep -q aaaa "$work/.out" "$work/.err"
if ((megabytes > 64)); then
  expect_stdout_has "docs/dai.txt: tệp lớn hơn giới hạn 64 MiB"
  expect_stdout_has "docs/dai.json: tệp lớn hơn giới hạn 64 MiB"
  expect_stdout_has "Thêm 4,"
else
  expect_stdout_has "Thêm 5,"
fi
if ((${#measured[@]})); then
  # A status other than 0 is told in a line of its own before the figures.
  read -r kilobytes elapsed < <(tail -n 1 "$work/measured")
  printf '%s MB line: peak memory %s kB, %s s\n' "$megabytes" "$kilobytes" "$elapsed"
  check "peak memory of $kilobytes kB is below 400 MB" test "$kilobytes" -lt 400000
  check "$elapsed s are less than $seconds" test "${elapsed%.*}" -lt "$seconds"
fi

for id in trước sau thường-trước thường-sau; do
  search --show $id
  expect_exit 0
done
search --show dài
expect_exit 1

run timeout 60 "$INDEX" --index "$work/idx" "$work/docs" --lang en --quiet
expect_exit 3
expect_stdout_has "docs/dai.jsonl, line 2: the line is longer than the limit of 32 MiB"
if ((megabytes > 64)); then
  expect_stdout_has "docs/dai.txt: the file is larger than the limit of 64 MiB"
fi

finish
