#!/usr/bin/env bash
# kill -9 at random moments of updates, rebuilds, compactions, switches and repairs: after each the
# index is sound and holds exactly a committed state. A third argument: how many rounds.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"
python3 "$(dirname "$0")/crash.py" "$INDEX" "$SEARCH" "$work" "${3:-5}"
