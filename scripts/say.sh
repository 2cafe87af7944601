# shellcheck shell=bash
# How the scripts talk to the person who runs them: short, in Vietnamese, or in English where the
# locale is English. Sourced by run.sh, test.sh and .ci/run.
#
#   say "Đã xong." "Done."
#   quietly build/log/build.txt "Đang dịch" "Building" cmake --build build/run
#
# The same rule as core/base/language.h: LC_ALL, LC_MESSAGES, LANG; the first that is set decides,
# and what is neither English nor Vietnamese ("C" too) is answered in Vietnamese.

speaks_english() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    en | en[_.@-]*) return 0 ;;
    *) return 1 ;;
  esac
}

# say VI EN: prints one line.
say() {
  if speaks_english; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

# quietly LOG NOTE_VI NOTE_EN COMMAND…: runs the command with its output in LOG and one line for
# the person: the note and, on a terminal, how far ninja is. On failure the end of the log follows.
quietly() {
  local log=$1 note line status=0 start=$SECONDS
  note=$(say "$2" "$3")
  shift 3
  mkdir -p -- "$(dirname -- "$log")"
  : >"$log"
  printf '%s… ' "$note"
  "$@" 2>&1 </dev/null | while IFS= read -r line || [[ -n $line ]]; do
    printf '%s\n' "$line" >>"$log"
    if [[ -t 1 && $line =~ ^\[[0-9]+/[0-9]+\] ]]; then
      printf '\r%s… %s ' "$note" "${BASH_REMATCH[0]}"
    fi
  done || status=$?
  if ((status == 0)); then
    say "xong ($((SECONDS - start)) giây)" "done ($((SECONDS - start)) s)"
    return 0
  fi
  say "không được; những dòng cuối của $PWD/$log:" "failed; the last lines of $PWD/$log:" >&2
  tail -n 20 -- "$log" >&2
  return "$status"
}
