#!/usr/bin/env bash
# Shows in a Debian 12 with nothing but git that the project needs nothing else. As root:
#
#   bare_test.sh package     the .deb installs, runs and leaves nothing behind
#   bare_test.sh commands    a clone, examples/run.sh twice, the second time without a network, then tests/run.sh
#
# The bare system is made once, in $BARE_ROOT (/var/tmp/nastavnik-bare); each run works in a copy of it.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/setup.sh

bare=${BARE_ROOT:-/var/tmp/nastavnik-bare}
[[ $EUID -eq 0 ]] || stop "making a bare Debian needs root"

if [[ ! -d $bare ]]; then
  echo "Making a bare Debian in $bare"
  mkdir -p build
  rm -rf "$bare.part"
  debootstrap --variant=minbase --include=ca-certificates,git bookworm "$bare.part" >build/debootstrap.log 2>&1 ||
    stop "debootstrap failed (build/debootstrap.log says why)"
  mv "$bare.part" "$bare"
fi

root=$(mktemp -d /var/tmp/nastavnik-bare.XXXXXX)
trap 'rm -rf "$root"' EXIT
cp -a "$bare/." "$root"
cp /etc/resolv.conf "$root/etc/"
# A network that re-signs what passes through it has its authority here.
if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
  cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
  chroot "$root" update-ca-certificates >/dev/null 2>&1
fi

# inside [UNSHARE-OPTION...] -- COMMAND...: in the bare system, with nothing of this one's environment. Its root is made
# a mount, as that of a real system is: without one nothing in it could have mounts of its own.
# shellcheck disable=SC2016
inside() {
  local options=()
  while [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  shift
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root CI="${CI:-}" \
    unshare --mount --pid --fork "${options[@]}" --mount-proc="$root/proc" \
    sh -c 'mount --rbind "$0" "$0" && exec chroot "$0" "$@"' "$root" "$@" </dev/null
}

seconds() {
  local start=$SECONDS
  "$@"
  printf -- '-- %d s: %s\n' $((SECONDS - start)) "${*: -1}"
}

package_case() {
  local folder=build/package
  tests/package_test.sh build/release "$folder"
  cp "$folder"/*.deb "$root/root/"
  cp -R examples "$root/root/"
  build/release/nastavnik -C "$root/root" init --quiet --example --ci gitlab pipeline
  node tests/node/gitlab_steps.mjs "$root/root/pipeline/.gitlab-ci.yml" >"$root/root/pipeline/steps.sh"
  # shellcheck disable=SC2016
  inside -- bash -euc '
    cd /root
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends ./*.deb >install.log 2>&1 ||
      { cat install.log; exit 1; }
    nastavnik --version
    nastavnik check examples/school
    test -s /usr/share/man/man1/nastavnik.1
    test -s /usr/share/nastavnik/schemas/people.schema.json
    apt-get purge -qq -y nastavnik >/dev/null 2>&1
    left=$(find / -xdev \( -path /root -o -path /proc \) -prune -o -name "*nastavnik*" -print)
    test -z "$left" || { echo "left behind: $left"; exit 1; }
    echo "installed, run, removed"
    cd pipeline
    NASTAVNIK_DEB_URL=file://$(echo /root/*.deb) NASTAVNIK_DEB_SHA256=$(sha256sum /root/*.deb | cut -d" " -f1) \
      NASTAVNIK_VERSION=$(dpkg-deb --field /root/*.deb Version) bash steps.sh
    test -s gl-code-quality-report.json
    echo "installed and run by the steps of its pipeline"
  '
}

commands_case() {
  git clone -q --no-local --depth 1 "file://$PWD" "$root/root/nastavnik"
  seconds inside -- bash -c 'cd /root/nastavnik && ./examples/run.sh'
  seconds inside --net -- bash -c 'cd /root/nastavnik && ./examples/run.sh'
  seconds inside -- bash -c 'cd /root/nastavnik && ./tests/run.sh'
}

case ${1:-} in
  package) package_case ;;
  commands) commands_case ;;
  *) stop "package or commands?" ;;
esac
