#!/usr/bin/env bash
# Search quality by the way a query is typed: titles of a collection as queries in eleven ways.
#
#   tests/relevance/ways.sh BUILD_DIR [CORPUS.jsonl.xz…]   default: ../shared/corpora/*.jsonl.xz
#     --queries N      how many titles to draw (1000)
#     --seed N         another draw (1)
#     --index DIR      the index of these corpora: used where it exists, else built and kept
#     --worst N WAY    also the N queries that fare worst in a way; repeatable
#     --check          status 1 when nDCG@10 is below what README.md asks for
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}
number() { [[ ${1:-} =~ ^[0-9]+$ ]] || usage; }

(($#)) || usage
build=$1
shift
queries=1000
seed=1
index=
check=0
worst=()
corpora=()
failed=()
while (($#)); do
  case $1 in
    --queries) number "${2:-}"; queries=$2; shift ;;
    --seed) number "${2:-}"; seed=$2; shift ;;
    --index) (($# > 1)) || usage; index=$2; shift ;;
    --worst) number "${2:-}"; (($# > 2)) || usage; worst+=("$3 $2"); shift 2 ;;
    --check) check=1 ;;
    -*) usage ;;
    *) corpora+=("$1") ;;
  esac
  shift
done
((${#corpora[@]})) || corpora=("$here"/../../../shared/corpora/*.jsonl.xz)
[[ -f ${corpora[0]} ]] || { echo "skipped: there is no ${corpora[0]}" >&2; exit 0; }
make_ways=$build/tests/relevance/make_ways
for program in "$build/bin/tracuu-index" "$build/bin/tracuu-search" "$make_ways"; do
  [[ -x $program ]] || { echo "no such program: $program" >&2; exit 2; }
done

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
[[ -n $index ]] || index=$work/index

# quietly COMMAND…: shows what the command says only when it fails.
quietly() {
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 2
  }
}

if [[ ! -d $index ]]; then
  quietly "$build/bin/tracuu-index" --index "$index" --quiet --lang en "${corpora[@]}"
fi
xz -dc -- "${corpora[@]}" | "$make_ways" --seed "$seed" --queries "$queries" --out "$work/ways"

# figures QRELS WAY: nDCG@10, P@1 and R@100.
figures() {
  python3 "$here/score.py" "$1" "$work/$2.trec" |
    awk '{for (i = 1; i < NF; i++) f[$i] = $(i + 1)} END {print f["nDCG@10"], f["P@1"], f["R@100"]}'
}

ways=(as_is without_marks half_marked nfd other_tone_style telex vni capitals typing_error joined
  tcvn3)
status=0
base=
printf '%-20s %8s %8s %8s %8s\n' way nDCG@10 P@1 R@100 ratio
# row NAME NDCG P R: one line of the table.
row() {
  printf '%-20s %8s %8s %8s %8s\n' "$@" "$(awk -v a="$2" -v b="$base" 'BEGIN {
    if (b > 0) printf "%.4f", a / b; else print "-"}')"
}
for way in "${ways[@]}"; do
  quietly "$build/bin/tracuu-search" --index "$index" --queries "$work/ways/$way/queries.jsonl" \
    --run "$work/$way.trec" --limit 100 --lang en
  read -r ndcg precision recall < <(figures "$work/ways/qrels.tsv" "$way")
  [[ $way != as_is ]] || base=$ndcg
  row "$way" "$ndcg" "$precision" "$recall"
  least=0.97
  case $way in typing_error | joined) least=0.95 ;; esac
  awk -v way="$way" -v a="$ndcg" -v b="$base" -v least="$least" \
    'BEGIN {exit (way == "as_is" ? a < least : a < least * b)}' || failed+=("$way")
done

# The kinds of typing errors, each by its own queries.
cut -f2 "$work/ways/kinds.tsv" | sort -u | while read -r kind; do
  awk -F'\t' -v kind="$kind" 'NR == FNR {if ($2 == kind) own[$1] = 1; next} FNR == 1 || $1 in own' \
    "$work/ways/kinds.tsv" "$work/ways/qrels.tsv" >"$work/kind.tsv"
  read -r ndcg precision recall < <(figures "$work/kind.tsv" typing_error)
  row "  $kind" "$ndcg" "$precision" "$recall"
done

for pair in ${worst[@]+"${worst[@]}"}; do
  read -r way count <<<"$pair"
  [[ -f $work/$way.trec ]] || { echo "no such way: $way" >&2; exit 2; }
  echo
  python3 "$here/score.py" "$work/ways/qrels.tsv" "$work/$way.trec" --name "$way" \
    --queries "$work/ways/$way/queries.jsonl" --worst "$count" |
    awk '/^   wanted/ {if (++wanted > 5) next} !/^   wanted/ {wanted = 0} {print}'
done

if ((check && ${#failed[@]})); then
  echo "below the least: ${failed[*]}" >&2
  status=1
fi
exit "$status"
