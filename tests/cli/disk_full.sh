#!/usr/bin/env bash
# A full disk: one sentence, exit status 2, the earlier index stays usable, and with room again the
# next run completes. On a small tmpfs where mounting is allowed, and by a limit of file sizes.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

# shellcheck disable=SC2034  # both are named by told
vi="đĩa đã đầy; hãy giải phóng dung lượng rồi chạy lại, phần đã ghi trước đó vẫn dùng được"
# shellcheck disable=SC2034
en="the disk is full; free some space and run again, what was committed before stays usable"

mkdir -p "$work/it" "$work/nhieu"
printf 'Văn bản đầu tiên\n\nNội dung đầu tiên.\n' >"$work/it/dau.txt"
python3 - "$work/nhieu/nhieu.jsonl" <<'PY'
import sys
with open(sys.argv[1], "w", encoding="utf-8") as out:
    for i in range(150):
        words = " ".join(f"từ{(i * 7919 + k * 104729) % 100003}" for k in range(300))
        print('{"id": "n%d", "body": "%s"}' % (i, words), file=out)
PY

# told: the last run failed by the full disk, in one sentence.
told() {
  expect_exit 2
  check "the sentence in $1" has "$err" "${!1}"
  check "one line" test "$(grep -c . "$work/.err")" = 1
  check "no report" test -z "$out"
}

# usable INDEX DOCUMENTS: the index answers from its last commit.
usable() {
  run "$SEARCH" --index "$1" --json --limit 1
  expect_exit 0
  expect_json 'j["total"]' "$2"
  run "$SEARCH" --index "$1" đầu tiên
  expect_exit 0
}

# A limit of file sizes: like a full disk it fails in the middle of a write.
# shellcheck disable=SC2317  # called by run
limited() { (trap '' XFSZ && ulimit -f "$1" && shift && exec "$@"); }

idx=$work/a
run limited 300 "$INDEX" --index "$idx" "$work/nhieu"
told vi
run "$SEARCH" --index "$idx" từ1
expect_exit 2
expect_stderr_has "tracuu-search: mở chỉ mục"
run limited 300 "$INDEX" --index "$idx" "$work/nhieu" --lang en
told en
run "$INDEX" --index "$idx" "$work/it"
expect_exit 0
usable "$idx" 1
check "what the failed build left is gone" \
  test "$(cd "$idx" && find . -mindepth 1 -maxdepth 1 | sort | tr '\n' ' ')" = "./current ./gen-0001 ./last-run ./lock "
run limited 300 "$INDEX" --index "$idx" "$work/nhieu"
told vi
usable "$idx" 1
run "$INDEX" --index "$idx" --stats
expect_stdout_has "  không làm được: "
run "$INDEX" --index "$idx" "$work/nhieu"
expect_exit 0
expect_stdout_has "Thêm 150,"
usable "$idx" 151
# The lock and the report's own file can fail as well: nothing can be written at all.
run limited 0 "$INDEX" --index "$work/b" "$work/it"
expect_exit 2

# A small disk.
if [[ $(id -u) == 0 ]] && mkdir "$work/disk" && mount -t tmpfs -o size=3m tmpfs "$work/disk" 2>/dev/null; then
  trap 'umount -l "$work/disk" 2>/dev/null; rm -rf -- "$work"' EXIT
  idx=$work/disk/idx
  head -c 2500000 /dev/zero >"$work/disk/filler"
  run "$INDEX" --index "$idx" "$work/nhieu"
  told vi
  rm "$work/disk/filler"
  run "$INDEX" --index "$idx" "$work/it"
  expect_exit 0
  usable "$idx" 1
  cat /dev/zero >"$work/disk/filler" 2>/dev/null
  run "$INDEX" --index "$idx" "$work/nhieu"
  told vi
  usable "$idx" 1
  run "$INDEX" --index "$idx" "$work/nhieu" --lang en
  told en
  run "$INDEX" --index "$work/disk/neu" "$work/it"
  told vi
  rm "$work/disk/filler"
  usable "$idx" 1
  mount -o remount,size=30m "$work/disk"
  run "$INDEX" --index "$idx" "$work/nhieu"
  expect_exit 0
  expect_stdout_has "Thêm 150,"
  usable "$idx" 151
  umount "$work/disk"
else
  skip "small disk: mounting a tmpfs is not allowed here"
fi

finish
