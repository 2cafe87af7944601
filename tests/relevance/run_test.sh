#!/usr/bin/env bash
# run.sh and score.py as a user runs them, on a folder as BEIR's are.
#
#   run_test.sh TRACUU_INDEX TRACUU_SEARCH
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/../cli/lib.sh"

here=$(dirname -- "$(readlink -f -- "$0")")
mkdir -p "$work/build" "$work/beir/qrels"
ln -s "$(dirname -- "$INDEX")" "$work/build/bin"
unset TRACUU_UPDATE_GOLDEN

# evaluate ARGUMENT…: run.sh on $work/beir beside the sample.
evaluate() { run "$here/run.sh" "$work/build" --folder "$work/beir" "$@"; }

# expect_figure SET LINE: a line of the table of this set has the text.
expect_figure() {
  check "$1 has: $2" grep -qF -- "$2" <<<"$(awk -v set="$1" '/^[^ ]/ {own = $1 == set} own' <<<"$out")"
}

cat >"$work/corpus.jsonl" <<'Q'
{"_id": "a", "title": "Lưu trữ", "text": "Hồ sơ lưu trữ.", "metadata": {"url": "x"}}
{"_id": "b", "title": "Văn thư", "text": "Con dấu và văn thư."}
{"_id": "c", "title": "Đất đai", "text": "Thu hồi đất."}
Q
cat >"$work/beir/queries.jsonl" <<'Q'
{"_id": "q1", "text": "lưu trữ"}
{"_id": "q2", "text": "văn thư", "metadata": {}}
{"_id": "of-the-train-split", "text": "thu hồi đất"}
Q
printf '%s\t%s\t%s\n' query-id corpus-id score q1 a 1 q2 c 1 >"$work/beir/qrels/test.tsv"

# The corpus as it is and compressed.
for name in plain gzip xz zstd; do
  cp -r "$work/beir" "$work/$name"
done
cp "$work/corpus.jsonl" "$work/plain/"
gzip -c "$work/corpus.jsonl" >"$work/gzip/corpus.jsonl.gz"
xz -c "$work/corpus.jsonl" >"$work/xz/corpus.jsonl.xz"
zstd -qc "$work/corpus.jsonl" >"$work/zstd/corpus.jsonl.zst"
run "$here/run.sh" "$work/build" --folder "$work/plain" --folder "$work/gzip" \
  --folder "$work/xz" --folder "$work/zstd/"
expect_exit 0
expect_stdout_has "sample  40 queries"
for name in plain gzip xz zstd; do
  expect_stdout_has "$name  2 queries"
  expect_figure "$name" "P@1      0.5000  [0.0000, 1.0000]"
done

# A folder of documents; ids are their paths from it on.
mkdir -p "$work/beir/corpus/sub"
echo "Hồ sơ lưu trữ." >"$work/beir/corpus/sub/a.txt"
printf '%s\t%s\t%s\n' q1 corpus/sub/a.txt 1 q9 x 1 >"$work/beir/qrels.tsv"
evaluate --keep "$work/keep"
expect_exit 0
expect_stderr_has "1 judged queries are missing"
expect_figure beir "P@1      0.5000"
check "the run is kept" grep -q '^q1 Q0 corpus/sub/a.txt 1 ' "$work/keep/beir.trec"

# What is kept is used as long as the collection is the same.
mark=$work/keep/beir.index/mark
touch "$mark"
evaluate --keep "$work/keep" --against "$work/keep"
expect_exit 0
check "the index is used again" test -e "$mark"
expect_figure beir "+0.0000 [+0.0000, +0.0000]  p 1.0000  won 0 lost 0 tied 2"
echo "Văn thư." >"$work/beir/corpus/b.txt"
evaluate --keep "$work/keep"
expect_exit 0
refuse "another collection, the same index" test -e "$mark"

# The sample's golden run: a document that falls is named by its query.
qrels=$here/sample/qrels.tsv
golden=$here/golden/sample.tsv
query=$(head -n 1 "$work/keep/sample.trec" | cut -d ' ' -f 1)
grep -v "^$query " "$work/keep/sample.trec" >"$work/worse.trec"
run "$here/score.py" "$qrels" "$work/worse.trec" --golden "$golden" --tolerance 0.005
expect_exit 1
expect_stdout_has DROPPED
expect_stdout_has "      $query  "
cp "$golden" "$work/golden.tsv"
run env TRACUU_UPDATE_GOLDEN=1 "$here/score.py" "$qrels" "$work/worse.trec" \
  --golden "$work/golden.tsv"
expect_exit 0
run "$here/score.py" "$qrels" "$work/worse.trec" --golden "$work/golden.tsv" --tolerance 0.005
expect_exit 0
expect_stdout_lacks golden

# What cannot be done is said.
run "$here/score.py" "$qrels" "$work/nothing.trec"
expect_exit 2
expect_stderr_has "nothing.trec"
run "$here/run.sh" "$work/build" --folder "$work/keep"
expect_exit 2
expect_stderr_has "$work/keep: none of corpus.jsonl"
run "$here/run.sh" "$work/build" --folder "$work/no"
expect_exit 2
expect_stderr_has "no such folder: $work/no"
run "$here/run.sh" "$work/build" alqac
expect_exit 2
expect_stderr_has "run.sh BUILD_DIR"

finish
