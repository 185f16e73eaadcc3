#include "base/web_address.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include "base/text.h"

namespace nastavnik {
namespace {

/// The name in the letters that the network uses; the folded name where it is no such name.
std::string network_name(std::string_view host) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
  if (U_FAILURE(status)) return fold(host);
  std::string name;
  icu::StringByteSink<std::string> sink(&name);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8({host.data(), static_cast<std::int32_t>(host.size())}, sink, info, status);
  return U_FAILURE(status) || info.hasErrors() ? fold(host) : name;
}

}  // namespace

WebAddress web_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t end = std::min(url.find_first_of("/?"), url.size());
  std::string_view host = url.substr(0, end), place = url.substr(end);
  host.remove_prefix(std::min(host.rfind('@') + 1, host.size()));
  if (place.ends_with('/')) place.remove_suffix(1);
  std::string name = network_name(host.substr(0, host.find(':')));
  if (name.starts_with("www.")) name.erase(0, 4);
  return {std::move(name), place};
}

bool is_same_site(std::string_view url, std::string_view other) {
  return web_address(url).host == web_address(other).host;
}

bool is_under(std::string_view url, std::string_view other) {
  const WebAddress page = web_address(url), above = web_address(other);
  if (page.host != above.host || !page.place.starts_with(above.place)) return false;
  const std::string_view below = page.place.substr(above.place.size());
  return below.empty() || below.starts_with('/') || below.starts_with('?');
}

std::string percent_encoded(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace nastavnik
