#!/usr/bin/env bash
# clang-tidy on what changed, newest first, for a bounded time.
#
#   scripts/tidy.sh [SECONDS]        (300) using build/dev/compile_commands.json
#
# Changed means: against the merge base with the upstream branch where there is one; in a clone
# whose upstream is itself (CI), the commits of the last day before HEAD; always with what is not
# committed. Of a changed header its own .cc is read, or one file that includes it. A file costs
# 4 to 16 s, so what the time does not reach is named, not failed: it was checked when it landed.
# Status 1 where clang-tidy complains.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
seconds=${1:-300}

# The commit that the work at hand starts from; the empty tree for a young history.
base_commit() {
  local base
  if base=$(git merge-base HEAD '@{upstream}' 2>/dev/null) &&
    [[ $base != "$(git rev-parse HEAD)" ]]; then
    printf '%s\n' "$base"
    return
  fi
  local day_before
  day_before=$(($(git log -1 --format=%ct HEAD) - 24 * 3600))
  base=$(git rev-list -1 --min-age="$day_before" HEAD)
  printf '%s\n' "${base:-$(git hash-object -t tree /dev/null)}"
}

# Prints a source that shows the header $1: its own .cc, else the first that includes it.
source_of() {
  if [[ -f ${1%.h}.cc ]]; then
    printf '%s\n' "${1%.h}.cc"
  else
    git grep --untracked -lF "#include \"$1\"" -- '*.cc' | head -n 1 || true
  fi
}

changed_sources() {
  local file
  {
    git diff --name-only --diff-filter=d "$(base_commit)" -- '*.cc' '*.h'
    git ls-files --others --exclude-standard -- '*.cc' '*.h'
  } | while IFS= read -r file; do
    if [[ $file == *.h ]]; then source_of "$file"; else printf '%s\n' "$file"; fi
  done
}

# Only what the dev build compiles: tests/install and the fuzzers' main have no compile command.
mapfile -t sources < <(changed_sources | sort -u | while IFS= read -r file; do
  if grep -qF "\"file\": \"$PWD/$file\"" build/dev/compile_commands.json; then
    printf '%s %s\n' "$(git log -1 --format=%ct -- "$file" || true)" "$file"
  fi
done | sort -k1,1nr -s | cut -d' ' -f2-)
((${#sources[@]})) || { echo "clang-tidy: nothing changed"; exit 0; }

# Each worker takes the next file while there is time, and notes it where it is bad or too late.
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
check() {
  local file=$1 out
  if (($(date +%s) >= deadline)); then
    echo "$file" >>"$work/late"
  elif ! out=$(clang-tidy -p build/dev --quiet "$file" 2>/dev/null); then
    printf '%s\n' "$out"
    echo "$file" >>"$work/bad"
  fi
}
export -f check
export work deadline=$(($(date +%s) + seconds))
# shellcheck disable=SC2016  # expanded by the inner shell
printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'check "$1"' check

count() { if [[ -f $work/$1 ]]; then wc -l <"$work/$1"; else echo 0; fi; }
printf 'clang-tidy: %d files, %d with complaints, %d left for want of time\n' \
  "$((${#sources[@]} - $(count late)))" "$(count bad)" "$(count late)"
if [[ -f $work/late ]]; then sed 's/^/  left: /' "$work/late"; fi
[[ ! -f $work/bad ]]
