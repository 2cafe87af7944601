#!/usr/bin/env bash
# The server with readers of its own: what it wants of an index, a proxy's headers, keys, and the
# log of who asked what.
#
#   server_access.sh TRACUU_INDEX TRACUU_SEARCH TRACUU_SERVER
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
SERVER=$(readlink -f -- "$3")

document vb/a.txt "Quyết định về một cửa"
document vb/noi-bo/b.txt "Quyết định kỷ luật"
echo noi-vu >"$work/docs/vb/noi-bo/.tracuu-access"
index_docs "$work/docs/vb"
expect_exit 0

run "$SERVER" --new-api-key mot-cua --key-groups noi-vu --key-rate 100 --lang en
expect_exit 0
key=$(sed -n 's/^The key (shown this once): //p' "$work/.out")
tail -n 1 "$work/.out" >"$work/keys"
check "a key is made" test "${#key}" -eq 50
refuse "the file has no key" grep -q -- "$key" "$work/keys"
run "$SERVER" --new-api-key 'a,b'
expect_exit 2

cat >"$work/conf" <<CONF
identity_user_header = X-Remote-User
identity_groups_header = X-Remote-Groups
trusted_proxy = 127.0.0.0/8
administrators_group = quan-tri
api_keys = $work/keys
audit_log = $work/audit
CONF

# Who trims by reader has to have said what is for whom.
run "$SERVER" --index "$work/idx" --config "$work/conf" --listen 127.0.0.1:0
expect_exit 2
expect_stderr_has "thiếu --default-access"
index_docs --default-access '*' --update-access "$work/docs/vb"
expect_exit 0

serve "$SERVER" --config "$work/conf"

# total HEADER…: prints how many documents of the index whoever asks so is told of.
total() {
  run python3 -c '
import json, sys, urllib.error, urllib.request
request = urllib.request.Request(sys.argv[1] + "api/v1/status")
for header in sys.argv[2:]:
    request.add_header(*header.split(": ", 1))
try:
    print(json.load(urllib.request.urlopen(request, timeout=20))["documents"])
except urllib.error.HTTPError as error:
    print("status", error.code)
' "${url%/}/" "$@"
}
total
expect_stdout_has 1
total 'X-Remote-User: an'
expect_stdout_has 1
total 'X-Remote-User: an' 'X-Remote-Groups: noi-vu'
expect_stdout_has 2
total 'X-Remote-User: an' 'X-Remote-Groups: quan-tri'
expect_stdout_has 2
total "Authorization: Bearer $key"
expect_stdout_has 2
total 'Authorization: Bearer tracuu-x'
expect_stdout_has "status 401"

# Two lines of one header, as of a client and of a careless proxy.
run python3 -c '
import http.client, sys, urllib.parse
connection = http.client.HTTPConnection(urllib.parse.urlsplit(sys.argv[1]).netloc, timeout=20)
connection.putrequest("GET", "/api/v1/status")
for groups in ("noi-vu", ""):
    connection.putheader("X-Remote-Groups", groups)
connection.endheaders()
print("status", connection.getresponse().status)
' "$url"
expect_stdout_has "status 400"

kill -TERM "$server"
status=0
wait "$server" || status=$?
last_command="tracuu-server, SIGTERM"
expect_exit 0

# Those who said who they are were noted, and a change is seen.
run "$SERVER" --verify-audit "$work/audit"
expect_exit 0
expect_stdout_has "Nhật ký còn nguyên: 5 dòng, số 1 – 5"
sed -i '2s/quan-tri/x/; 2s/"an"/"binh"/' "$work"/audit/*.jsonl
run "$SERVER" --verify-audit "$work/audit"
expect_exit 1
expect_stdout_has ".jsonl:2"

finish
