#!/usr/bin/env bash
# The page in a real browser, over an index of data/sample.
#
#   run.sh TRACUU_INDEX TRACUU_SERVER [FOLDER_FOR_SCREENSHOTS]
#
# Needs node, npm and Debian's chromium, and once the network, for the two packages that
# package-lock.json pins. Without one of these it says so and ends with status 77: skipped.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "$0")")
index_program=$(readlink -f -- "$1")
server=$(readlink -f -- "$2")
shots=${3:+$(readlink -f -- "$3")}

skip() {
  printf 'skipped: %s\n' "$1"
  exit 77
}
for tool in node npm "${CHROMIUM:-chromium}"; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done
cd -- "$here"
if ! [[ -d node_modules/playwright-core && -d node_modules/axe-core ]]; then
  npm ci --no-audit --no-fund >/dev/null 2>&1 || skip "npm cannot install playwright-core and axe-core"
fi

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
"$index_program" --index "$work/index" --default-access '*' ../../data/sample >/dev/null 2>&1
node page_test.mjs "$server" "$work/index" ${shots:+"$shots"}
