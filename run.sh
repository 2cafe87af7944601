#!/usr/bin/env bash
# From a fresh clone to an answer: installs what is missing, builds the programs, indexes
# data/sample, asks it one question and says how to go on. Run again it takes seconds.
#
#   ./run.sh                 on a terminal it then serves the sample's search page until Ctrl-C
#   ./run.sh --no-serve      ends with the answer, as it does without a terminal
#
# TRACUU_SAMPLE_INDEX  where the sample's index goes (build/sample-index)
# TRACUU_LISTEN        where the page is served (127.0.0.1:8080, or a free port where that is taken)
# Status: that of the first step that failed; 2 where packages cannot be installed.
set -euo pipefail

started_in=$PWD
root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
cd -- "$root"
source scripts/say.sh
source scripts/packages.sh
source scripts/build.sh

# A path as it can be typed where the person is.
typed() {
  local path=$1 quote="'"
  [[ $started_in != "$root" && $path != /* ]] && path=$root/$path
  if [[ $path == *[!A-Za-z0-9._/+-]* ]]; then
    path=$quote${path//$quote/"'\\''"}$quote
  fi
  printf '%s' "$path"
}

serves=no
[[ -t 0 && -t 1 ]] && serves=yes
case ${1:-} in
  '') ;;
  --no-serve) serves=no ;;
  *)
    say "Không có tùy chọn '$1'; chỉ có --no-serve." "There is no option '$1'; only --no-serve." >&2
    exit 2
    ;;
esac

# A port that answers is somebody else's: the server then takes a free one.
listen_address() {
  if [[ -n ${TRACUU_LISTEN:-} ]]; then
    printf '%s' "$TRACUU_LISTEN"
  elif (: <>/dev/tcp/127.0.0.1/8080) 2>/dev/null; then
    printf '127.0.0.1:0'
  else
    printf '127.0.0.1:8080'
  fi
}

need_packages "${packages_to_run[@]}"
[[ -d build/run ]] || say "Lần đầu, việc dịch mất vài phút." "The first build takes some minutes."
build_preset run "chương trình" "the programs"

bin=build/run/bin
index=${TRACUU_SAMPLE_INDEX:-build/sample-index}
[[ -z ${TRACUU_SAMPLE_INDEX:-} || $index == /* ]] || index=$started_in/$index
question="chuyển đổi số Thái Nguyên"

# One that earlier programs made, and these do not open, is built anew.
mode=()
if [[ -e $index/current ]] && ! "$bin/tracuu-search" --index "$index" "$question" &>/dev/null; then
  mode=(--rebuild)
fi
say "Lập chỉ mục bộ văn bản mẫu:" "Indexing the sample documents:"
"$bin/tracuu-index" --index "$index" "${mode[@]}" data/sample

printf '\n'
say "Tìm \"$question\":" "Searching for \"$question\":"
# A pager would hold the script up, and a closed pipe is the reader's choice.
PAGER="cat" "$bin/tracuu-search" --index "$index" --facets agency,type,year --limit 3 "$question"

printf '\n'
say "Làm tiếp:" "To go on:"
say "  $(typed $bin/tracuu-index) --index CHỈ_MỤC THƯ_MỤC_VĂN_BẢN" \
  "  $(typed $bin/tracuu-index) --index INDEX YOUR_FOLDER"
say "  $(typed $bin/tracuu-search) --index $(typed "$index") \"$question\"" \
  "  $(typed $bin/tracuu-search) --index $(typed "$index") \"$question\""
printf '  %s --index %s\n' "$(typed $bin/tracuu-server)" "$(typed "$index")"

if [[ $serves == yes ]]; then
  printf '\n'
  # On a terminal the line of each request would push the address away.
  printf 'access_log = no\n' >build/run/serve.conf
  exec "$bin/tracuu-server" --index "$index" --config build/run/serve.conf \
    --listen "$(listen_address)"
fi
