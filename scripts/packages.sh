# shellcheck shell=bash
# The Debian packages the project stands on: the one list, and how to get what is missing.
# Sourced, with say.sh before it.
#
#   need_packages "${packages_to_run[@]}"
#
# asks dpkg only, and prints nothing, where all are there. What is missing is installed by
# apt-get, as root or through sudo. Where that cannot be done one sentence names what is missing
# and what an administrator would type, and the status is 2.

packages_to_run=(
  g++ cmake ninja-build pkg-config
  libxapian-dev libicu-dev nlohmann-json3-dev libcli11-dev libspdlog-dev
  libxml2-dev libarchive-dev libroaring-dev libxxhash-dev libzstd-dev
  libpoppler-cpp-dev libgmime-3.0-dev libmagic-dev libseccomp-dev
  libboost-dev libsodium-dev zlib1g-dev libtomlplusplus-dev
)
packages_to_test=(
  "${packages_to_run[@]}"
  libgtest-dev libgmock-dev libbenchmark-dev xz-utils zstd time python3
  tesseract-ocr tesseract-ocr-vie
)
# shellcheck disable=SC2034  # read by .ci/run
packages_for_ci=(
  "${packages_to_test[@]}"
  clang-format clang-tidy shellcheck ccache git
  nginx-light openssl curl
)

# missing_packages NAME…: prints those that are not installed, one a line.
missing_packages() {
  local installed name
  # dpkg-query fails when it knows nothing of a name; what it does know is still printed.
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null) || true
  for name in "$@"; do
    [[ $'\n'$installed$'\n' == *$'\n'"installed $name"$'\n'* ]] || printf '%s\n' "$name"
  done
}

# as_root COMMAND…: runs it as root. Only where someone sits at a terminal may sudo ask for a
# password. Status 1 where there is no way.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif ! command -v sudo >/dev/null; then
    return 1
  elif sudo -n true 2>/dev/null || { [[ -t 0 && -t 2 ]] && sudo -v; }; then
    sudo "$@"
  else
    return 1
  fi
}

# Another apt-get may be at work (unattended-upgrades on a fresh machine): wait for it.
apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

# need_packages NAME…: installs those that are missing.
need_packages() {
  local missing log
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0

  if as_root true; then
    say "Cài các gói còn thiếu: ${missing[*]}…" \
      "Installing the missing packages: ${missing[*]}…"
    log=$(mktemp "${TMPDIR:-/tmp}/tracuu-packages.XXXXXX")
    # A list that cannot be refreshed may still do, so only the second command decides.
    apt_get update >"$log" 2>&1 </dev/null || true
    if apt_get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
      rm -f -- "$log"
      return 0
    fi
    tail -n 5 -- "$log" >&2
    mapfile -t missing < <(missing_packages "${missing[@]}")
  fi
  say "Còn thiếu các gói sau, hãy nhờ quản trị máy gõ: apt-get install ${missing[*]}" \
    "These packages are missing; an administrator can type: apt-get install ${missing[*]}" >&2
  return 2
}
