#!/usr/bin/env bash
# scripts/packages.sh against a fake machine: a PATH that holds stubs of dpkg-query, apt-get, sudo
# and id, so that nothing is installed and no question is asked.
#
#   tests/scripts/packages_test.sh ROOT_OF_THE_PROJECT
set -euo pipefail

root=$1
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
bash=$(command -v bash)
failed=0

# stub NAME <<BODY: a program of the fake machine that also notes its call in calls.txt.
stub() {
  { printf '#!%s\necho "%s $*" >>"%s/calls.txt"\n' "$bash" "$1" "$work"; cat; } >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# machine UID INSTALLED…: a machine where user UID sits and these packages are installed.
machine() {
  local uid=$1 tool
  shift
  rm -rf -- "${work:?}/bin" "$work/calls.txt"
  mkdir -p -- "$work/bin"
  for tool in env mktemp rm tail; do ln -s -- "$(command -v "$tool")" "$work/bin/$tool"; done
  printf '%s\n' "$@" >"$work/installed.txt"
  stub id <<<"echo $uid"
  stub dpkg-query <<<"while read -r name; do echo \"installed \$name\"; done <'$work/installed.txt'
    echo 'config-files removed'"
}

# ask LOCALE PACKAGE…: runs need_packages; leaves its status in $status, its words in $out.
ask() {
  local locale=$1
  shift
  status=0
  # shellcheck disable=SC2016  # expanded by the inner shell
  out=$(env -i PATH="$work/bin" LANG="$locale" "$bash" -c '
      set -euo pipefail
      source "$0/scripts/say.sh"; source "$0/scripts/packages.sh"
      need_packages "$@"' "$root" "$@" 2>&1 </dev/null) || status=$?
}

calls() { grep -c "^$1 " "$work/calls.txt" || true; }

expect() {  # expect WHAT CONDITION…
  local what=$1
  shift
  if ! "$@"; then
    printf 'FAILED: %s\n  status %s, said: %s\n' "$what" "$status" "$out"
    failed=1
  fi
}
# shellcheck disable=SC2317  # called by expect
says() { [[ $out == *"$1"* ]]; }

machine 1000 alpha beta
stub apt-get <<<'exit 1'
ask vi_VN.UTF-8 alpha beta
expect "all there: succeeds" test "$status" = 0
expect "all there: nothing is said" test -z "$out"
expect "all there: apt-get is not called" test "$(calls apt-get)" = 0

machine 1000 alpha
ask vi_VN.UTF-8 alpha beta removed
expect "no root, no sudo: status 2" test "$status" = 2
expect "no root, no sudo: one line" test "$(wc -l <<<"$out")" = 1
expect "no root, no sudo: names what is missing and only that" \
  test "${out#*apt-get install }" = "beta removed"
expect "no root, no sudo: in Vietnamese" says "Còn thiếu"

ask en_US.UTF-8 alpha beta
expect "English where the locale is English" says "missing"
ask C alpha beta
expect "Vietnamese where the locale is C" says "Còn thiếu"
ask en alpha beta
expect "English where the locale is a bare en" says "missing"
ask eng alpha beta
expect "Vietnamese where the locale only begins with en" says "Còn thiếu"

machine 1000 alpha
stub sudo <<<'exit 1'
stub apt-get <<<'exit 0'
ask en_US.UTF-8 alpha beta
expect "sudo that wants a password, and no terminal: status 2" test "$status" = 2
expect "sudo that wants a password, and no terminal: no apt-get" test "$(calls apt-get)" = 0

machine 1000 alpha
# shellcheck disable=SC2016  # expanded by the stub
stub sudo <<<'[[ $1 == -n ]] && shift; [[ $1 == true ]] || exec "$@"'
stub apt-get <<<'exit 0'
ask en_US.UTF-8 alpha beta
expect "sudo that works: succeeds" test "$status" = 0
expect "sudo that works: update, then install" test "$(calls apt-get)" = 2
expect "sudo that works: only the missing one is installed" \
  grep -q 'apt-get .*install .* beta$' "$work/calls.txt"

machine 0 alpha
stub apt-get <<<'[[ "$*" != *update* ]]'
ask vi_VN.UTF-8 alpha beta
expect "root, and the lists cannot be refreshed: installs all the same" test "$status" = 0

machine 0 alpha
stub apt-get <<<'echo "E: no network"; exit 100'
ask en_US.UTF-8 alpha beta
expect "root, and apt-get fails: status 2" test "$status" = 2
expect "root, and apt-get fails: its reason" says "E: no network"
expect "root, and apt-get fails: the package" says "apt-get install beta"

((failed)) || echo "packages.sh: all as expected"
exit "$failed"
