#!/usr/bin/env bash
# Everything a change must pass. The last lines are those of ctest over the release build.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/setup.sh

usage() {
  cat <<'END'
usage: tests/run.sh [--offline] [--full]

Installs what is missing, builds with warnings as errors and runs the tests: the unit tests under the address and
undefined behaviour sanitizers, the loader under the thread sanitizer, everything in the release build, and of the
mutants of the rules one in twenty.

  --offline  fetch nothing from npm; when its tools are not there, leave out the checks that need them
  --full     also the debug build, clang-format and clang-tidy, all mutants of the rules and, as root, the package and
             both run.sh in a bare Debian
  --help     this text

UPDATE=1 rewrites expected outputs; read the diff before you commit it.
END
}

offline=false full=false
for argument; do
  case $argument in
    --offline) offline=true ;;
    --full) full=true ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done

test_packages=(bash-completion ca-certificates chromium:chromium curl:curl doctest-dev fish:fish fonts-liberation2 git:git
  librapidcheck-dev libreoffice-calc-nogui:soffice libreoffice-writer-nogui:soffice libxml2-utils:xmllint mandoc:mandoc
  nodejs:node npm:npm poppler-utils:pdftotext pre-commit:pre-commit python3:python3 python3-yaml shellcheck:shellcheck
  tmux:tmux zsh:zsh)
full_packages=(clang-format-14:clang-format-14 clang-tidy-19:clang-tidy-19 debootstrap:debootstrap)

# heading TEXT: a step begins; the one before has ended.
heading() {
  step_ends
  step=$1
  printf '\n== %s\n' "$1"
}

# What each step took: seconds of the clock, seconds of the processors.
step='packages, tools from npm' steps='' clock=0 cpu=0
step_ends() {
  local clock_now=$SECONDS cpu_now
  mkdir -p build
  times >build/times  # not in a subshell, which has none of its own
  cpu_now=$(awk '{ gsub(/[ms]/, " "); sum += $1 * 60 + $2 + $3 * 60 + $4 } END { printf "%d", sum }' build/times)
  steps+=$(printf '%6d %6d  %s' $((clock_now - clock)) $((cpu_now - cpu)) "$step")$'\n'
  clock=$clock_now cpu=$cpu_now
}

# The release tests, with what they and everything before them took told above the last lines of ctest.
release_tests() {
  local log=build/release-tests.log status=0
  ctest --preset release --label-exclude "$1" | tee "$log" | sed '/tests passed,/,$d' || status=$?
  step_ends
  printf '\n== the slowest tests, in seconds\n'
  sed -nE 's,^ *[0-9]+/[0-9]+ Test +#[0-9]+: ([^ ]+) [. ]*[^0-9]* +([0-9.]+) sec.*,\2 \1,p' "$log" | sort -rn | head -10
  printf '\n== seconds of the clock and of the processors, %d and %d in all\n%s\n' "$clock" "$cpu" "$steps"
  sed -n '/tests passed,/,$p' "$log"
  return "$status"
}

# The tools from npm, as package-lock.json pins them; a stamp says for which lock and which node they were fetched.
node_tools() {
  mkdir -p build
  local stamp=tests/node/node_modules/fetched-for wanted
  wanted=$(node --version && sha256sum tests/node/package.json tests/node/package-lock.json)
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return
  [[ $offline == true ]] && return 1
  npm ci --ignore-scripts --prefix tests/node >build/npm.log 2>&1 ||
    stop "npm could not fetch what tests/node needs (build/npm.log says why); --offline leaves these checks out"
  printf '%s\n' "$wanted" >"$stamp"
}

# g++ 12's thread sanitizer does not start on kernels that spread addresses further than it knows.
without_aslr() {
  if setarch -R true 2>/dev/null; then setarch -R "$@"; else "$@"; fi
}

sanitized() {
  heading "$1: ${*:2}"
  configure "$1" -DNASTAVNIK_WERROR=ON
  build "$1" unit_tests
}

need "${build_packages[@]}" "${test_packages[@]}"
[[ $full == false ]] || need "${full_packages[@]}"

left_out=none
if ! node_tools; then
  echo "--offline: the tools of tests/node are not there; left out are the tests labelled node"
  left_out+='|node'
fi
[[ $full == true ]] || left_out+='|full'

heading "release build"
configure release -DNASTAVNIK_WERROR=ON -DNASTAVNIK_MUTATION=ON
build release

# Without the sweeps that put every case to the same code again: they take minutes here.
sanitized asan unit tests
ctest --preset asan
sanitized tsan the loader
without_aslr ctest --preset tsan

if [[ $full == true ]]; then
  heading "debug"
  configure debug -DNASTAVNIK_WERROR=ON
  build debug
  ctest --preset debug --label-exclude node
  heading "clang-format and clang-tidy"
  git ls-files -z '*.cpp' '*.h' | xargs -0 clang-format-14 --dry-run --Werror
  run-clang-tidy-19 -quiet -p build/debug "$PWD/(lib|cmd|tests)/"
  heading "a bare Debian"
  tests/bare_test.sh package
  tests/bare_test.sh commands
fi

heading "release tests"
release_tests "^($left_out)\$"
