#!/usr/bin/env bash
# Every peer that is installed, over eight documents of the sample: each finds what is meant, also
# where the text is full of what query languages read something into.
#
#   peers_test.sh TRACUU_INDEX TRACUU_SEARCH BUILD_DIR
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/../../cli/lib.sh"

here=$(dirname -- "$(readlink -f -- "$0")")
mkdir "$work/beir"
cp "$here/../../../data/sample/tin-tuc/tin-ban-le.jsonl" "$work/beir/corpus.jsonl"
cat >"$work/beir/queries.jsonl" <<'Q'
{"_id": "plain", "text": "Trung tâm giám sát, điều hành thông minh ở đâu?"}
{"_id": "operators", "text": "giám sát\" AND (điều hành) NOT* thông:minh ^IOC {x} -tỉnh; \\ '-- NEAR(a b, 2) >tâm ~ loại:\u0000\ud800"}
{"_id": "nothing", "text": "\"*()-:^{}\\'; -- ?"}
{"_id": "long", "text": "LONG"}
Q
# More words than the 1,024 clauses of a usual Lucene query, fewer bytes than tracuu refuses.
long=$(for ((i = 0; i < 1100; ++i)); do printf 'x%d ' "$i"; done)
sed -i "s/LONG/giám sát điều hành thông minh $long/" "$work/beir/queries.jsonl"
for query in plain operators nothing long; do
  printf '%s\ttin-2021-004\t1\n' "$query"
done >"$work/beir/qrels.tsv"

run "$here/run.sh" "$3" --as-installed --folder "$work/beir" --keep "$work/keep" --facets \
  --warm 3 --rounds 2
expect_exit 0
grep '^skipped: ' <<<"$err"

found=0
for trec in "$work"/keep/beir/*.trec; do
  found=$((found + 1))
  name=$(basename -- "$trec" .trec)
  for query in plain operators long; do
    check "$name finds «$query» first" grep -q "^$query Q0 tin-2021-004 1 " "$trec"
  done
  # tracuu takes it for a question without words, and shows the newest documents.
  [[ $name == tracuu* ]] || refuse "$name finds something for nothing" grep -q "^nothing " "$trec"
done
skips=$(grep -c '^skipped: ' <<<"$err")
check "six set-ups, measured or skipped" test $((found + skips)) -ge 5
check "a row for each" test "$(grep -c '^| beir ' <<<"$out")" -eq "$found"

# What is kept is used again.
run "$here/run.sh" "$3" --as-installed --folder "$work/beir" --keep "$work/keep" --warm 1 --rounds 1
expect_exit 0
expect_stderr_lacks "indexed in"

# What cannot be done is said.
run "$here/run.sh"
expect_exit 2
expect_stderr_has "run.sh BUILD_DIR"
run "$here/run.sh" "$3" --as-installed --folder "$work/none"
expect_exit 2
expect_stderr_has "none/qrels.tsv"

finish
