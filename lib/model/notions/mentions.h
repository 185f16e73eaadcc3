#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/name_stem.h"
#include "base/text.h"
#include "model/registry.h"
#include "model/types.h"

namespace nastavnik {

/// By what a text names somebody.
enum class MentionedBy : unsigned char { surname, name, phone, email };

/// A place in a text that names somebody of people/: nothing of what stands there, only of whom it is.
struct Mention {
  MentionedBy by{};
  std::vector<std::string_view> people{};  ///< ids; more than one where the name is common
  std::size_t at = 0;                      ///< byte of the text
  std::size_t size = 0;                    ///< of what names: one word, two, a number, an address
};

/// What stands where somebody was named.
inline constexpr std::string_view concealed_sign = "•••";

/// Whether the text, which should be an id, has a word in it that may be somebody's name.
bool may_be_a_name(std::string_view text);

/// Finds people of people/ in texts: surnames, and given names with patronymics, in any case; telephone numbers of ten
/// digits or more however they are written; e-mail addresses. One look-up for a word, however many people there are.
class Mentions {
public:
  explicit Mentions(const Table<Person>& people);

  bool empty() const { return surnames_.empty() && names_.empty() && phones_.empty() && emails_.empty(); }
  /// Of each person the first mention.
  std::vector<Mention> in(std::string_view text) const;
  /// The text without them, and without the names and initials beside a name.
  std::string concealed(std::string_view text) const;

private:
  struct Named {
    const Person* person = nullptr;
    NameStem stem{};
    std::string given{}, patronymic{};  ///< folded first letters; empty where there is none
    bool too_short = false;             ///< counts beside initials only
  };
  struct FullyNamed {
    const Person* person = nullptr;
    NameStem given{}, patronymic{};
  };
  template <class Key, class Item>
  using Lists = std::unordered_map<Key, std::vector<Item>>;

  void add_names(const Person& person, const At<Line>& full_name);
  void add_contact(const Person& person);
  void find_names(std::string_view text, std::vector<Mention>& found) const;
  void find_surname(std::string_view text, const std::vector<TextWord>& words, std::size_t i,
                    std::vector<Mention>& found) const;
  void find_full_name(std::string_view text, const std::vector<TextWord>& words, std::size_t i,
                      std::vector<Mention>& found) const;
  void find_phones(std::string_view text, std::vector<Mention>& found) const;
  void find_emails(std::string_view text, std::vector<Mention>& found) const;

  Lists<std::string, Named> surnames_;        ///< by stem
  Lists<std::string, FullyNamed> names_;      ///< by the stems of both names
  Lists<std::string, const Person*> phones_;  ///< by the last ten digits
  Lists<std::string, const Person*> emails_;
};

}  // namespace nastavnik
