// Clause 21: the legal base on the pages, and whose site they are on.

#include <algorithm>

#include "base/web_address.h"
#include "model/kinds/organization.h"
#include "model/kinds/publications.h"
#include "model/notions/verdict.h"
#include "rules/questions/pages.h"
#include "rules/rule.h"

namespace nastavnik {
namespace {

// The legal base

/// Where no page holds the legal base at all, P21-2 says so.
void legal_level_missing(Check& check) {
  const SitePages pages(check.all<Publication>());
  const auto bases = pages.of(PublicationKind::legal_base);
  if (bases.empty()) return;
  std::vector<Words> missing;
  std::optional<Span> unclear = pages.unclear();
  for (const Publication* page : bases)
    if (page->legal_levels.presence == Presence::broken) unclear = page->legal_levels.span;
  for (const LegalLevel level : {LegalLevel::federal, LegalLevel::regional, LegalLevel::local})
    if (std::none_of(bases.begin(), bases.end(),
                     [&](const Publication* page) { return holds(page->legal_levels, level); }))
      missing.emplace_back(label_of(level));
  if (missing.empty()) return;
  if (unclear) return check.undecided(*unclear);
  const Publication& page = *bases.front();
  check.found(
      page.legal_levels.given() ? page.legal_levels.span : page.kinds.span,
      {"в нормативной базе (legal_levels) нет уровней: {}", "the legal base (legal_levels) lacks the levels: {}"},
      joined(missing));
}

// Where the pages are

/// While the school names no site, P21-1 says so.
void hold_to_site(Check& check, const Publication& page, const Site& site) {
  if (check.absent(site.url) || !check.given(site.url) || is_same_site(*page.url, *site.url)) return;
  check.found(page.url, {"адрес официального сайта — {}", "the address of the official site is {}"}, *site.url)
      .also(site.url, {"официальный сайт", "the official site"});
}

void hold_to_networks(Check& check, const Publication& page, const Site& site) {
  for (const At<Url>& address : check.each(site.social_urls))
    if (address.given() && is_under(*page.url, *address)) return;
  if (!check.known(site.social_urls)) return;
  check.found(page.url, {"среди страниц организации в социальных сетях (site.social_urls) такой нет",
                         "it is not among the organisation's pages in social networks (site.social_urls)"});
}

void page_off_official_site(Check& check) {
  const Organization& school = check.registry().organization();
  for (const Publication& page : check.all<Publication>()) {
    if (!is_live(check, page) || !check.given(page.url, page.channel)) continue;
    if (!check.sees_the<Organization>(school) || !check.known(school.site)) return;
    if (*page.channel == Channel::site)
      hold_to_site(check, page, *school.site);
    else
      hold_to_networks(check, page, *school.site);
  }
}

constexpr Rule site_page_rows[] = {
    {{.id = "P21-6",
      .name = "legal-level-missing",
      .severity = Severity::warning,
      .nature = Nature::formalised,
      .clauses = "21",
      .phrase = "федеральная, региональная и локальная нормативно-правовая база",
      .precise = {"все три уровня есть на страницах вида legal_base вместе",
                  "all three levels stand on the pages of kind legal_base together"},
      .title = {"в нормативной базе на сайте есть не все уровни", "the legal base on the site lacks a level"},
      .remedy =
          {"разместите федеральные, региональные и локальные акты и укажите уровни (legal_levels) в publications/",
           "publish federal, regional and local acts and name the levels (legal_levels) in publications/"},
      .scope = Scope::registry},
     legal_level_missing},
    {{.id = "P21-7",
      .name = "page-off-official-site",
      .severity = Severity::info,
      .nature = Nature::formalised,
      .clauses = "21",
      .phrase = "на официальном сайте организации (далее – сайт)",
      .precise = {"адрес страницы — на том же сайте, что и официальный",
                  "the page's address is on the same site as the official one"},
      .title = {"страница размещена не на официальном сайте организации",
                "the page is not on the organisation's official site"},
      .remedy =
          {"проверьте адрес (url) и вид площадки (channel) в publications/ и адреса (site) в organization.yaml",
           "check the address (url) and the channel (channel) in publications/ and the addresses (site) in organization.yaml"},
      .scope = Scope::links},
     page_off_official_site},
};

}  // namespace

std::span<const Rule> site_page_rules();
std::span<const Rule> site_page_rules() { return site_page_rows; }

}  // namespace nastavnik
