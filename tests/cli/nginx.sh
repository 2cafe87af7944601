#!/usr/bin/env bash
# The sample configuration for nginx, as it is installed but for its names, ports and certificate:
# pages come over TLS, plain requests are sent there, what a client says of himself does not pass.
#
#   nginx.sh TRACUU_INDEX TRACUU_SEARCH TRACUU_SERVER NGINX_CONF
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
SERVER=$(readlink -f -- "$3")
SAMPLE=$(readlink -f -- "$4")

for needed in nginx openssl curl; do
  if ! command -v "$needed" >/dev/null; then
    printf 'skipped: %s is not installed\n' "$needed"
    exit 77
  fi
done

document a.txt "Quyết định về chuyển đổi số" "" "Nội dung chuyển đổi số."
index_docs "$work/docs"
expect_exit 0

# free_port: one that nobody listens on.
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}
plain=$(free_port)
secure=$(free_port)
inner=$(free_port)

printf 'access_log = yes\nbase_url = https://localhost:%s\n' "$secure" >"$work/server.conf"
serve "$SERVER" --listen "127.0.0.1:$inner" --config "$work/server.conf"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null

sed -e "s|127.0.0.1:8080|127.0.0.1:$inner|" \
  -e '/listen \[::\]/d' -e "s|listen 80;|listen 127.0.0.1:$plain;|" \
  -e "s|listen 443 |listen 127.0.0.1:$secure |" -e 's|vanban.example.gov.vn;|localhost;|' \
  -e "s|ssl_certificate .*|ssl_certificate $work/cert.pem;|" \
  -e "s|ssl_certificate_key .*|ssl_certificate_key $work/key.pem;|" "$SAMPLE" >"$work/site.conf"
cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/body;
  proxy_temp_path $work/proxy;
  fastcgi_temp_path $work/fastcgi;
  uwsgi_temp_path $work/uwsgi;
  scgi_temp_path $work/scgi;
  include $work/site.conf;
}
CONF
run nginx -t -q -p "$work" -c "$work/nginx.conf"
expect_exit 0
nginx -p "$work" -c "$work/nginx.conf" 2>"$work/nginx.err" &
proxy=$!
for _ in $(seq 100); do
  curl -sk -o /dev/null "https://localhost:$secure/readyz" && break
  sleep 0.1
done

# fetch ARGUMENT…: body as run leaves it, the status of HTTP behind it.
fetch() { run curl -sk --max-time 20 -w '\n%{http_code} %{redirect_url}' "$@"; }

fetch "https://localhost:$secure/search?q=chuyen+doi+so"
expect_stdout_has "<mark>chuyển đổi số"
expect_stdout_has "200 "
fetch "http://localhost:$plain/search?q=so"
expect_stdout_has "301 https://localhost/search?q=so"
fetch "https://localhost:$secure/search.atom?q=so"
expect_stdout_has "https://localhost:$secure/"
fetch -H 'X-Remote-User: giam-doc' -H 'X-Remote-Groups: noi-vu' "https://localhost:$secure/search?q=so"
expect_stdout_has "200 "
check "what a client says of himself is not in the log" \
  bash -c "! grep -q giam-doc '$work/log'"
fetch "https://localhost:$secure/search?q=$(head -c 20000 /dev/zero | tr '\0' a)"
expect_stdout_has "414"

kill "$proxy" "$server"
wait "$proxy" "$server" 2>/dev/null
finish
