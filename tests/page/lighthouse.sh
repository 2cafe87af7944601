#!/usr/bin/env bash
# What Lighthouse says of the pages, over an index of data/sample: performance, accessibility and
# best practices, each of which must be 95 at least.
#
#   lighthouse.sh TRACUU_INDEX TRACUU_SERVER
#
# By hand: it takes half a minute a page, and npm fetches two hundred packages for it the first
# time. Without npm, Chromium or the network it says so and ends with status 77.
set -euo pipefail

version=12.8.2
least=95

here=$(dirname -- "$(readlink -f -- "$0")")
index_program=$(readlink -f -- "$1")
server=$(readlink -f -- "$2")

skip() {
  printf 'skipped: %s\n' "$1"
  exit 77
}
for tool in node npx "${CHROMIUM:-chromium}"; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done
npx --yes "lighthouse@$version" --version >/dev/null 2>&1 || skip "npm cannot install lighthouse"

work=$(mktemp -d)
server_process=
trap '[[ -z $server_process ]] || kill "$server_process"; rm -rf -- "$work"' EXIT
"$index_program" --index "$work/index" "$here/../../data/sample" >/dev/null 2>&1
"$server" --index "$work/index" --listen 127.0.0.1:0 >"$work/address" 2>"$work/log" &
server_process=$!
for _ in $(seq 100); do
  [[ -s $work/address ]] && break
  sleep 0.1
done
url=$(grep -o 'http://[^ ]*' "$work/address")

document=sample%2Fvan-ban%2F2022%2F08-2022-qd-ubnd-quy-dinh-mot-cua.txt
failed=0
for page in "" "search?q=chuy%E1%BB%83n%20%C4%91%E1%BB%95i%20s%E1%BB%91" "document?id=$document" help; do
  CHROME_PATH=$(command -v "${CHROMIUM:-chromium}") npx --yes "lighthouse@$version" "$url$page" \
    --quiet --chrome-flags="--headless --no-sandbox --disable-gpu" \
    --only-categories=performance,accessibility,best-practices \
    --output=json --output-path="$work/report.json" >/dev/null 2>&1
  # shellcheck disable=SC2016  # it is JavaScript
  node -e '
    const [file, least, page] = process.argv.slice(1);
    const scores = Object.values(JSON.parse(require("fs").readFileSync(file)).categories)
      .map((category) => [category.id, Math.round(category.score * 100)]);
    console.log(`/${page}`, scores.map((score) => score.join(" ")).join(", "));
    process.exit(scores.every(([, score]) => score >= Number(least)) ? 0 : 1);
  ' "$work/report.json" "$least" "$page" || failed=1
done
exit "$failed"
