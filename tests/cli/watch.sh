#!/usr/bin/env bash
# --watch: what is saved, moved and deleted is in the index a few seconds later, without a walk over
# everything; a share that goes deletes nothing; Ctrl-C ends it.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

# Searches until standard output has so many results, or half a minute has passed.
total() {
  search --json --limit 1 "$@"
  json 'j["total"]'
}
becomes() {
  local want=$1 got
  shift
  for _ in $(seq 100); do
    got=$(total "$@")
    [[ $got == "$want" ]] && break
    sleep 0.3
  done
  check "'$*' has $want results, it has $got" test "$got" = "$want"
}

document den/a.txt "Văn bản đến" "" "Nội dung một."
document den/cu/b.txt "Văn bản cũ" "" "Nội dung hai."
document di/c.txt "Văn bản đi" "" "Nội dung ba."
document di/d.txt "Văn bản đi nữa" "" "Nội dung bốn."
cat >"$work/index.toml" <<TOML
index = "$work/idx"
delete_missing = true

[[source]]
root = "$work/docs/den"
exclude = ["nhap"]

[[source]]
root = "$work/docs/di"
compare_minutes = 5
TOML
"$INDEX" --config "$work/index.toml" --watch --quiet --json >"$work/log" 2>"$work/errors" &
watching=$!
for _ in $(seq 100); do
  [[ -s $work/log ]] && break
  sleep 0.1
done
check "all is read at first" test "$(total)" = 4

document den/moi.txt "Văn bản mới" "" "Vừa gửi đến."
document den/nhap/e.txt "Bản nháp" "" "Vừa gửi đến."
becomes 1 "vừa gửi đến"
printf 'Văn bản đến\n\nNội dung sửa đổi.\n' >"$work/docs/den/a.txt"
becomes 1 '"nội dung sửa đổi"'
rm "$work/docs/den/cu/b.txt"
becomes 0 '"nội dung hai"'
mkdir -p "$work/ngoai/sau" && printf 'Văn bản\n\nTừ nơi khác.\n' >"$work/ngoai/sau/f.txt"
mv "$work/ngoai" "$work/docs/di/vao"
becomes 1 '"từ nơi khác"'
mv "$work/docs/di/vao" "$work/docs/di/doi-ten"
for _ in $(seq 100); do
  search --json '"từ nơi khác"'
  [[ $(ids) == di/doi-ten/sau/f.txt ]] && break
  sleep 0.3
done
check "a renamed folder is no new document" test "$(ids)" = di/doi-ten/sau/f.txt

# Each run after the first looked at what was reported, and said what it did.
check "they are partial" test "$(tail -n +2 "$work/log" | grep -c '"unchanged":0')" -ge 4
run "$INDEX" --index "$work/idx" --stats --json
expect_json 'j["last_run"]["partial"]' "true"
expect_json 'j["last_run"]["moved"]' "1"
run "$INDEX" --index "$work/idx" --stats
expect_stdout_has "; chỉ xem các tệp vừa đổi"

# All files of a source go at once: that is no deletion (the root stays, as an empty mount point).
mkdir "$work/cat" && mv "$work/docs/di"/* "$work/cat/"
for _ in $(seq 100); do
  grep -q '"not_deleted":3' "$work/log" && break
  sleep 0.3
done
check "it is said" grep -q '"not_deleted":3' "$work/log"
check "they are there" test "$(total)" = 5
mv "$work/cat"/* "$work/docs/di/"

# All of it without a complaint, and Ctrl-C ends it between two runs.
check "no error so far" test ! -s "$work/errors"
kill -INT "$watching"
status=0
wait "$watching" || status=$?
expect_exit 0
run "$INDEX" --index "$work/idx" --check
expect_exit 0

# A file by itself; what --watch goes with.
run timeout --signal=INT 3 "$INDEX" --index "$work/idx2" --watch --compare-minutes 7 "$work/docs/di/c.txt"
expect_stdout_has "Thêm 1,"
for option in --rebuild --dry-run --update-access --stats; do
  index_docs --watch "$option" "$work/docs"
  expect_exit 2
  expect_stderr_has "một việc mỗi lần chạy"
done
index_docs --watch
expect_exit 2
index_docs --watch "$work/khong-co"
expect_exit 2
expect_stderr_has "không có tệp hay thư mục này"

finish
