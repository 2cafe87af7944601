#!/usr/bin/env bash
# What an update leaves for readers and for who looks after the index: feeds of saved searches have
# what came with the last run, the admin page says what the run did and which files failed.
#
#   server_saved.sh TRACUU_INDEX TRACUU_SEARCH TRACUU_SERVER
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
SERVER=$(readlink -f -- "$3")

document vb/a.txt "Quyết định về một cửa" "" "Nội dung một cửa."
document vb/b.txt "Công văn về lịch họp" "" "Nội dung lịch họp."
index_docs --default-access '*' "$work/docs/vb"
expect_exit 0

mkdir "$work/saved"
printf '{"name": "Một cửa", "query": "một cửa"}\n' >"$work/saved/mot-cua.json"
printf '{"query": [1]}\n' >"$work/saved/hong.json"
cat >"$work/conf" <<CONF
identity_user_header = X-Remote-User
identity_groups_header = X-Remote-Groups
trusted_proxy = 127.0.0.0/8
admin_group = van-hanh
saved_searches = $work/saved
CONF
serve "$SERVER" --config "$work/conf"

fetch /
expect_stdout_has '/saved/mot-cua.atom'
# A first build: all is new.
fetch /saved/mot-cua.atom
expect_stdout_has 'id=vb%2Fa.txt'
expect_stdout_lacks 'id=vb%2Fb.txt'

document vb/c.txt "Quyết định khác về một cửa" "" "Nội dung một cửa liên thông."
printf '{"id": "x", "body": ' >"$work/docs/vb/hong.json"
index_docs "$work/docs/vb"
expect_exit 3
# The server looks for a newer index some times a second.
for _ in $(seq 100); do
  fetch /saved/mot-cua.atom
  has "$out" 'id=vb%2Fc.txt' && ! has "$out" 'id=vb%2Fa.txt' && break
  sleep 0.1
done
expect_stdout_has 'id=vb%2Fc.txt'
expect_stdout_lacks 'id=vb%2Fa.txt'

fetch /admin
expect_stdout_has "status 404"
fetch /admin 'X-Remote-User: an' 'X-Remote-Groups: van-hanh'
expect_stdout_has "<dt>Văn bản thêm</dt><dd>1</dd>"
expect_stdout_has "<dt>Trong đó lỗi</dt><dd>1</dd>"
expect_stdout_has "vb/hong.json"

# A run that finds nothing new: nothing is.
index_docs "$work/docs/vb"
fetch /saved/mot-cua.atom
expect_stdout_lacks '<entry>'

kill -TERM "$server"
wait "$server"
check "a file that is none is said" grep -q 'hong.json: left out' "$work/log"

finish
