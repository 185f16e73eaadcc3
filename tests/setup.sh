# shellcheck shell=bash
# What the machine must have and how it gets it; sourced by examples/run.sh and the scripts beside this one.
# Run from the root of the repository.

# A package of Debian 12, or package:command where the command will do wherever it comes from.
# The last two are for cpack: without dpkg-shlibdeps it makes a package that asks for no library, and says nothing.
# shellcheck disable=SC2034
build_packages=(g++:g++ cmake:cmake ninja-build:ninja pkg-config:pkg-config libcli11-dev libdtl-dev libedit-dev libfmt-dev libicu-dev
  libpugixml-dev libxlsxwriter-dev libyaml-cpp-dev libzip-dev nlohmann-json3-dev dpkg-dev:dpkg-shlibdeps file:file)

stop() {
  printf '%s: %s\n' "$0" "$1" >&2
  exit 1
}

missing() {
  local wanted status
  for wanted; do
    [[ $wanted == *:* ]] && command -v "${wanted#*:}" >/dev/null && continue
    status=$(dpkg-query -W -f '${db:Status-Status}' "${wanted%%:*}" 2>/dev/null) || true
    [[ $status == installed* ]] || printf '%s ' "${wanted%%:*}"
  done
}

# Installs what is missing; asks nothing of the network when nothing is.
need() {
  local lacking install log=build/packages.log as_root=()
  lacking=$(missing "$@")
  [[ -z $lacking ]] && return
  install="apt-get install --no-install-recommends ${lacking% }"
  command -v apt-get >/dev/null || stop "this machine lacks ${lacking% } (as Debian calls them) and has no apt-get"
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || stop "this machine lacks packages; as root: $install"
    as_root=(sudo)
    [[ -t 0 ]] || as_root+=(-n)
  fi
  printf 'Installing: %s\n' "${lacking% }"
  mkdir -p build
  # shellcheck disable=SC2086
  { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends $lacking; } >"$log" 2>&1 </dev/null ||
    stop "could not install what is missing ($log says why); as root: apt-get update && $install"
}

# configure PRESET [OPTION...]
configure() {
  local log=build/$1.log
  mkdir -p build
  cmake --preset "$@" >"$log" 2>&1 || { cat "$log" >&2; stop "could not set up build/$1"; }
}

# One line that counts, and whatever the compiler says. Behind `ninja`, whose lines begin as NINJA_STATUS says.
progress() {
  local line done_ all
  while IFS= read -r line; do
    if [[ $line =~ ^@([0-9]+)/([0-9]+)@ ]]; then
      done_=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
      printf '\r  %d of %d steps ' "$done_" "$all"
    elif [[ $line != 'ninja: no work to do.' ]]; then
      printf '\r%s\n' "$line"
    fi
  done
  [[ -z ${all:-} ]] || printf '\r\e[K'
}

# build PRESET [TARGET...]: on a terminal a line that counts, elsewhere only what the compiler says.
build() {
  local command=(cmake --build --preset "$1")
  shift
  [[ $# -gt 0 ]] && command+=(--target "$@")
  if [[ -t 1 ]]; then
    NINJA_STATUS='@%f/%t@' "${command[@]}" | progress
  else
    "${command[@]}" -- --quiet | sed '/^ninja: no work to do/d'
  fi || stop "the build failed"
}

export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$(nproc)}
