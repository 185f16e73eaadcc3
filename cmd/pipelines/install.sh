: "${NASTAVNIK_DEB_URL:?не указано, откуда взять пакет nastavnik $NASTAVNIK_VERSION}"
deb=${TMPDIR:-/tmp}/nastavnik.deb
apt-get update -qq
apt-get install -qq -y --no-install-recommends ca-certificates curl git >/dev/null
curl --fail --silent --show-error --location --output "$deb" "$NASTAVNIK_DEB_URL"
if [ -n "$NASTAVNIK_DEB_SHA256" ]; then echo "$NASTAVNIK_DEB_SHA256  $deb" | sha256sum --check; fi
version=$(dpkg-deb --field "$deb" Version)
if [ "$version" != "$NASTAVNIK_VERSION" ]; then
  echo "нужен пакет nastavnik $NASTAVNIK_VERSION, а по этому адресу лежит $version" >&2
  exit 1
fi
apt-get install -qq -y --no-install-recommends "$deb" >/dev/null
