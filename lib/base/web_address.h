#pragma once
#include <string>
#include <string_view>

namespace nastavnik {

/// The address of a page, taken apart so that two can be compared.
struct WebAddress {
  std::string host{};        ///< as the network knows it: lower case, «.рф» in its Latin form, without `www.`
  std::string_view place{};  ///< path and query within the site; without the last slash and what follows a `#`
};

WebAddress web_address(std::string_view url);

bool is_same_site(std::string_view url, std::string_view other);

/// The page is the one that the other address names, or lies below it.
bool is_under(std::string_view url, std::string_view other);

/// A path of a file as part of a URI; a colon too, which would make a scheme of what stands before it.
std::string percent_encoded(std::string_view path);

}  // namespace nastavnik
