#!/usr/bin/env bash
# --config: sources with patterns, a source that is not there, and mistakes by key and line.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document den/a.txt "Văn bản đến" "" "Nội dung."
document den/~\$a.txt "Tệp tạm" "" "Của Word."
document den/nhap/b.txt "Bản nháp" "" "Chưa xong."
document di/c.txt "Văn bản đi" "" "Nội dung."
document di/d.md "Ghi chú" "" "Nội dung."
cat >"$work/index.toml" <<TOML
index = "$work/idx"
delete_missing = true

[[source]]
name = "đến"
root = "$work/docs/den"
exclude = ["nhap"]

[[source]]
name = "đi"
root = "$work/docs/di"
include = ["*.txt"]
TOML
all_ids() {
  search --json --no-collapse
  ids | tr ' ' '\n' | sort | tr '\n' ' '
}

run "$INDEX" --config "$work/index.toml"
expect_exit 0
expect_stdout_has "Thêm 2,"
check "what is excluded is not there" test "$(all_ids)" = "den/a.txt di/c.txt "
run "$INDEX" --config "$work/index.toml" --json
expect_json '[j["unchanged"], j["skipped"]]' "[2, 0]"

# A share that is not mounted: its documents stay, the other source is indexed.
mv "$work/docs/di" "$work/docs/vang"
document den/e.txt "Văn bản mới" "" "Nội dung."
run "$INDEX" --config "$work/index.toml"
expect_exit 3
expect_stderr_has "source is not there, its documents stay: đi ($work/docs/di)"
check "nothing was deleted" test "$(all_ids)" = "den/a.txt den/e.txt di/c.txt "
run "$INDEX" --config "$work/index.toml" --rebuild
expect_exit 2
expect_stderr_has "đọc '$work/docs/di': không có tệp hay thư mục này"
# … or its folder is there and empty.
mkdir "$work/docs/di"
run "$INDEX" --config "$work/index.toml"
expect_exit 3
expect_stdout_has "$work/docs/di: 1/1 văn bản không còn nữa, quá nhiều nên không xóa"
rmdir "$work/docs/di" && mv "$work/docs/vang" "$work/docs/di"
rm "$work/docs/den/a.txt"
run "$INDEX" --config "$work/index.toml"
expect_exit 0
check "one file less is deleted" test "$(all_ids)" = "den/e.txt di/c.txt "

# Who may see a source; a changed rule reads no file.
sed -i "s|^exclude = .*|&\naccess = [\"văn thư\"]|" "$work/index.toml"
run "$INDEX" --config "$work/index.toml" --json
expect_json '[j["access_changed"], j["unchanged"]]' "[1, 2]"
search --json --groups 'kế toán' --no-collapse
check "another group sees the other source" test "$(ids)" = "di/c.txt"
sed -i 's|^access = .*|access = ["*"]|' "$work/index.toml"
run "$INDEX" --config "$work/index.toml" --update-access --json
expect_json 'j["access_changed"]' "1"
search --json --groups 'kế toán' --no-collapse
check "it is for everyone again" test "$(ids | wc -w)" = 2

# mistake SENTENCE LINE…: the file of these lines is refused with this sentence.
mistake() {
  local sentence=$1
  shift
  printf '%s\n' "$@" >"$work/bad.toml"
  run "$INDEX" --config "$work/bad.toml" --lang en
  expect_exit 2
  expect_stderr_has "read configuration '$work/bad.toml': $sentence"
}
source_lines=("[[source]]" "root = '/srv'")
mistake "line 2: no valid TOML" "index = '/x'" "keep = " "${source_lines[@]}"
mistake "line 2: there is no key 'kep'" "index = '/x'" "kep = 1" "${source_lines[@]}"
mistake "line 1: 'keep' must be 0 … 16" "keep = 17" "${source_lines[@]}"
mistake "line 1: 'max_delete' must be 0 … 100" "max_delete = '50'" "${source_lines[@]}"
mistake "line 1: 'delete_missing' must be true / false" "delete_missing = 1" "${source_lines[@]}"
mistake "line 1: 'index' must be \"…\"" "index = ''" "${source_lines[@]}"
mistake "line 1: 'source' must be [[source]]" "source = 'x'"
mistake "line 4: there is no key 'source.rot'" "index = '/x'" "${source_lines[@]}" "rot = '/srv'"
mistake "line 4: 'exclude' must be [\"…\", …]" "index = '/x'" "${source_lines[@]}" "exclude = '*.doc'"
mistake "line 4: 'exclude' must be \"…\"" "index = '/x'" "${source_lines[@]}" "exclude = [7]"
mistake "line 3: 'access' must be [\"*\"], [\"!\"]" "${source_lines[@]}" "access = ['*', 'văn thư']"
mistake "line 1: 'default_access' must be [\"*\"]" "default_access = []" "${source_lines[@]}"
mistake "line 2: 'source.root' is missing" "index = '/x'" "[[source]]" "name = 'a'"
mistake "line 3: the source name '/srv' is taken" "${source_lines[@]}" "${source_lines[@]}"
mistake "line 1: '[[source]]' is missing" "index = '/x'"
run "$INDEX" --config "$work/bad.toml"
expect_stderr_has "đọc cấu hình '$work/bad.toml': dòng 1: thiếu '[[source]]'"
run "$INDEX" --config "$work/khong-co.toml"
expect_exit 2
run "$INDEX" --config "$work/index.toml" "$work/docs"
expect_exit 2
expect_stderr_has "không dùng PATH cùng với --config"

# The example can be used as it is, but for its folders.
run "$INDEX" --config "$(dirname "$0")/../../data/index.toml" --index "$work/mau"
expect_exit 3
expect_stderr_has "source is not there, its documents stay: văn bản (/srv/van-ban)"

finish
