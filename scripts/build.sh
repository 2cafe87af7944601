# shellcheck shell=bash
# Configures and builds one preset of CMakePresets.json, doing nothing where nothing changed.
# Sourced, with say.sh before it and the project's root as the current directory.
#
#   build_preset run "chương trình" "the programs"

# A second build of the same text, in this clone or the next, is then a look-up. The directory is
# left out of the hash so that a fresh clone finds what the last one compiled.
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
fi

# A folder that was moved or copied keeps a cache that names the old place.
cache_is_ours() {
  grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "build/$1/CMakeCache.txt" 2>/dev/null
}

# Ninja configures again by itself when a CMakeLists.txt changes, but not for the presets.
is_configured() {
  local stamp=build/$1/.configured
  [[ -f $stamp && ! CMakePresets.json -nt $stamp ]] && cache_is_ours "$1"
}

configure_preset() {
  local fresh=()
  cache_is_ours "$1" || fresh=(--fresh)
  cmake --preset "$1" "${fresh[@]}" && touch "build/$1/.configured"
}

# build_preset PRESET WHAT_VI WHAT_EN: status 2 where build/ belongs to somebody else.
build_preset() {
  if ! mkdir -p build/log 2>/dev/null || [[ ! -w build || ! -w build/log ]]; then
    say "Không ghi được vào $PWD/build: hãy xoá nó, hoặc chạy bằng người dùng đã tạo ra nó." \
      "Cannot write to $PWD/build: remove it, or run as the user who made it." >&2
    return 2
  fi
  if ! is_configured "$1"; then
    quietly "build/log/$1-configure.txt" "Chuẩn bị dịch $2" "Configuring $3" \
      configure_preset "$1" || return
  fi
  quietly "build/log/$1-build.txt" "Dịch $2" "Building $3" cmake --build --preset "$1"
}
