#!/usr/bin/env bash
# Checks a registry that nobody can write, and that it is the same afterwards:  readonly_test.sh PROGRAM
# A read-only mount where mounting is allowed; else folders and files without write permission, and another user if
# root asks, since permissions do not bind root.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch" && rm -rf "$scratch"' EXIT
registry=$scratch/school
cp -R examples/school "$registry"
# Another user may not see where the program was built.
cp "$program" "$scratch/nastavnik"
program=$scratch/nastavnik
chmod 755 "$scratch"

# Names, kinds, permissions, times of change, bytes.
tree_hash() {
  (cd "$registry" && find . -printf '%p %y %m %T@ %C@\n' | LC_ALL=C sort && find . -type f -exec sha256sum {} + | LC_ALL=C sort) | sha256sum
}

judge() { "$program" check "$registry" && ! touch "$registry/written" 2>/dev/null; }
mounted() { mount --bind "$registry" "$registry" && mount -o remount,bind,ro "$registry" && judge; }
export -f judge mounted
export program registry

own_mounts=(unshare --mount)
[[ $EUID -eq 0 ]] || own_mounts+=(--map-root-user)
if "${own_mounts[@]}" mount --bind "$registry" "$registry" 2>/dev/null; then
  echo "on a read-only mount"
  before=$(tree_hash)
  "${own_mounts[@]}" bash -c mounted
else
  echo "without write permission: this machine does not let us mount"
  chmod -R a-w,a+rX "$registry"
  before=$(tree_hash)
  another_user=()
  [[ $EUID -ne 0 ]] || another_user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  "${another_user[@]}" bash -c judge
fi
[[ $before == "$(tree_hash)" ]] || { echo "the registry is not what it was"; exit 1; }
echo "checked, and not changed"
