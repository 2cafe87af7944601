#!/usr/bin/env bash
# Search quality as figures: indexes judged collections, runs their queries, scores the answers.
#
#   tests/relevance/run.sh BUILD_DIR                      the sample, against sample/stats.txt
#   tests/relevance/run.sh BUILD_DIR --worst 10           … with the queries that fare worst
#   tests/relevance/run.sh BUILD_DIR --shared [SET…]      also the sets in ../shared/relevance
#
# Status 1: a figure of the sample dropped. TRACUU_UPDATE_GOLDEN=1 writes sample/stats.txt anew.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=$here/../..
shared=$root/../shared/relevance
usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

(($#)) || usage
bin=$1/bin
shift
worst=()
with_shared=0
sets=()
while (($#)); do
  case $1 in
    --worst)
      (($# > 1)) || usage
      worst=(--worst "$2")
      shift
      ;;
    --shared) with_shared=1 ;;
    -*) usage ;;
    *) sets+=("$1") ;;
  esac
  shift
done
for program in tracuu-index tracuu-search; do
  [[ -x $bin/$program ]] || { echo "no such program: $bin/$program" >&2; exit 2; }
done

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# answer NAME QUERIES PATH…: indexes the paths and runs the queries into $work/NAME.trec.
answer() {
  local name=$1 queries=$2
  shift 2
  "$bin/tracuu-index" --index "$work/$name" --quiet --lang en "$@" >"$work/$name.txt" || {
    cat "$work/$name.txt" >&2
    return 2
  }
  "$bin/tracuu-search" --index "$work/$name" --queries "$queries" --run "$work/$name.trec" \
    --limit 100 --lang en 2>"$work/$name.log" || {
    cat "$work/$name.log" >&2
    return 2
  }
}

answer sample "$here/sample/queries.jsonl" "$root/data/sample"
status=0
python3 "$here/score.py" "$here/sample/qrels.tsv" "$work/sample.trec" --name sample \
  --golden "$here/sample/stats.txt" --queries "$here/sample/queries.jsonl" \
  ${worst[@]+"${worst[@]}"} || status=$?

if ((with_shared)) && [[ -d $shared ]]; then
  if ((${#sets[@]} == 0)); then
    for folder in "$shared"/*/; do sets+=("$(basename -- "$folder")"); done
  fi
  for set in "${sets[@]}"; do
    folder=$shared/$set
    [[ -f $folder/queries.jsonl ]] || { echo "no such set: $set" >&2; exit 2; }
    answer "$set" "$folder/queries.jsonl" "$folder/corpus.jsonl.xz"
    python3 "$here/score.py" "$folder/qrels.tsv" "$work/$set.trec" --name "$set" \
      --queries "$folder/queries.jsonl" ${worst[@]+"${worst[@]}"}
    rm -rf -- "${work:?}/$set" # the next set needs the room
  done
elif ((with_shared)); then
  echo "skipped: there is no $shared" >&2
fi
exit "$status"
