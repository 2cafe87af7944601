#!/usr/bin/env bash
# The server as a process: it says where it serves, answers while a writer commits, ends at a
# signal with status 0, and refuses what it cannot serve in one sentence.
#
#   server.sh TRACUU_INDEX TRACUU_SEARCH TRACUU_SERVER
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
SERVER=$(readlink -f -- "$3")

document a.txt "Quyết định về chuyển đổi số" "" "Nội dung chuyển đổi số."
document b.txt "Công văn về một cửa" "" "Nội dung một cửa."
index_docs "$work/docs"
expect_exit 0

run "$SERVER" --index "$work/none" --listen 127.0.0.1:0
expect_exit 2
expect_stderr_has "không có thư mục này"
run "$SERVER" --index "$work/idx" --listen nowhere:1
expect_exit 2
expect_stderr_has "nowhere"
run "$SERVER" --listen 127.0.0.1:0
expect_exit 2
expect_stderr_has "--index"
printf 'lissten = 1\n' >"$work/bad.conf"
run "$SERVER" --index "$work/idx" --config "$work/bad.conf"
expect_exit 2
expect_stderr_has "lissten"

serve "$SERVER"

# fetch PATH: leaves status and body as run does.
fetch() {
  run python3 -c '
import sys, urllib.error, urllib.request
try:
    with urllib.request.urlopen(sys.argv[1], timeout=20) as answer:
        sys.stdout.write(answer.read().decode())
except urllib.error.HTTPError as error:
    sys.exit(error.code // 100)
' "${url%/}$1"
}
fetch "/search?q=chuyen+doi+so"
expect_exit 0
expect_stdout_has "<mark>chuyển đổi số"
fetch "/api/v1/search?q=%22"
expect_exit 4
fetch "/readyz"
expect_stdout_has "ready"

# What is no request is answered, too, by 4xx and as everything that is refused.
run python3 -c '
import json, socket, sys
host, port = sys.argv[1].split("//")[1].rstrip("/").rsplit(":", 1)
def answer(request):
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(request)
        received = b""
        while part := connection.recv(65536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    return head.split()[1].decode() + " " + json.loads(body)["error"]["code"]
host_line = b"Host: a\r\n"
for request in (b"GET / HTTP/2.0\r\n" + host_line + b"\r\n", b"\x16\x03\x01\x00\xa5\x01",
                b"GET / HTTP/1.1\r\n" + host_line + b"Content-Length: x\r\n\r\n",
                b"POST / HTTP/1.1\r\n" + host_line + b"Content-Length: 1\r\n\r\na",
                b"GET / HTTP/1.1\r\n" + host_line + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\n" + host_line + b"\r\n",
                b"GET / HTTP/1.1\r\n" + host_line + b"X: " + b"a" * 30000 + b"\r\n\r\n"):
    print(answer(request))
' "$url"
expect_exit 0
check "all of it in our form: $out" test "$out" = "400 bad_request
400 bad_request
400 bad_request
405 method_not_allowed
413 body_not_allowed
414 address_too_long
431 too_many_headers"

run "$SERVER" --index "$work/idx" --listen "${url#http://}"
expect_exit 2

# Fifty searches while the index changes under them: none may fail, the last sees the new state.
run python3 -c '
import subprocess, sys, threading, urllib.request
url, index, idx, docs = sys.argv[1:]
failed = []
def ask():
    for i in range(25):
        try:
            urllib.request.urlopen(url + "api/v1/search?q=so+%d" % i, timeout=20).read()
        except Exception as error:
            failed.append(str(error))
threads = [threading.Thread(target=ask) for _ in range(2)]
for thread in threads: thread.start()
for i in range(5):
    open("%s/new%d.txt" % (docs, i), "w").write("Thông báo số %d\n\nchuyển đổi số lần %d.\n" % (i, i))
    subprocess.run([index, "--index", idx, docs], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
for thread in threads: thread.join()
print("failed", len(failed), failed[:1])
' "${url%/}/" "$INDEX" "$work/idx" "$work/docs"
expect_stdout_has "failed 0"
for _ in $(seq 100); do
  fetch "/api/v1/status"
  has "$out" '"documents":7' && break
  sleep 0.1
done
expect_stdout_has '"documents":7'

kill -TERM "$server"
status=0
wait "$server" || status=$?
last_command="tracuu-server, SIGTERM"
expect_exit 0
check "requests are logged" grep -q '/search?q=chuyen doi so 200' "$work/log"

finish
