#!/usr/bin/env bash
# tracuu beside what a user would pick instead: one table of quality and speed.
#
#   tests/bench/peers/run.sh BUILD_DIR [OPTION…]    five sets of ../shared; an hour or two
#     --set NAME      only this one: zalo_legal_docs, alqac, news_knownitem, viqa_person, corpora
#     --folder PATH   a folder in BEIR's form instead; both are repeatable
#     --keep DIR      keeps indexes and runs (DIR/SET/*.trec, for tests/relevance/score.py); an index
#                     is used again while its program and the documents are the same
#     --engine NAME   only this one (tracuu, Lucene, Omega, FTS5, Groonga); repeatable
#     --facets        facets also over sets other than corpora
#     --warm N        warm-up queries of each engine (2000)
#     --rounds N      times each query is timed (3)
#     --pin CPUS      processors for the searching processes, as taskset -c takes them
#     --as-installed  installs nothing: what is missing is said and left out
#
# README.md says what is measured and how each engine is set up.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=$here/../../..
# shellcheck source=scripts/say.sh
source "$root/scripts/say.sh"
# shellcheck source=scripts/packages.sh
source "$root/scripts/packages.sh"

packages_for_peers=(
  default-jdk-headless liblucene8-java libsqlite3-dev libgroonga-dev xz-utils python3 util-linux
)
if (($# == 0)) || [[ $1 == -* ]]; then
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
build=$1
shift
options=()
install=1
for option in "$@"; do
  if [[ $option == --as-installed ]]; then install=0; else options+=("$option"); fi
done
((install == 0)) || need_packages "${packages_for_peers[@]}"

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# quietly COMMAND…: shows what the command says only when it fails.
quietly() {
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 2
  }
}

quietly cmake "$build" # finds libraries that were installed since
quietly cmake --build "$build" --target peers

jars=(/usr/share/java/lucene-{core,analyzers-common,facet}-8*.jar)
if command -v javac >/dev/null && [[ -f ${jars[0]} && -f ${jars[1]} && -f ${jars[2]} ]]; then
  class_path=$(IFS=: && echo "${jars[*]}")
  quietly javac -encoding UTF-8 -Xlint:all -Werror -cp "$class_path" -d "$work/classes" "$here"/lucene/*.java
fi
python3 "$here/compare.py" "$build" "$work/classes" ${options[@]+"${options[@]}"}
