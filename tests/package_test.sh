#!/usr/bin/env bash
# Packs what is built and looks into both packages:  package_test.sh BUILD-TREE PACKAGE-FOLDER
set -euo pipefail
tree=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
cd "$(dirname "$0")/.."

rm -f "$folder"/*.deb "$folder"/*.tar.gz
cpack --config "$tree/CPackConfig.cmake" -B "$folder" >"$folder/cpack.log" 2>&1 || { cat "$folder/cpack.log"; exit 1; }

expected() {
  printf '%s\n' bin/nastavnik share/doc/nastavnik/{copyright,CHANGELOG.md} share/bash-completion/completions/nastavnik \
    share/fish/vendor_completions.d/nastavnik.fish share/zsh/vendor-completions/_nastavnik
  for guide in asking documents due entering exceptions install reports year; do printf 'share/doc/nastavnik/%s.md\n' "$guide" "ru/$guide"; done
  find man/pictures -type f -printf 'share/doc/nastavnik/pictures/%f\n'
  find schemas -name '*.schema.json' -printf 'share/nastavnik/schemas/%f\n'
  for page in man/*.[1-8]; do printf 'share/man/man%s/%s\n' "${page##*.}" "${page##*/}"; done
  for page in man/ru/*.[1-8]; do printf 'share/man/ru/man%s/%s\n' "${page##*.}" "${page##*/}"; done
}

same() {
  diff <(expected | LC_ALL=C sort) <(LC_ALL=C sort) || { echo "$1 holds something else than it should"; exit 1; }
}
tar -tzf "$folder"/*.tar.gz | grep -v '/$' | cut -d/ -f2- | same "the tar"
dpkg-deb --fsys-tarfile "$folder"/*.deb | tar -t | grep -v '/$' | sed 's,^./usr/,,' | same "the .deb"

for library in libedit libyaml-cpp libicu libfmt libstdc++; do
  dpkg-deb --field "$folder"/*.deb Depends | grep -F "$library" >/dev/null || { echo "the .deb does not ask for $library"; exit 1; }
done

mkdir "$folder/unpacked"
trap 'rm -rf "$folder/unpacked"' EXIT
tar -xzf "$folder"/*.tar.gz -C "$folder/unpacked" --strip-components=1
"$folder/unpacked/bin/nastavnik" check examples/school >/dev/null
echo "packed, unpacked, run"
