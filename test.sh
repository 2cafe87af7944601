#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, runs the tests.
#
#   ./test.sh                 every test but the long proofs
#   ./test.sh --long          those too
#   ./test.sh -R fold -V      other arguments go to ctest
#
# The last lines are CTest's own summary; the status is CTest's.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
source scripts/say.sh
source scripts/packages.sh
source scripts/build.sh

select=(--label-exclude '^long$')
if [[ ${1:-} == --long ]]; then
  select=()
  shift
fi

need_packages "${packages_to_test[@]}"
build_preset dev "chương trình và phép thử" "the programs and their tests"
exec ctest --preset dev "${select[@]}" "$@"
