#!/usr/bin/env bash
# Installs what is missing, builds nastavnik and checks the example school.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/setup.sh

need "${build_packages[@]}"
if [[ ! -f build/release/build.ninja ]]; then
  echo "Building nastavnik; the first time takes a few minutes"
  configure release -DBUILD_TESTING=OFF
fi
build release nastavnik
exec build/release/nastavnik check examples/school
