#!/usr/bin/env bash
# Makes the table of man/performance.md anew: tests/bench/run.sh [RECORDS] [ROUNDS] [SHAPE]; bench/generate.cpp names the shapes.
set -euo pipefail
cd "$(dirname "$0")/../.."
records=${1:-100000}
cmake --preset release >/dev/null
cmake --build --preset release --target nastavnik bench_generate bench_measure >/dev/null
registry=$(mktemp -d)
trap 'rm -rf "$registry"' EXIT
build/release/tests/bench_generate tests/base/pair "$registry/school" "$records" "${3:-plain}"
build/release/tests/bench_measure build/release/nastavnik "$registry/school" "${2:-3}"
