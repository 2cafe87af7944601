#!/usr/bin/env bash
# Search quality as figures: indexes judged collections, runs their queries, scores the answers.
#
#   tests/relevance/run.sh BUILD_DIR [OPTION…]    the sample, and what the options add to it
#     --shared [SET…]   the sets in ../shared/relevance, all or those that are named
#     --folder PATH     a folder in BEIR's form; repeatable
#     --worst N         also the N queries that fare worst in each
#     --keep DIR        keeps indexes (DIR/SET.index) and runs (DIR/SET.trec); an index is used
#                       again while tracuu-index and the collection are the same
#     --against DIR     also the difference to the runs that another call kept in DIR
#
# Status 1: a figure dropped below the golden runs in golden/. TRACUU_UPDATE_GOLDEN=1 writes those
# of the sets that are run anew. README.md says what the figures mean, and what a drop is.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
root=$here/../..
shared=$root/../shared/relevance
usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}
die() {
  echo "$1" >&2
  exit 2
}

(($#)) || usage
bin=$1/bin
shift
with_shared=0
sets=()
folders=()
keep=
against=
worst=()
while (($#)); do
  case $1 in
    --shared) with_shared=1 ;;
    --folder) (($# > 1)) || usage; folders+=("$2"); shift ;;
    --keep) (($# > 1)) || usage; keep=$2; shift ;;
    --against) (($# > 1)) || usage; against=$2; shift ;;
    --worst) [[ ${2:-} =~ ^[0-9]+$ ]] || usage; worst=(--worst "$2"); shift ;;
    -*) usage ;;
    *) sets+=("$1") ;;
  esac
  shift
done
((with_shared || ${#sets[@]} == 0)) || usage
for program in tracuu-index tracuu-search; do
  [[ -x $bin/$program ]] || die "no such program: $bin/$program"
done

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
kept=${keep:-$work}
mkdir -p -- "$kept"
program_sum=
[[ -z $keep ]] || program_sum=$(sha256sum <"$bin/tracuu-index")

# quietly COMMAND…: shows what the command says only when it fails.
quietly() {
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 2
  }
}

# stamp PATH: what an index of it depends on.
stamp() {
  echo "$program_sum"
  find -L "$1" -type f -printf '%p %s %T@\n' | sort
}

# index NAME PATH: an index of the path in $kept/NAME.index.
index() {
  local index=$kept/$1.index
  if [[ -n $keep ]]; then
    stamp "$2" >"$work/stamp"
    ! cmp -s -- "$work/stamp" "$kept/$1.stamp" || return 0
  fi
  rm -rf -- "$index" "$kept/$1.stamp"
  quietly "$bin/tracuu-index" --index "$index" --quiet --lang en "$2"
  [[ -z $keep ]] || mv -- "$work/stamp" "$kept/$1.stamp"
}

status=0
# evaluate NAME CORPUS QUERIES QRELS [OPTION…]: the options go to score.py.
evaluate() {
  local name=$1 corpus=$2 queries=$3 qrels=$4 start=$SECONDS indexed score=0
  shift 4
  python3 "$here/judged_queries.py" "$qrels" "$queries" >"$work/queries.jsonl" || exit 2
  index "$name" "$corpus"
  indexed=$SECONDS
  quietly "$bin/tracuu-search" --index "$kept/$name.index" --queries "$work/queries.jsonl" \
    --run "$work/run.trec" --limit 100 --lang en
  echo "$name: index $((indexed - start)) s, queries $((SECONDS - indexed)) s" >&2
  [[ -z $against ]] || set -- --against "$against/$name.trec" "$@"
  python3 "$here/score.py" "$qrels" "$work/run.trec" --name "$name" --queries "$queries" \
    ${worst[@]+"${worst[@]}"} "$@" || score=$?
  ((score < 2)) || exit "$score"
  ((score == 0)) || status=1
  if [[ -n $keep ]]; then
    mv -- "$work/run.trec" "$kept/$name.trec"
  else
    rm -rf -- "${kept:?}/$name.index" # the next set needs the room
  fi
}

# first FOLDER NAME…: the first of these that is there.
first() {
  local folder=$1 name
  shift
  for name in "$@"; do
    if [[ -e $folder/$name ]]; then
      echo "$folder/$name"
      return
    fi
  done
  die "$folder: none of $*"
}

# beir NAME FOLDER [OPTION…]: a folder in BEIR's form.
beir() {
  local name=$1 folder=$2 corpus queries qrels
  shift 2
  [[ -d $folder ]] || die "no such folder: $folder"
  corpus=$(first "$folder" corpus.jsonl corpus.jsonl.xz corpus.jsonl.zst corpus.jsonl.gz corpus)
  queries=$(first "$folder" queries.jsonl)
  qrels=$(first "$folder" qrels.tsv qrels/test.tsv)
  evaluate "$name" "$corpus" "$queries" "$qrels" "$@"
}

# The sample's queries are so few that a test would let most drops pass: no figure may fall.
evaluate sample "$root/data/sample" "$here/sample/queries.jsonl" "$here/sample/qrels.tsv" \
  --golden "$here/golden/sample.tsv" --tolerance 0.005

if ((with_shared)) && [[ -d $shared ]]; then
  if ((${#sets[@]} == 0)); then
    for folder in "$shared"/*/; do sets+=("$(basename -- "$folder")"); done
  fi
  for set in "${sets[@]}"; do
    golden=$here/golden/$set.tsv
    if [[ -f $golden || -n ${TRACUU_UPDATE_GOLDEN:-} ]]; then
      beir "$set" "$shared/$set" --golden "$golden"
    else
      beir "$set" "$shared/$set"
      echo "$set: nothing to compare with; TRACUU_UPDATE_GOLDEN=1 writes $golden" >&2
    fi
  done
elif ((with_shared)); then
  echo "skipped: there is no $shared" >&2
fi

for folder in ${folders[@]+"${folders[@]}"}; do
  beir "$(basename -- "$(readlink -f -- "$folder")")" "$folder"
done
exit "$status"
